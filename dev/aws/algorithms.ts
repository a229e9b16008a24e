// What AWS KMS documents of its key specs and signing algorithms. On purpose not the product's own table: an error in
// that one must not be repeated by the stand-in it is tested against.

export type SigningScheme = 'rsa-pkcs1' | 'rsa-pss' | 'ecdsa' | 'ed25519' | 'ml-dsa'
export type MessageType = 'RAW' | 'DIGEST' | 'EXTERNAL_MU'

export interface SigningAlgorithm {
  readonly name: string
  readonly scheme: SigningScheme
  readonly hash: 'sha256' | 'sha384' | 'sha512' | undefined
  /** Bytes of a DIGEST or an EXTERNAL_MU message. */
  readonly digestLength: number
  readonly messageTypes: readonly MessageType[]
}

const hashed = (
  name: string,
  scheme: SigningScheme,
  hash: 'sha256' | 'sha384' | 'sha512',
  digestLength: number,
): SigningAlgorithm => ({ name, scheme, hash, digestLength, messageTypes: ['RAW', 'DIGEST'] })

export const signingAlgorithms: readonly SigningAlgorithm[] = [
  hashed('RSASSA_PKCS1_V1_5_SHA_256', 'rsa-pkcs1', 'sha256', 32),
  hashed('RSASSA_PKCS1_V1_5_SHA_384', 'rsa-pkcs1', 'sha384', 48),
  hashed('RSASSA_PKCS1_V1_5_SHA_512', 'rsa-pkcs1', 'sha512', 64),
  hashed('RSASSA_PSS_SHA_256', 'rsa-pss', 'sha256', 32),
  hashed('RSASSA_PSS_SHA_384', 'rsa-pss', 'sha384', 48),
  hashed('RSASSA_PSS_SHA_512', 'rsa-pss', 'sha512', 64),
  hashed('ECDSA_SHA_256', 'ecdsa', 'sha256', 32),
  hashed('ECDSA_SHA_384', 'ecdsa', 'sha384', 48),
  hashed('ECDSA_SHA_512', 'ecdsa', 'sha512', 64),
  { name: 'ED25519_SHA_512', scheme: 'ed25519', hash: undefined, digestLength: 0, messageTypes: ['RAW'] },
  {
    name: 'ML_DSA_SHAKE_256',
    scheme: 'ml-dsa',
    hash: undefined,
    digestLength: 64,
    messageTypes: ['RAW', 'EXTERNAL_MU'],
  },
]

const rsa = signingAlgorithms.slice(0, 6).map(({ name }) => name)

/** Signing algorithms of each key spec that signs. */
export const algorithmsOfSpec: ReadonlyMap<string, readonly string[]> = new Map([
  ['RSA_2048', rsa],
  ['RSA_3072', rsa],
  ['RSA_4096', rsa],
  ['ECC_NIST_P256', ['ECDSA_SHA_256']],
  ['ECC_NIST_P384', ['ECDSA_SHA_384']],
  ['ECC_NIST_P521', ['ECDSA_SHA_512']],
  ['ECC_SECG_P256K1', ['ECDSA_SHA_256']],
  ['ECC_NIST_EDWARDS25519', ['ED25519_SHA_512']],
  ['ML_DSA_44', ['ML_DSA_SHAKE_256']],
  ['ML_DSA_65', ['ML_DSA_SHAKE_256']],
  ['ML_DSA_87', ['ML_DSA_SHAKE_256']],
])

/** Longest RAW message of a Sign or Verify call, in bytes. */
export const maximumRawBytes = 4096
