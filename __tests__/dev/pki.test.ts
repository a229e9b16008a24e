import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { createAuthority, extension, generalName, generateKey, type TestKeySpec } from '../../dev/pki.ts'

const parsed = (der: Uint8Array) => new X509Certificate(der)

describe('the virtual PKI', () => {
  test('issues root, intermediate and code-signing leaf that another parser accepts', () => {
    const root = createAuthority({ subject: { C: 'CH', O: 'Example', CN: 'Root' } })
    const ca = root.issueAuthority({ subject: 'CA', pathLength: 0 })
    const leaf = ca.issue({ subject: { O: 'Example', CN: 'Signer' }, san: [generalName.uri('https://example.com/a')] })
    const [rootRead, caRead, leafRead] = [root, ca, leaf].map(({ certificate }) => parsed(certificate))
    expect(leafRead?.checkIssued(caRead ?? fail())).toBe(true)
    expect(leafRead?.verify(caRead?.publicKey ?? fail())).toBe(true)
    expect(caRead?.verify(rootRead?.publicKey ?? fail())).toBe(true)
    expect(rootRead?.verify(rootRead.publicKey)).toBe(true)
    expect(leafRead?.subject).toBe('O=Example\nCN=Signer')
    expect(leafRead?.subjectAltName).toBe('URI:https://example.com/a')
    expect(leafRead?.keyUsage).toEqual(['1.3.6.1.5.5.7.3.3'])
    expect(leaf.chain).toEqual([leaf.certificate, ca.certificate])
  })

  const specs: readonly TestKeySpec[] = [
    'RSA_2048',
    'ECC_NIST_P256',
    'ECC_NIST_P384',
    'ECC_NIST_P521',
    'ECC_SECG_P256K1',
  ]
  test.each(specs)('issues with %s', (spec) => {
    const key = generateKey(spec)
    const root = parsed(createAuthority({ key }).certificate)
    expect(root.verify(root.publicKey)).toBe(true)
  })

  test('overrides, removes and adds extensions', () => {
    const root = createAuthority({
      extensions: {
        keyUsage: null,
        basicConstraints: extension.basicConstraints(false),
        extra: extension.extendedKeyUsage('1.2.3.4'),
      },
    })
    expect(parsed(root.certificate).ca).toBe(false)
    expect(parsed(root.certificate).keyUsage).toEqual(['1.2.3.4'])
  })

  test('breaks a signature', () => {
    const { certificate } = createAuthority({ mutateTbs: (tbs) => tbs, mutateBytes: flipLast })
    expect(parsed(certificate).verify(parsed(certificate).publicKey)).toBe(false)
  })
})

const flipLast = (bytes: Uint8Array): Uint8Array => bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1)

function fail(): never {
  throw new Error('missing')
}
