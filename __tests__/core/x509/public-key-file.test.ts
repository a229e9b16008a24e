import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { createAuthority, generateKey } from '../../../dev/pki.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { readPublicKey } from '../../../src/core/x509/public-key-file.ts'
import { codeOf } from '../../support/refusal.ts'

const read = (bytes: Uint8Array | string) => readPublicKey(typeof bytes === 'string' ? utf8(bytes) : bytes, 'key.pem')
const ec = generateKey('ECC_NIST_P256')
const pemOf = ({ publicKey }: { readonly publicKey: Uint8Array }): string =>
  createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }).export({
    type: 'spki',
    format: 'pem',
  }) as string

describe('a public key in a file', () => {
  test.each(['RSA_2048', 'ECC_NIST_P256', 'ECC_NIST_P521', 'ECC_NIST_EDWARDS25519', 'ML_DSA_87'] as const)(
    '%s, in DER and in PEM',
    (spec) => {
      const key = generateKey(spec)
      for (const bytes of [key.publicKey, pemOf(key), `for the release\n${pemOf(key).replaceAll('\n', '\r\n')}`]) {
        const { keySpec, spki } = read(bytes)
        expect(keySpec).toBe(spec)
        expect(Buffer.from(spki)).toEqual(Buffer.from(key.publicKey))
      }
    },
  )

  test.each<[string, () => Uint8Array | string, string]>([
    ['nothing', () => '', 'pem-invalid'],
    ['Base64 alone, as the AWS CLI prints it', () => Buffer.from(ec.publicKey).toString('base64'), 'pem-invalid'],
    ['two keys', () => pemOf(ec) + pemOf(generateKey('ECC_NIST_P256')), 'pem-invalid'],
    ['a certificate in PEM', () => createAuthority().certificatePem, 'pem-invalid'],
    ['a certificate in DER', () => createAuthority().certificate, 'der-invalid'],
    ['bytes behind it', () => Buffer.concat([ec.publicKey, Buffer.of(0)]), 'pem-invalid'],
    ['bytes missing', () => ec.publicKey.subarray(0, -1), 'pem-invalid'],
    ['a private key in PEM', () => ec.privateKey.export({ type: 'pkcs8', format: 'pem' }), 'private-key-in-input'],
    ['a private key in DER', () => ec.privateKey.export({ type: 'pkcs8', format: 'der' }), 'private-key-in-input'],
    ['a key that is too short', () => rsa(1024), 'key-weak'],
    ['a key of a length that KMS has not', () => rsa(2560), 'key-unsupported'],
    [
      'a key for agreement',
      () => generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'der' }),
      'key-unsupported',
    ],
    ['too much', () => '#'.repeat(70_000), 'limit-exceeded'],
  ])('%s is refused', (_, bytes, code) => {
    expect(codeOf(() => read(bytes()))).toBe(code)
  })
})

const rsa = (modulusLength: number): Uint8Array =>
  generateKeyPairSync('rsa', { modulusLength }).publicKey.export({ type: 'spki', format: 'der' })
