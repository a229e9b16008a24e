/**
 * What runs without a connection, loaded as one piece by whichever entry needs it: one chunk of the bundle, and for
 * what is online none of it twice.
 */
export { findArtifacts } from '../adapters/files/artifact-globs.ts'
export { createFiles } from '../adapters/files/files.ts'
export { keepingMemorySmall } from '../adapters/garbage.ts'
export { limits } from '../core/limits.ts'
export { verifyNamed } from './verify-named.ts'
export { readVerifyRequest } from './verify-request.ts'
export { verifyText } from './verify-text.ts'

export const loadCheckChain = () => import('../release/check-chain.ts')
export const loadInspection = () => import('../release/inspect-sidecar.ts')
/** For `kms-key-id` it goes online, and else not. */
export const loadTrustedKey = () => import('./trusted-key.ts')
export const loadOnline = () => import('./online.ts')
