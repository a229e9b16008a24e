import { describe, expect, test } from '@jest/globals'
import { parseInstant } from '../../src/entry/time.ts'
import { codeOf } from '../support/refusal.ts'

describe('parseInstant', () => {
  test.each([
    ['2026-11-24T09:00:00Z', '2026-11-24T09:00:00.000Z'],
    ['2026-11-24t09:00:00z', '2026-11-24T09:00:00.000Z'],
    ['2026-11-24T09:00:00.123456Z', '2026-11-24T09:00:00.123Z'],
    ['2026-11-24T00:30:00+01:00', '2026-11-23T23:30:00.000Z'],
    ['2024-02-29T23:59:59-12:00', '2024-03-01T11:59:59.000Z'],
  ])('%s', (text, expected) => {
    expect(parseInstant(text, '--at').toISOString()).toBe(expected)
  })

  test.each([
    '',
    'now',
    '2026-11-24',
    '2026-11-24T09:00:00',
    '2026-11-24 09:00:00Z',
    '2026-11-24T09:00Z',
    '2026-02-30T09:00:00Z',
    '2025-02-29T09:00:00Z',
    '2026-13-01T09:00:00Z',
    '2026-11-24T24:00:00Z',
    '2026-11-24T09:60:00Z',
    '2026-11-24T09:00:60Z',
    '2026-11-24T09:00:00+0100',
    '2026-11-24T09:00:00+99:00',
    '+002026-11-24T09:00:00Z',
    '1764000000',
  ])('%j is refused', (text) => {
    expect(codeOf(() => parseInstant(text, '--at'))).toBe('usage')
  })
})
