export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/build', '<rootDir>/dist', '<rootDir>/.cache'],
  // Node strips the types itself.
  transform: {},
  extensionsToTreatAsEsm: ['.ts'],
  testTimeout: 60_000,
}
