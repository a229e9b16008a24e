import { algorithmForKey, type KeySpec, type SignatureAlgorithm } from '../core/algorithm.ts'
import { equalBytes } from '../core/bytes.ts'
import { type ErrorCode, ReleaseSigningError } from '../core/error.ts'
import type { RefusedKey, TokenClaims } from '../core/refused-access.ts'
import type { Certificate } from '../core/x509/certificate.ts'
import { isPullRequest } from './diagnosis/aws-policy.ts'
import { claimFacts, type Diagnosis, diagnose, keyPolicies, trustOf } from './diagnosis/diagnosis.ts'
import type { NamedBytes } from './named-bytes.ts'
import type { Clock, KeyDescription, Signer } from './ports.ts'
import { checkSigningChain, expiryWarnings, readSigningChain } from './sign/signing-chain.ts'
import { anchorsOf } from './verify/verify-policy.ts'

export type CheckName = 'environment' | 'token' | 'role' | 'caller' | 'key' | 'permission' | 'chain'

export interface Finding {
  readonly check: CheckName
  /** `skipped`: there was nothing to look at, or what it builds on failed. */
  readonly status: 'ok' | 'warning' | 'failed' | 'skipped'
  readonly message: string
  readonly code?: ErrorCode
  readonly hint?: string
}

export interface DoctorRequest {
  /** ARN of the role that is to be assumed; undefined: the credentials that are there. */
  readonly role: string | undefined
  readonly audience: string
  /** The key as it was named; undefined: no key is looked at. */
  readonly keyId: string | undefined
  readonly certificateChain: NamedBytes | undefined
  readonly rootCertificates: readonly NamedBytes[]
  /** Undefined: derived from the key. */
  readonly signingAlgorithm: string | undefined
  readonly expiryWarningDays: number
}

export interface DoctorPorts {
  readonly clock: Clock
  /** The claims of the OIDC token that the role is assumed with; undefined where the environment offers none. */
  readonly token: (() => Promise<TokenClaims>) | undefined
  /** Becomes the role. */
  readonly assumeRole: () => Promise<unknown>
  /** ARN of who the calls are made as. */
  readonly caller: () => Promise<string>
  /** Asked only where a key is named. */
  readonly signer: () => Signer
}

export interface DoctorReport {
  /** Nothing failed. */
  readonly healthy: boolean
  readonly findings: readonly Finding[]
  /** What the token says; null where there is none. */
  readonly claims: Readonly<Record<string, string>> | null
  /** ARN; null where it is not known. */
  readonly caller: string | null
  /** Under which exactly this workflow may sign, as far as it is known. */
  readonly policies: Diagnosis['policies']
  readonly notes: readonly string[]
}

/** What one check came to: its findings, what it found for those that follow, and what was refused. */
interface Outcome<Found> {
  readonly findings: readonly Finding[]
  readonly found: Found | undefined
  readonly error: ReleaseSigningError | undefined
}

/**
 * Goes the way that signing goes, as far as it leads, and tells of each step; signs nothing. What fails is in the
 * report, never thrown.
 */
export async function examine(request: DoctorRequest, ports: DoctorPorts): Promise<DoctorReport> {
  const { role, keyId } = request
  const token = await examineToken(request, ports)
  const assumed = await examineRole(request, ports, token.found !== undefined)
  const isSomebody = role === undefined || assumed.found !== undefined
  const caller = isSomebody
    ? await check('caller', async () => found(await ports.caller(), (arn) => `calls are made as ${arn}`))
    : skipped<string>('caller', 'the role was not assumed')
  const signer = keyId === undefined || caller.found === undefined ? undefined : ports.signer()
  const key =
    signer === undefined
      ? skipped<KeyDescription>('key', keyId === undefined ? 'no key is named' : 'nobody is there to ask for it')
      : await check('key', async () => found(await signer.describe(), describeKey))
  const permission = await examinePermission(request, signer, key.found)
  const chain = await examineChain(request, ports, key.found)
  const outcomes = [token, assumed, caller, key, permission, chain]
  const findings = outcomes.flatMap((outcome) => outcome.findings)
  const errors = outcomes.flatMap(({ error }) => (error === undefined ? [] : [error]))
  const advice = adviceFor(
    request,
    {
      claims: token.found,
      caller: caller.found,
      key: key.found,
      spec: key.found?.spec ?? chain.found?.publicKey.keySpec,
    },
    errors,
  )
  return {
    healthy: !findings.some(({ status }) => status === 'failed'),
    findings,
    claims: token.found === undefined ? null : claimFacts(token.found),
    caller: caller.found ?? null,
    ...advice,
  }
}

async function examineToken({ role }: DoctorRequest, { token }: DoctorPorts): Promise<Outcome<TokenClaims>> {
  if (token === undefined && role === undefined) {
    return skipped('token', 'the environment offers no OIDC token, and no role is named that needs one')
  }
  return check('token', async () => {
    if (token === undefined) {
      throw new ReleaseSigningError('oidc-permission-missing', 'the environment offers no OIDC token', {
        hint: 'In a workflow add to the job: `permissions: { id-token: write, contents: read }`. Elsewhere leave role-to-assume out.',
      })
    }
    return found(await token(), ({ sub = '', aud = '' }) => `GitHub gives a token of sub ${sub} and aud ${aud}`)
  })
}

