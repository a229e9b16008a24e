import { equalBytes, utf8 } from '../core/bytes.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import type { Certificate } from '../core/x509/certificate.ts'
import { type AlternativeNames, encodeAlternativeNames } from '../core/x509/encode/alternative-name.ts'
import * as extension from '../core/x509/encode/extension.ts'
import { encodeRequestInfo } from '../core/x509/encode/request.ts'
import { encodeSubject, type SubjectFields } from '../core/x509/encode/subject.ts'
import { extensionKinds } from '../core/x509/extensions.ts'
import { purpose } from '../core/x509/object-identifiers.ts'
import { encodePem } from '../core/x509/pem.ts'
import type { NamedBytes } from '../release/named-bytes.ts'
import type { Clock, Signer } from '../release/ports.ts'
import { readSigningChain, type SigningChain } from '../release/sign/signing-chain.ts'
import { anchorsOf } from '../release/verify/verify-policy.ts'
import type { IssueReport } from './issue-certificate.ts'
import { checkStandingByCrls, checkStandingByRegister } from './key-standing.ts'
import { expectNewFile, fileExists, type Output } from './output.ts'
import type { IdentityFiles } from './ports.ts'
import { usageExtensions } from './profile.ts'
import { type OpenRegister, openRegister } from './register-file.ts'
import { openSigningKey } from './signing-key.ts'

export interface RenewalRequest {
  /** The signing certificate as it is, with its issuers; undefined: there is none yet. */
  readonly current: NamedBytes | undefined
  /** Where the chain is afterwards, PEM. A file with the chain as it is may be there. */
  readonly output: string
  /** Days before the end of the chain from which on it is renewed. */
  readonly renewBeforeDays: number
  /** Undefined: those of the certificate as it is. */
  readonly subject: SubjectFields | undefined
  /** None: those of the certificate as it is. */
  readonly alternativeNames: AlternativeNames
  /** For the request; undefined: the key's first. */
  readonly signingAlgorithm: string | undefined
  readonly rootCertificates: readonly NamedBytes[]
  readonly crls: readonly NamedBytes[]
  readonly register: string | undefined
}

export interface RenewalReport {
  /** Whether the chain had too few days left, or there was none. */
  readonly due: boolean
  readonly renewed: boolean
  readonly path: string
  /** PEM: leaf and intermediates, the root left out; empty where there is none. */
  readonly chain: string
  /** Null where there is none. */
  readonly certificate: ChainState | null
  /** What was renewed; null where nothing was, or there was none. */
  readonly previous: ChainState | null
  /** Undefined where nothing was issued. */
  readonly issued: IssueReport | undefined
  readonly warnings: readonly string[]
}

export interface ChainState {
  /** RFC 4514 string. */
  readonly subject: string
  readonly sha256: string
  /** RFC 3339, of the certificate of the chain that ends first. */
  readonly notAfter: string
  /** Whole days until then; below zero: it has ended. */
  readonly daysLeft: number
}

export interface RenewalPorts {
  readonly files: IdentityFiles
  readonly clock: Clock
  /** Undefined: whether it is due is all that is found out. */
  readonly parties: RenewalParties | undefined
}

/** Who has a part in a renewal. */
export interface RenewalParties {
  /** The key that signs releases. */
  readonly signer: Signer
  /** Has a request certified for code signing and writes the chain. */
  readonly issue: (request: NamedBytes, output: Output) => Promise<IssueReport>
}

/**
 * Renews a signing certificate when its chain comes to its end: a new request for the same key, a new certificate. AWS is
 * asked for nothing before. A key that is known as revoked is not certified again.
 *
 * @throws ReleaseSigningError `key-compromised`, `certificate-revoked`, `key-mismatch`, `input-missing`, what the chain is
 * refused for, and what `issue` throws
 */
export async function renewCertificate(request: RenewalRequest, ports: RenewalPorts): Promise<RenewalReport> {
  const { files, clock, parties } = ports
  const now = clock()
  const chain = request.current === undefined ? undefined : readSigningChain(request.current)
  const register = request.register === undefined ? undefined : await openRegister(request.register, files)
  if (chain !== undefined) {
    if (register !== undefined) checkStandingByRegister(register.content, chain.leaf.publicKey)
    if (request.crls.length > 0) {
      checkStandingByCrls(request.crls, chain, anchorsOf(request.rootCertificates), now)
    }
  }
  const state = chain === undefined ? undefined : stateOf(chain, now)
  const due = state === undefined || state.daysLeft < request.renewBeforeDays
  const asItIs = {
    due,
    renewed: false,
    path: request.output,
    chain: chain === undefined ? '' : pemOf(chain),
    certificate: state ?? null,
    previous: null,
    issued: undefined,
    warnings: chain?.warnings ?? [],
  }
  if (parties === undefined) return asItIs
  const output = await outputFor(request, files)
  if (due) return renew({ request, chain, register, output }, parties, ports)
  if (output.replaces === undefined) {
    await files.writeAll([{ path: output.path, bytes: utf8(asItIs.chain), replaces: 'nothing' }])
  }
  return asItIs
}

