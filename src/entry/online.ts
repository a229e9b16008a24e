/** What talks to services, loaded as one piece behind what does not; the clients of the services come later still. */

export { sessionName } from '../adapters/aws/role-session.ts'
export { createWebIdentityCredentials } from '../adapters/aws/web-identity.ts'
export { createKmsSigner } from '../adapters/kms/kms.ts'
export { chooseRegion, parseKmsKeyId } from '../adapters/kms/kms-key-id.ts'
export { createKmsVerifier } from '../adapters/kms/kms-verifier.ts'
export { createOpensslOpinion } from '../adapters/openssl.ts'
export { environmentFetch } from '../adapters/proxy/proxy.ts'
export { createTimestampAuthority } from '../adapters/timestamp/timestamp-authority.ts'
export { systemTimers } from '../adapters/waiting/timers.ts'
export { signRelease } from '../release/sign-release.ts'
export { environmentToken, openReleaseHost, requiredToken } from './release-host.ts'
export { signNotices, signText } from './sign-text.ts'

/** For artifacts that are on a release already. */
export const loadReleaseArtifacts = () => import('../release/host/release-artifacts.ts')

/** What the doctor needs besides. */
export const loadDoctor = () => import('./doctor.ts')

export const loadIdentity = () => import('./identity.ts')
