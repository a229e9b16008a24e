import { base64 } from '../base64.ts'
import { utf8 } from '../bytes.ts'
import { parseDer } from '../der/reader.ts'
import { tag } from '../der/tag.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'

/**
 * The DER of every certificate in a file: PEM (RFC 7468; one or many, explanatory text between them), or one in DER.
 *
 * @param what names the file in errors
 * @throws ReleaseSigningError `private-key-in-input`, `pem-invalid`, `der-invalid` or `limit-exceeded`
 */
export function readCertificates(bytes: Uint8Array, what: string): Uint8Array[] {
  const certificates = readPemOrDer(bytes, 'CERTIFICATE', what, limits.certificateFileBytes)
  if (certificates.length > limits.certificates) {
    throw new ReleaseSigningError(
      'limit-exceeded',
      `${what}: ${certificates.length} certificates, at most ${limits.certificates} are read`,
    )
  }
  return certificates
}

/** One PEM block for each certificate, as UTF-8 (RFC 7468). */
export const encodeCertificatePem = (certificates: readonly Uint8Array[]): Uint8Array =>
  encodePem('CERTIFICATE', certificates)

export type PemLabel = 'CERTIFICATE' | 'CERTIFICATE REQUEST' | 'X509 CRL'

/** One PEM block for each, as UTF-8 (RFC 7468). */
export function encodePem(label: PemLabel, ders: readonly Uint8Array[]): Uint8Array {
  const blocks = ders.map((der) => {
    const lines = base64(der).match(/.{1,64}/g) ?? []
    return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
  })
  return utf8(blocks.join(''))
}

/**
 * The DER of every PEM block with this label, or the bytes themselves when they are DER. At least one; blocks with
 * another label are refused.
 *
 * @throws ReleaseSigningError `private-key-in-input`, `pem-invalid`, `der-invalid` or `limit-exceeded`
 */
export function readPemOrDer(bytes: Uint8Array, label: string, what: string, maximumBytes: number): Uint8Array[] {
  if (bytes.length > maximumBytes) {
    throw new ReleaseSigningError('limit-exceeded', `${what}: ${bytes.length} bytes, at most ${maximumBytes} are read`)
  }
  if (bytes[0] === tag.sequence && isPrivateKey(bytes, what)) throw privateKey(what)
  // Text may begin with the digit 0. A length of one octet must fit: no text of so few characters holds PEM.
  const length = bytes[1] ?? 0
  if (bytes[0] === tag.sequence && (length >= 0x80 || length === bytes.length - 2)) return [bytes]
  const text = new TextDecoder().decode(bytes)
  if (/PRIVATE KEY|PuTTY-User-Key-File/.test(text)) throw privateKey(what)
  return pemBlocks(text, label, what)
}

function pemBlocks(text: string, label: string, what: string): Uint8Array[] {
  const blocks: Uint8Array[] = []
  let body: string[] | undefined
  for (const line of text.split(/\r\n|\n|\r/)) {
    const boundary = /^-----(BEGIN|END) (.*)-----[ \t]*$/.exec(line)
    if (boundary === null) {
      if (body === undefined && line.startsWith('-----')) throw invalid(what, label, 'a damaged boundary line')
      body?.push(line.trim())
      continue
    }
    const [, edge, found] = boundary
    if (found !== label) throw invalid(what, label, `a block that is no ${label}`)
    if ((edge === 'BEGIN') !== (body === undefined))
      throw invalid(what, label, `${edge} ${label} without its counterpart`)
    if (body !== undefined) blocks.push(decodeBase64(body.join(''), what, label))
    body = edge === 'BEGIN' ? [] : undefined
  }
  if (body !== undefined) throw invalid(what, label, 'cut short')
  if (blocks.length === 0) throw invalid(what, label, `no ${label} in it`)
  return blocks
}

function decodeBase64(text: string, what: string, label: string): Uint8Array {
  // atob passes over spaces and missing padding: only text that comes back is Base64.
  const octets = /^[A-Za-z0-9+/]+=*$/.test(text) && text.length % 4 === 0 ? atob(text) : ''
  if (octets === '' || btoa(octets) !== text) throw invalid(what, label, 'a block that is not Base64')
  return Uint8Array.from(octets, (octet) => octet.charCodeAt(0))
}

/** PKCS #8, PKCS #1 and SEC 1 keys begin with a version; an encrypted one is an AlgorithmIdentifier and octets. */
function isPrivateKey(bytes: Uint8Array, what: string): boolean {
  try {
    const [first, second, third] = parseDer(bytes, what).children
    return first?.tag === tag.integer || (second?.tag === tag.octetString && third === undefined)
  } catch (error) {
    // Whoever parses it as what it should be says what is wrong.
    if (error instanceof ReleaseSigningError) return false
    throw error
  }
}

const privateKey = (what: string) =>
  new ReleaseSigningError('private-key-in-input', `${what}: holds a private key`, {
    hint: 'Take it out, and replace the key: it has been where others can read it.',
  })

const invalid = (what: string, label: string, problem: string) =>
  new ReleaseSigningError('pem-invalid', `${what}: not PEM: ${problem}`, {
    rule: 'RFC 7468',
    hint: `Give PEM (-----BEGIN ${label}-----), or DER.`,
  })
