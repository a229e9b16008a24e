import { createPublicKey, constants as cryptoConstants, type KeyObject, verify } from 'node:crypto'
import { type DerElement, parseDer } from '../../src/core/der/reader.ts'

/** PKCS #10 (RFC 2986), as far as whoever issues looks at it. */
export interface CertificationRequest {
  /** DER Name. */
  readonly subject: Uint8Array
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  readonly key: KeyObject
  /** Of the requested subject alternative name: a DER GeneralNames. */
  readonly subjectAlternativeName: Uint8Array | undefined
}

/** Contents of OBJECT IDENTIFIERs, in hexadecimal. */
const oid = { extensionRequest: '2a864886f70d01090e', subjectAlternativeName: '551d11', pss: '2a864886f70d01010a' }

/** By the last arc of ecdsa-with-SHA… and sha…WithRSAEncryption. */
const hashes: ReadonlyMap<string, string> = new Map([
  ['2a8648ce3d040302', 'sha256'],
  ['2a8648ce3d040303', 'sha384'],
  ['2a8648ce3d040304', 'sha512'],
  ['2a864886f70d01010b', 'sha256'],
  ['2a864886f70d01010c', 'sha384'],
  ['2a864886f70d01010d', 'sha512'],
])

/** @returns undefined for what is no request, or not signed with the key in it */
export function readCertificationRequest(pem: string): CertificationRequest | undefined {
  const body = /-----BEGIN CERTIFICATE REQUEST-----([\s\S]*?)-----END CERTIFICATE REQUEST-----/.exec(pem)?.[1]
  if (body === undefined) return undefined
  try {
    const [info, algorithm, signature] = parseDer(Buffer.from(body, 'base64'), 'request').children
    const [, subject, publicKey, attributes] = info?.children ?? []
    if (!info || !algorithm || !signature || !subject || !publicKey) return undefined
    const key = createPublicKey({ key: Buffer.from(publicKey.bytes), format: 'der', type: 'spki' })
    if (!isSigned(key, algorithm, info.bytes, signature.content.subarray(1))) return undefined
    return {
      subject: subject.bytes,
      publicKey: publicKey.bytes,
      key,
      subjectAlternativeName: requestedNames(attributes),
    }
  } catch {
    return undefined
  }
}

function isSigned(key: KeyObject, algorithm: DerElement, message: Uint8Array, signature: Uint8Array): boolean {
  const name = hex(algorithm.children[0])
  const type = key.asymmetricKeyType ?? ''
  if (type === 'ed25519' || type.startsWith('ml-dsa')) return verify(null, message, key, signature)
  const hash = hashes.get(name)
  if (hash !== undefined) return verify(hash, message, key, signature)
  const { RSA_PKCS1_PSS_PADDING: padding, RSA_PSS_SALTLEN_AUTO: saltLength } = cryptoConstants
  return (
    name === oid.pss &&
    [...hashes.values()].some((one) => verify(one, message, { key, padding, saltLength }, signature))
  )
}

function requestedNames(attributes: DerElement | undefined): Uint8Array | undefined {
  const request = attributes?.children.find(({ children }) => hex(children[0]) === oid.extensionRequest)
  const extensions = request?.children[1]?.children[0]?.children ?? []
  return extensions.find(({ children }) => hex(children[0]) === oid.subjectAlternativeName)?.children.at(-1)?.content
}

const hex = (element: DerElement | undefined): string => Buffer.from(element?.content ?? []).toString('hex')
