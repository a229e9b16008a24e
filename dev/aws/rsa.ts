// RSA over a digest made elsewhere (RFC 8017), which node:crypto does not offer as such.
import { constants, createHash, type KeyObject, privateEncrypt, publicDecrypt, randomBytes } from 'node:crypto'

type RsaHash = 'sha256' | 'sha384' | 'sha512'

/** DigestInfo up to the digest (RFC 8017 section 9.2, note 1). */
const digestInfo: Readonly<Record<RsaHash, string>> = {
  sha256: '3031300d060960864801650304020105000420',
  sha384: '3041300d060960864801650304020205000430',
  sha512: '3051300d060960864801650304020305000440',
}

export function pkcs1SignDigest(key: KeyObject, hash: RsaHash, digest: Uint8Array): Uint8Array {
  const block = Buffer.concat([Buffer.from(digestInfo[hash], 'hex'), digest])
  return privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, block)
}

export function pkcs1VerifyDigest(key: KeyObject, hash: RsaHash, digest: Uint8Array, signature: Uint8Array): boolean {
  const block = open(key, signature, constants.RSA_PKCS1_PADDING)
  return block?.equals(Buffer.concat([Buffer.from(digestInfo[hash], 'hex'), digest])) ?? false
}

/** EMSA-PSS with MGF1 of the same hash and a salt as long as the digest (RFC 8017 section 9.1.1), as KMS does. */
export function pssSignDigest(key: KeyObject, hash: RsaHash, digest: Uint8Array): Uint8Array {
  const length = modulusBytes(key)
  const salt = randomBytes(digest.length)
  const h = createHash(hash).update(Buffer.alloc(8)).update(digest).update(salt).digest()
  const db = Buffer.alloc(length - h.length - 1)
  db[db.length - salt.length - 1] = 1
  salt.copy(db, db.length - salt.length)
  const block = Buffer.concat([masked(hash, h, db), h, Buffer.of(0xbc)])
  return privateEncrypt({ key, padding: constants.RSA_NO_PADDING }, block)
}

export function pssVerifyDigest(key: KeyObject, hash: RsaHash, digest: Uint8Array, signature: Uint8Array): boolean {
  const block = open(key, signature, constants.RSA_NO_PADDING)
  if (block === undefined || block.at(-1) !== 0xbc) return false
  const middle = block.length - digest.length - 1
  const h = block.subarray(middle, -1)
  const db = masked(hash, h, block.subarray(0, middle))
  const saltStart = db.length - digest.length
  const padding = Buffer.concat([Buffer.alloc(saltStart - 1), Buffer.of(1)])
  if (!db.subarray(0, saltStart).equals(padding)) return false
  return createHash(hash).update(Buffer.alloc(8)).update(digest).update(db.subarray(saltStart)).digest().equals(h)
}

const modulusBytes = (key: KeyObject): number => (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8

/** Undefined when the padding is wrong. */
function open(key: KeyObject, signature: Uint8Array, padding: number): Buffer | undefined {
  if (signature.length !== modulusBytes(key)) return undefined
  try {
    return publicDecrypt({ key, padding }, signature)
  } catch {
    // OpenSSL throws where the padding, or a number above the modulus, is found out.
    return undefined
  }
}

/** `bytes` XOR MGF1(seed), its top bit cleared: every modulus here is a whole number of octets. */
function masked(hash: RsaHash, seed: Uint8Array, bytes: Uint8Array): Buffer {
  const mask: Buffer[] = []
  for (let i = 0, length = 0; length < bytes.length; i++) {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(i)
    const part = createHash(hash).update(seed).update(counter).digest()
    mask.push(part)
    length += part.length
  }
  const flat = Buffer.concat(mask)
  const result = Buffer.from(bytes.map((octet, i) => octet ^ (flat[i] ?? 0)))
  result[0] = (result[0] ?? 0) & 0x7f
  return result
}
