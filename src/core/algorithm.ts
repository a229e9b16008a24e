import { bytesToHex } from './bytes.ts'
import { contextConstructed } from './der/tag.ts'
import { der, derNull, integer, objectIdentifier, sequence } from './der/writer.ts'
import { ReleaseSigningError } from './error.ts'

export type HashName = 'sha256' | 'sha384' | 'sha512'

/** AWS KMS key specs that sign, as in its CreateKey API. */
export type KeySpec =
  | 'RSA_2048'
  | 'RSA_3072'
  | 'RSA_4096'
  | 'ECC_NIST_P256'
  | 'ECC_NIST_P384'
  | 'ECC_NIST_P521'
  | 'ECC_SECG_P256K1'
  | 'ECC_NIST_EDWARDS25519'
  | 'ML_DSA_44'
  | 'ML_DSA_65'
  | 'ML_DSA_87'

/** AWS KMS names of signing algorithms, as in its Sign API; also what `signing-algorithm` takes. */
export type AlgorithmName =
  | 'RSASSA_PKCS1_V1_5_SHA_256'
  | 'RSASSA_PKCS1_V1_5_SHA_384'
  | 'RSASSA_PKCS1_V1_5_SHA_512'
  | 'RSASSA_PSS_SHA_256'
  | 'RSASSA_PSS_SHA_384'
  | 'RSASSA_PSS_SHA_512'
  | 'ECDSA_SHA_256'
  | 'ECDSA_SHA_384'
  | 'ECDSA_SHA_512'
  | 'ED25519_SHA_512'
  | 'ML_DSA_SHAKE_256'

export interface Hash {
  readonly name: HashName
  /** Length of a digest in bytes. */
  readonly length: number
  /** DER AlgorithmIdentifier, parameters absent (RFC 5754 section 2). */
  readonly identifier: Uint8Array
}

export interface SignatureAlgorithm {
  readonly name: AlgorithmName
  readonly scheme: 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa' | 'ed25519' | 'ml-dsa'
  /** Of the artifact, and of the message where the scheme does not hash it by itself. */
  readonly hash: Hash
  /** Key specs that AWS KMS signs with under this algorithm; the first algorithm of a spec is its default. */
  readonly keySpecs: readonly KeySpec[]
  /** MessageType of the KMS Sign call. */
  readonly messageType: 'DIGEST' | 'RAW' | 'EXTERNAL_MU'
  /** The one DER AlgorithmIdentifier taken for it, parameters included (RFC 4055, RFC 5754, RFC 5758). */
  readonly identifier: Uint8Array
}

const hash = (name: HashName, length: number, oid: string): Hash => ({
  name,
  length,
  identifier: sequence(objectIdentifier(oid)),
})

const sha256 = hash('sha256', 32, '2.16.840.1.101.3.4.2.1')
const sha384 = hash('sha384', 48, '2.16.840.1.101.3.4.2.2')
const sha512 = hash('sha512', 64, '2.16.840.1.101.3.4.2.3')

/** Raw digests of one artifact, by hash. */
export type Digests = Readonly<Partial<Record<HashName, Uint8Array>>>

/** The same in lower-case hexadecimal. */
export const hexDigests = (digests: Digests): Readonly<Partial<Record<HashName, string>>> =>
  Object.fromEntries(Object.entries(digests).map(([hash, bytes]) => [hash, bytesToHex(bytes)]))

/** The allow-list of hashes: nothing else is computed, compared or believed. */
export const hashes: readonly Hash[] = [sha256, sha384, sha512]

const rsaSpecs: readonly KeySpec[] = ['RSA_2048', 'RSA_3072', 'RSA_4096']

const pkcs1 = (name: AlgorithmName, hash: Hash, oid: string): SignatureAlgorithm => ({
  name,
  scheme: 'rsa-pkcs1',
  hash,
  keySpecs: rsaSpecs,
  messageType: 'DIGEST',
  identifier: sequence(objectIdentifier(oid), derNull()),
})

/** Salt as long as the digest, MGF1 with the same hash, trailer field 1 (its default, so not encoded). */
const pss = (name: AlgorithmName, hash: Hash, hashOid: string): SignatureAlgorithm => {
  const hashIdentifier = sequence(objectIdentifier(hashOid), derNull())
  return {
    name,
    scheme: 'rsa-pss',
    hash,
    keySpecs: rsaSpecs,
    messageType: 'DIGEST',
    identifier: sequence(
      objectIdentifier('1.2.840.113549.1.1.10'),
      sequence(
        der(contextConstructed(0), hashIdentifier),
        der(contextConstructed(1), sequence(objectIdentifier('1.2.840.113549.1.1.8'), hashIdentifier)),
        der(contextConstructed(2), integer(hash.length)),
      ),
    ),
  }
}

const ecdsa = (name: AlgorithmName, hash: Hash, oid: string, keySpecs: readonly KeySpec[]): SignatureAlgorithm => ({
  name,
  scheme: 'ecdsa',
  hash,
  keySpecs,
  messageType: 'DIGEST',
  identifier: sequence(objectIdentifier(oid)),
})

/** Signs the message whole, and goes with SHA-512 (RFC 8419 section 3.1). */
const ed25519: SignatureAlgorithm = {
  name: 'ED25519_SHA_512',
  scheme: 'ed25519',
  hash: sha512,
  keySpecs: ['ECC_NIST_EDWARDS25519'],
  messageType: 'RAW',
  identifier: sequence(objectIdentifier('1.3.101.112')),
}

