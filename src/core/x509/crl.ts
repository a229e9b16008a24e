import { algorithmByIdentifier, type SignatureAlgorithm } from '../algorithm.ts'
import { equalBytes } from '../bytes.ts'
import { sha256Hex } from '../crypto.ts'
import { bitStringOctetsOf, smallIntegerOf, timeOf } from '../der/fields.ts'
import { type DerElement, type DerSlice, parseDer, splitDer } from '../der/reader.ts'
import { contextConstructed, tag } from '../der/tag.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { crlInvalid, crlReason, parseRevokedCertificate, type RevokedCertificate } from './crl-entry.ts'
import { type CrlExtensions, parseCrlExtensions } from './crl-extensions.ts'
import { type Name, parseName, sameName } from './name.ts'
import { readPemOrDer } from './pem.ts'

/** A CRL of version 2 (RFC 5280 section 5), read whole. */
export interface CertificateRevocationList extends CrlExtensions {
  readonly sha256: string
  /** The signed bytes. */
  readonly tbs: Uint8Array
  readonly signatureAlgorithm: SignatureAlgorithm
  readonly signature: Uint8Array
  readonly issuer: Name
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  /** Entries for a certificate; those of an indirect CRL name its issuer. */
  find(issuer: Name, serial: bigint): readonly RevokedCertificate[]
  /** The serial numbers listed, each once, in hexadecimal without leading zeros. */
  serials(): readonly string[]
}

/**
 * The DER of every CRL in a file: PEM (label `X509 CRL`; one or many), or one in DER.
 *
 * @param what names the file in errors
 * @throws ReleaseSigningError `private-key-in-input`, `pem-invalid`, `der-invalid` or `limit-exceeded`
 */
export const readCrls = (bytes: Uint8Array, what: string): Uint8Array[] =>
  readPemOrDer(bytes, 'X509 CRL', what, limits.crlFileBytes)

/**
 * Strict, linear, and without a tree of the whole: entries are looked at one by one.
 *
 * @throws ReleaseSigningError `der-invalid`, `crl-invalid`, `crl-extension-unknown`, `algorithm-unknown`, `limit-exceeded`
 */
export function parseCrl(der: Uint8Array, what = 'CRL'): CertificateRevocationList {
  if (der.length > limits.crlBytes) {
    throw new ReleaseSigningError('limit-exceeded', `${what}: ${der.length} bytes, at most ${limits.crlBytes} are read`)
  }
  const [list] = slices(der, 1, what)
  if (list?.tag !== tag.sequence) throw crlInvalid(`${what}: not one SEQUENCE`, '5.1')
  const [tbs, algorithm, signature] = slices(list.content, 3, what)
  if (tbs?.tag !== tag.sequence || algorithm === undefined || signature?.tag !== tag.bitString) {
    throw crlInvalid(`${what}: not the three fields of a CRL`, '5.1')
  }
  const signatureAlgorithm = algorithmByIdentifier(algorithm.bytes, what)
  const fields = parseTbs(tbs, algorithm.bytes, what)
  return {
    ...fields,
    sha256: sha256Hex(der),
    tbs: tbs.bytes,
    signatureAlgorithm,
    signature: bitStringOctetsOf(parseDer(signature.bytes, what), `${what}: signature`),
  }
}

/** All of at most `most` elements. */
function slices(bytes: Uint8Array, most: number, what: string): DerSlice[] {
  const found: DerSlice[] = []
  for (const slice of splitDer(bytes, what, most + 1)) {
    found.push(slice)
    if (found.length > most) throw crlInvalid(`${what}: an unexpected field after the ones known`, '5.1')
  }
  return found
}

