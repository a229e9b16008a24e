import { createPublicKey } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { certificatePem, createAuthority, generateKey, pem } from '../../../dev/pki.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { limits } from '../../../src/core/limits.ts'
import { readCertificates } from '../../../src/core/x509/pem.ts'
import { codeOf, refusalOf } from '../../support/refusal.ts'

const root = createAuthority({ subject: 'Root' })
const leaf = root.issue()
const both = [leaf.certificate, root.certificate]
const text = certificatePem(leaf.certificate) + certificatePem(root.certificate)
const read = (input: string | Uint8Array) =>
  readCertificates(typeof input === 'string' ? utf8(input) : input, 'chain.pem')

describe('what is read', () => {
  test.each([
    ['PEM', text],
    ['line ends of another system', text.replaceAll('\n', '\r\n')],
    ['white space at the ends of lines', text.replaceAll('\n', ' \t\n')],
    ['no line end at the end', text.trimEnd()],
    ['a byte order mark', `\ufeff${text}`],
    ['explanatory text', `0 s:CN=Leaf\n${text.replaceAll('-----BEGIN', 'subject=x\n\n-----BEGIN')}\nthe end`],
    ['one line of Base64', text.replace(/(?<=[A-Za-z0-9+/])\n(?=[A-Za-z0-9+/=])/g, '')],
  ])('%s', (_, input) => {
    expect(read(input)).toEqual(both)
  })

  test('DER', () => {
    expect(read(leaf.certificate)).toEqual([leaf.certificate])
  })
})

describe('what is refused', () => {
  const [first = '', second = ''] = text.split('\n').slice(1)

  test.each([
    ['nothing', ''],
    ['text', 'no certificate in here'],
    ['one that is cut short', text.slice(0, -40)],
    ['a BEGIN within', text.replace('-----END CERTIFICATE-----', '-----BEGIN CERTIFICATE-----')],
    ['an END alone', text.replace('-----BEGIN CERTIFICATE-----', '')],
    ['a damaged boundary before a sound block', `-----BEGIN CERTIFICATE----\n${text}`],
    ['a damaged boundary', text.replace('-----BEGIN CERTIFICATE-----', '-----BEGIN CERTIFICATE----')],
    ['another label', pem('X509 CRL', leaf.certificate)],
    ['a public key beside it', text + pem('PUBLIC KEY', leaf.key.publicKey)],
    ['an empty block', '-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----'],
    ['characters that are not Base64', text.replace(second, `${second.slice(1)}*`)],
    ['white space within a line', text.replace(first, `${first.slice(0, 9)} ${first.slice(9)}`)],
    ['missing padding', `-----BEGIN CERTIFICATE-----\nMA\n-----END CERTIFICATE-----`],
    ['padding bits', `-----BEGIN CERTIFICATE-----\nMB==\n-----END CERTIFICATE-----`],
    ['header fields', text.replace('-----\n', '-----\nProc-Type: 4,ENCRYPTED\n\n')],
  ])('%s', (_, input) => {
    expect(codeOf(() => read(input))).toBe('pem-invalid')
  })

  test('more than is taken', () => {
    expect(codeOf(() => read(certificatePem(leaf.certificate).repeat(limits.certificates + 1)))).toBe('limit-exceeded')
    expect(codeOf(() => read(new Uint8Array(limits.certificateFileBytes + 1)))).toBe('limit-exceeded')
  })
})

describe('private keys are refused and not repeated', () => {
  const { privateKey } = generateKey('ECC_NIST_P256')
  const rsa = generateKey('RSA_2048').privateKey
  const pemOf = (type: 'pkcs8' | 'sec1') => privateKey.export({ type, format: 'pem' }).toString()
  const encrypted = { cipher: 'aes-128-cbc', passphrase: 'x' }

  test.each<[string, string | Uint8Array]>([
    ['PKCS #8', pemOf('pkcs8')],
    ['SEC 1', pemOf('sec1')],
    ['PKCS #1', rsa.export({ type: 'pkcs1', format: 'pem' }).toString()],
    ['encrypted', privateKey.export({ type: 'pkcs8', format: 'pem', ...encrypted }).toString()],
    ['after a certificate', text + pemOf('pkcs8')],
    ['with a damaged boundary', pemOf('pkcs8').replaceAll('-----', '----')],
    ['PKCS #8, DER', privateKey.export({ type: 'pkcs8', format: 'der' })],
    ['SEC 1, DER', privateKey.export({ type: 'sec1', format: 'der' })],
    ['PKCS #1, DER', rsa.export({ type: 'pkcs1', format: 'der' })],
    ['encrypted, DER', privateKey.export({ type: 'pkcs8', format: 'der', ...encrypted })],
  ])('%s', (_, input) => {
    const refusal = refusalOf(() => read(input))
    expect(refusal?.code).toBe('private-key-in-input')
    expect(JSON.stringify({ ...refusal, message: refusal?.message })).not.toMatch(/[A-Za-z0-9+/]{40}/)
  })

  test('a public key is none', () => {
    const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
    expect(codeOf(() => read(new Uint8Array(spki)))).not.toBe('private-key-in-input')
  })
})