/** Pure ML-DSA with an empty context (FIPS 204); SHA-512 goes with every parameter set (RFC 9882 section 3.3). */
const mlDsa = (spec: KeySpec, oid: string): SignatureAlgorithm => ({
  name: 'ML_DSA_SHAKE_256',
  scheme: 'ml-dsa',
  hash: sha512,
  keySpecs: [spec],
  messageType: 'EXTERNAL_MU',
  identifier: sequence(objectIdentifier(oid)),
})

/** Every signature algorithm this program makes or believes. */
export const signatureAlgorithms: readonly SignatureAlgorithm[] = [
  pkcs1('RSASSA_PKCS1_V1_5_SHA_256', sha256, '1.2.840.113549.1.1.11'),
  pkcs1('RSASSA_PKCS1_V1_5_SHA_384', sha384, '1.2.840.113549.1.1.12'),
  pkcs1('RSASSA_PKCS1_V1_5_SHA_512', sha512, '1.2.840.113549.1.1.13'),
  pss('RSASSA_PSS_SHA_256', sha256, '2.16.840.1.101.3.4.2.1'),
  pss('RSASSA_PSS_SHA_384', sha384, '2.16.840.1.101.3.4.2.2'),
  pss('RSASSA_PSS_SHA_512', sha512, '2.16.840.1.101.3.4.2.3'),
  ecdsa('ECDSA_SHA_256', sha256, '1.2.840.10045.4.3.2', ['ECC_NIST_P256', 'ECC_SECG_P256K1']),
  ecdsa('ECDSA_SHA_384', sha384, '1.2.840.10045.4.3.3', ['ECC_NIST_P384']),
  ecdsa('ECDSA_SHA_512', sha512, '1.2.840.10045.4.3.4', ['ECC_NIST_P521']),
  ed25519,
  mlDsa('ML_DSA_44', '2.16.840.1.101.3.4.3.17'),
  mlDsa('ML_DSA_65', '2.16.840.1.101.3.4.3.18'),
  mlDsa('ML_DSA_87', '2.16.840.1.101.3.4.3.19'),
]

const byName = Map.groupBy(signatureAlgorithms, ({ name }): string => name)
const byIdentifier = new Map(signatureAlgorithms.map((row) => [bytesToHex(row.identifier), row]))
const hashByIdentifier = new Map(
  hashes.flatMap((row) => {
    // RFC 5754 section 2: parameters are left out when written, and absent or NULL when read.
    const withNull = sequence(row.identifier.subarray(2), derNull())
    return [row.identifier, withNull].map((identifier) => [bytesToHex(identifier), row] as const)
  }),
)

/**
 * @param spec of the key, where a name stands for a row for each of several, as that of ML-DSA does; the first without
 * @throws ReleaseSigningError `algorithm-unknown`
 */
export function algorithmByName(name: string, spec?: KeySpec): SignatureAlgorithm {
  const rows = byName.get(name) ?? []
  const row = rows.find(({ keySpecs }) => spec !== undefined && keySpecs.includes(spec)) ?? rows[0]
  if (row === undefined) {
    throw new ReleaseSigningError('algorithm-unknown', `signing algorithm ${name} is not known`, {
      hint: `Use one of ${[...byName.keys()].join(', ')}.`,
    })
  }
  return row
}

/**
 * The row whose AlgorithmIdentifier is these very bytes; parameters are part of the comparison.
 *
 * @param what names where it stood, such as `certificate`
 * @throws ReleaseSigningError `algorithm-unknown`
 */
export function algorithmByIdentifier(identifier: Uint8Array, what: string): SignatureAlgorithm {
  const row = byIdentifier.get(bytesToHex(identifier))
  if (row === undefined) {
    throw new ReleaseSigningError('algorithm-unknown', `${what}: signature algorithm or its parameters not accepted`, {
      hint: 'RSA PKCS#1 v1.5, RSA-PSS (salt as long as the digest) and ECDSA, each with SHA-256, SHA-384 or SHA-512, are; so are Ed25519 and ML-DSA.',
    })
  }
  return row
}

/** @throws ReleaseSigningError `algorithm-unknown` */
export function hashByAlgorithmIdentifier(identifier: Uint8Array, what: string): Hash {
  const row = hashByIdentifier.get(bytesToHex(identifier))
  if (row === undefined) {
    throw new ReleaseSigningError('algorithm-unknown', `${what}: digest algorithm not accepted`, {
      hint: 'SHA-256, SHA-384 and SHA-512 are.',
    })
  }
  return row
}

/**
 * The rows that a signature by a key may have been made under: the one that it names where that fits, else all that do.
 *
 * @param spec undefined for a key that AWS KMS has no spec for, which none fits
 */
export const fittingAlgorithms = (
  spec: KeySpec | undefined,
  named: SignatureAlgorithm | undefined,
): readonly SignatureAlgorithm[] =>
  signatureAlgorithms.filter(
    (row) => spec !== undefined && row.keySpecs.includes(spec) && (named === undefined || row === named),
  )

/**
 * The algorithm to sign with: the one asked for, which must fit the key, or the key's first.
 *
 * @throws ReleaseSigningError `algorithm-unknown` or `algorithm-mismatch`
 */
export function algorithmForKey(spec: KeySpec, asked?: string): SignatureAlgorithm {
  const fitting = signatureAlgorithms.filter((row) => row.keySpecs.includes(spec))
  const row = asked === undefined ? fitting[0] : algorithmByName(asked, spec)
  if (row === undefined || !fitting.includes(row)) {
    throw new ReleaseSigningError('algorithm-mismatch', `a key of spec ${spec} does not sign with ${asked}`, {
      hint: `Leave signing-algorithm out, or use ${fitting.map(({ name }) => name).join(' or ')}.`,
    })
  }
  return row
}