function parseTbs(tbs: DerSlice, algorithm: Uint8Array, what: string) {
  const fields = slices(tbs.content, 7, what)
  const take = (accepted: (slice: DerSlice) => boolean): DerSlice | undefined => {
    const next = fields[0]
    return next !== undefined && accepted(next) ? fields.shift() : undefined
  }
  const required = (name: string, expected: readonly number[]): DerElement => {
    const slice = take(({ tag: found }) => expected.includes(found))
    if (slice === undefined) throw crlInvalid(`${what}: ${name} is missing or misplaced`, '5.1.2')
    return parseDer(slice.bytes, what)
  }
  const times = [tag.utcTime, tag.generalizedTime]

  // Version 1 has no CRL number, without which no CRL counts here.
  if (smallIntegerOf(required('version 2', [tag.integer]), what) !== 1) {
    throw crlInvalid(`${what}: not of version 2`, '5.1.2.1')
  }
  if (!equalBytes(required('signature', [tag.sequence]).bytes, algorithm)) {
    throw crlInvalid(`${what}: the signature algorithms inside and outside differ`, '5.1.1.2')
  }
  const issuer = parseName(required('issuer', [tag.sequence]), `${what}: issuer`)
  if (issuer.rdns.length === 0) throw crlInvalid(`${what}: the issuer has no name`, '5.1.2.3')
  const thisUpdate = timeOf(required('thisUpdate', times), `${what}: thisUpdate`)
  const nextUpdate = timeOf(required('nextUpdate', times), `${what}: nextUpdate`)
  const revoked = take((slice) => slice.tag === tag.sequence)
  const extensions = required('the list of extensions', [contextConstructed(0)])
  if (fields.length > 0) throw crlInvalid(`${what}: an unexpected field after the ones known`, '5.1.2')
  if (nextUpdate < thisUpdate) throw crlInvalid(`${what}: nextUpdate is before thisUpdate`, '5.1.2.5')

  const parsed = parseCrlExtensions(extensions, what)
  return { ...parsed, issuer, thisUpdate, nextUpdate, ...indexEntries({ revoked, issuer, what, extensions: parsed }) }
}

interface Entries {
  readonly revoked: DerSlice | undefined
  readonly issuer: Name
  readonly what: string
  readonly extensions: CrlExtensions
}

/** Reads all entries, each of which is for the issuer last named (RFC 5280 section 5.3.3), and finds by serial number. */
function indexEntries({
  revoked,
  issuer,
  what,
  extensions,
}: Entries): Pick<CertificateRevocationList, 'find' | 'serials'> {
  const entries = new Map<string, { readonly issuers: readonly Name[]; readonly entry: RevokedCertificate }[]>()
  if (revoked?.content.length === 0) throw crlInvalid(`${what}: an empty list of revoked certificates`, '5.1.2.6')
  const indirect = extensions.issuingDistributionPoint?.indirect === true
  let issuers: readonly Name[] = [issuer]
  let nodes = 0
  for (const slice of splitDer(revoked?.content ?? new Uint8Array(), what, limits.crlNodes)) {
    const element = parseDer(slice.bytes, what)
    nodes += countNodes(element)
    if (nodes > limits.crlNodes) throw new ReleaseSigningError('limit-exceeded', `${what}: too many DER elements`)
    const entry = parseRevokedCertificate(element, what)
    if (entry.certificateIssuer !== undefined) {
      if (!indirect) throw crlInvalid(`${what}: certificateIssuer in a CRL that is not indirect`, '5.3.3')
      issuers = entry.certificateIssuer
    }
    if (entry.reason === crlReason.removeFromCrl && extensions.baseNumber === undefined) {
      throw crlInvalid(`${what}: removeFromCRL in a CRL that is not a delta`, '5.3.1')
    }
    const key = keyOf(entry.serial)
    const known = entries.get(key)
    if (known === undefined) entries.set(key, [{ issuers, entry }])
    else known.push({ issuers, entry })
  }
  return {
    find: (wanted, serial) =>
      (entries.get(keyOf(serial)) ?? [])
        .filter((found) => found.issuers.some((one) => sameName(one, wanted)))
        .map(({ entry }) => entry),
    serials: () => [...entries.keys()],
  }
}

// Not the bigint: engines hash only its low digits, and an attacker picks the serial numbers.
const keyOf = (serial: bigint): string => serial.toString(16)

const countNodes = (element: DerElement): number => element.children.reduce((sum, child) => sum + countNodes(child), 1)

/** Compares two optional byte strings: both left out, or the same. */
export const sameOptional = (a: Uint8Array | undefined, b: Uint8Array | undefined): boolean =>
  a === undefined || b === undefined ? a === b : equalBytes(a, b)

/** How a refusal names a CRL: its issuer, as the DESIGN of refusals asks, and when it was issued. */
export const describeCrl = (crl: CertificateRevocationList): string =>
  `CRL of ${crl.issuer.text} issued ${crl.thisUpdate.toISOString()}`
