// Starts the bundle as the certificate action. A mark in this process, since an environment variable could come from a workflow.
globalThis[Symbol.for('kms-release-signing.action')] = 'certificate'
await import('../dist/index.js')