async function examineRole(
  { role }: DoctorRequest,
  { assumeRole }: DoctorPorts,
  hasToken: boolean,
): Promise<Outcome<string>> {
  if (role === undefined) return skipped('role', 'no role is named: the credentials are those that are there')
  if (!hasToken) return skipped('role', 'there is no token to assume it with')
  return check('role', async () => {
    await assumeRole()
    return found(role, () => `${role} is assumed`)
  })
}

async function examinePermission(
  { signingAlgorithm }: DoctorRequest,
  signer: Signer | undefined,
  key: KeyDescription | undefined,
): Promise<Outcome<SignatureAlgorithm>> {
  if (signer === undefined || key === undefined) return skipped('permission', 'the key is not known')
  return check('permission', async () => {
    const algorithm = algorithmForKey(key.spec, signingAlgorithm)
    await signer.probe(algorithm)
    return found(algorithm, ({ name, messageType }) => `may sign with ${name} and message type ${messageType}`)
  })
}

async function examineChain(
  { certificateChain, rootCertificates, expiryWarningDays }: DoctorRequest,
  { clock }: DoctorPorts,
  key: KeyDescription | undefined,
): Promise<Outcome<Certificate>> {
  if (certificateChain === undefined) return skipped('chain', 'no certificate chain is given')
  const warnings: string[] = []
  const outcome = await check('chain', async () => {
    const chain = readSigningChain(certificateChain)
    const { root, warnings: more } = checkSigningChain(chain, anchorsOf(rootCertificates), clock())
    warnings.push(...chain.warnings, ...more, ...expiryWarnings(chain, clock(), expiryWarningDays))
    if (key !== undefined && !equalBytes(key.publicKey, chain.leaf.publicKey.spki)) {
      throw new ReleaseSigningError('key-mismatch', `the signing certificate was not issued for the key ${key.keyId}`, {
        hint: 'Check kms-key-id, and that certificate-chain holds the certificate of this key.',
      })
    }
    const of = key === undefined ? 'not compared with a key' : "of the key's own public key"
    const reached = root === null ? 'no root is pinned' : `valid to the root with SHA-256 ${root.sha256}`
    return found(chain.leaf, ({ subject }) => `certificate of ${subject.text}: ${of}, ${reached}`)
  })
  return {
    ...outcome,
    findings: [
      ...outcome.findings,
      ...warnings.map((message) => ({ check: 'chain', status: 'warning', message }) as const),
    ],
  }
}

const describeKey = ({ keyId, spec }: KeyDescription): string => `${keyId} is an enabled key of spec ${spec}`

interface Found<Value> {
  readonly value: Value
  readonly message: string
}

const found = <Value>(value: Value, tell: (value: Value) => string): Found<Value> => ({ value, message: tell(value) })

const skipped = <Value>(check: CheckName, message: string): Outcome<Value> => ({
  findings: [{ check, status: 'skipped', message }],
  found: undefined,
  error: undefined,
})

async function check<Value>(name: CheckName, work: () => Promise<Found<Value>>): Promise<Outcome<Value>> {
  try {
    const { value, message } = await work()
    return { findings: [{ check: name, status: 'ok', message }], found: value, error: undefined }
  } catch (error) {
    if (!(error instanceof ReleaseSigningError)) throw error
    return { findings: [failed(name, error)], found: undefined, error }
  }
}

export const failed = (check: CheckName, { code, message, hint }: ReleaseSigningError): Finding => ({
  check,
  status: 'failed',
  message,
  code,
  ...(hint === undefined ? {} : { hint }),
})

interface Known {
  readonly claims: TokenClaims | undefined
  readonly caller: string | undefined
  readonly key: KeyDescription | undefined
  /** Of the key, or of the certificate where the key does not tell. */
  readonly spec: KeySpec | undefined
}

/** Policies from what was found out, whether or not something was refused; notes on what was. */
function adviceFor(
  { role, audience, keyId, signingAlgorithm }: DoctorRequest,
  { claims, caller, key, spec }: Known,
  errors: readonly ReleaseSigningError[],
): Pick<DoctorReport, 'policies' | 'notes'> {
  const refusals = errors.flatMap(({ refused }) => (refused === undefined ? [] : [refused]))
  const notes = refusals.flatMap((refused) => diagnose(refused, role).notes)
  const trust =
    role === undefined || claims === undefined || isPullRequest(claims) ? [] : [trustOf({ role, audience, claims })]
  const refusedKey = refusals.find((refused): refused is RefusedKey => refused.kind === 'key')
  const resource = key?.keyId ?? refusedKey?.resource ?? keyId
  if (resource === undefined) return { policies: trust, notes: unique(notes) }
  const ofKey = keyPolicies(
    { principal: caller, resource, purpose: 'sign', conditions: conditionsOf(spec, signingAlgorithm) },
    role,
  )
  return { policies: [...trust, ...ofKey.policies], notes: unique([...notes, ...ofKey.notes]) }
}

function conditionsOf(spec: KeySpec | undefined, signingAlgorithm: string | undefined) {
  if (spec === undefined) return {}
  try {
    const { name, messageType } = algorithmForKey(spec, signingAlgorithm)
    return { 'kms:SigningAlgorithm': name, 'kms:MessageType': messageType }
  } catch (error) {
    if (error instanceof ReleaseSigningError) return {}
    throw error
  }
}

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]
