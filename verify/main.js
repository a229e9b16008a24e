// Starts the bundle as the verify action. A mark in this process, since an environment variable could come from a workflow.
globalThis[Symbol.for('kms-release-signing.action')] = 'verify'
await import('../dist/index.js')