interface DueRenewal {
  readonly request: RenewalRequest
  readonly chain: SigningChain | undefined
  readonly register: OpenRegister | undefined
  readonly output: Output
}

async function renew(
  { request, chain, register, output }: DueRenewal,
  { signer, issue }: RenewalParties,
  { files, clock }: Pick<RenewalPorts, 'files' | 'clock'>,
): Promise<RenewalReport> {
  const key = await openSigningKey(signer, request.signingAlgorithm)
  if (chain !== undefined && !equalBytes(key.publicKey.spki, chain.leaf.publicKey.spki)) {
    throw new ReleaseSigningError('key-mismatch', `the chain is for another key than ${key.keyId}`, {
      hint: 'Give the chain of this key; for a new key leave certificate-chain out once, and name its subject.',
    })
  }
  if (register !== undefined) checkStandingByRegister(register.content, key.publicKey)
  const { der, requestId } = await key.sign(
    encodeRequestInfo({ ...namesFor(request, chain?.leaf), publicKey: key.publicKey.spki }),
  )
  const issued = await issue({ name: 'the new request', bytes: der }, output)
  const written = await files.readIfThere(output.path, limits.certificateFileBytes)
  const renewed = readSigningChain({ name: output.path, bytes: written ?? new Uint8Array() })
  const now = clock()
  const after = stateOf(renewed, now)
  return {
    due: true,
    renewed: true,
    path: output.path,
    chain: pemOf(renewed),
    certificate: after,
    previous: chain === undefined ? null : stateOf(chain, now),
    issued: { ...issued, kmsRequestIds: [...(requestId === undefined ? [] : [requestId]), ...issued.kmsRequestIds] },
    warnings: [
      ...issued.warnings,
      ...(after.daysLeft < request.renewBeforeDays
        ? [`the new chain, too, ends in ${after.daysLeft} days: renew the CA, or ask for more days`]
        : []),
    ],
  }
}

/** What is there may be the chain as it is, and nothing else. */
async function outputFor({ current, output }: RenewalRequest, files: IdentityFiles): Promise<Output> {
  const plain = { path: output, format: 'pem' } as const
  const found = await files.readIfThere(output, limits.certificateFileBytes)
  if (found === undefined) {
    await expectNewFile(plain, files)
    return plain
  }
  if (current === undefined || !equalBytes(found, current.bytes)) throw fileExists(output)
  await files.checkWritable([output])
  return { ...plain, replaces: found }
}

const pemOf = ({ leaf, intermediates }: SigningChain): string =>
  new TextDecoder().decode(
    encodePem(
      'CERTIFICATE',
      [leaf, ...intermediates].map(({ der }) => der),
    ),
  )

function stateOf({ leaf, intermediates }: SigningChain, now: Date): ChainState {
  const end = Math.min(...[leaf, ...intermediates].map(({ notAfter }) => notAfter.getTime()))
  return {
    subject: leaf.subject.text,
    sha256: leaf.sha256,
    notAfter: new Date(end).toISOString(),
    daysLeft: Math.floor((end - now.getTime()) / 86_400_000),
  }
}

/** Subject and names as they are asked for, else as they are in the certificate. */
function namesFor({ subject, alternativeNames }: RenewalRequest, current: Certificate | undefined) {
  const der = subject === undefined ? current?.subject.der : encodeSubject(subject)
  if (der === undefined) {
    throw new ReleaseSigningError('input-missing', 'there is no certificate yet, and no subject for the first', {
      hint: 'Give common-name and what else belongs to the subject.',
    })
  }
  const asked = encodeAlternativeNames(alternativeNames)
  const present = current?.rawExtensions.get(extensionKinds.subjectAlternativeName.oid)
  const names =
    asked.length > 0
      ? [extension.subjectAlternativeName(asked)]
      : present === undefined
        ? []
        : [extension.encodeExtension(present.oid, present.value, present.critical)]
  return {
    subject: der,
    extensions: [
      ...usageExtensions('code-signing', undefined),
      extension.extendedKeyUsage([purpose.codeSigning]),
      ...names,
    ],
  }
}
