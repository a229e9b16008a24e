import { describe, expect, test } from '@jest/globals'
import {
  type AuthorityOptions,
  createAuthority,
  critical,
  extension,
  generalName,
  generateKey,
  keyIdentifier,
  nonCritical,
} from '../../../../dev/pki.ts'
import { createTrustAnchor } from '../../../../src/core/x509/trust-anchor.ts'
import { caWith, inRfc5280, leafWith, pathFor, rootWith, verdict } from '../../../support/path.ts'

// Items 42 to 44: the pinned root, and key identifiers.

const both = (leaf: Parameters<typeof verdict>[0], choices: Parameters<typeof verdict>[1] = {}) => [
  verdict(leaf, choices),
  inRfc5280(leaf, choices),
]

describe('42: pinned by its bytes', () => {
  const root = createAuthority({ subject: 'Root' })
  const leaf = root.issueAuthority().issue()

  test('nothing pinned, another pinned', () => {
    expect(both(leaf)).toEqual(['accepted', 'accepted'])
    expect(both(leaf, { anchors: [] })).toEqual(['path-not-found', 'path-not-found'])
    const other = createAuthority({ subject: 'Other' }).root
    expect(both(leaf, { anchors: [other] })).toEqual(['path-not-found', 'path-not-found'])
    expect(both(leaf, { anchors: [other, leaf.root] })).toEqual(['accepted', 'accepted'])
  })

  test('a root of the same name and key identifier with another key', () => {
    const namesake = createAuthority({
      subject: 'Root',
      extensions: { subjectKeyIdentifier: extension.subjectKeyIdentifier(keyIdentifier(root.key.publicKey)) },
    })
    const invalid = 'certificate-signature-invalid'
    expect(both(leaf, { anchors: [namesake.certificate] })).toEqual([invalid, invalid])
  })

  test('a root that comes with the untrusted certificates is not trusted for it', () => {
    const stranger = createAuthority({ subject: 'Root' })
    const forged = stranger.issueAuthority().issue()
    const choices = { anchors: [root.certificate], intermediates: [...forged.chain.slice(1), stranger.certificate] }
    for (const code of both(forged, choices)) expect(code).not.toBe('accepted')
    expect(both(forged, { anchors: [stranger.certificate] })).toEqual(['accepted', 'accepted'])
  })

  test('the same root issued anew, and its certificate in the chain: an intermediate like any other', () => {
    const anew = createAuthority({ subject: 'Root', key: root.key, serial: 99n })
    expect(both(leaf, { anchors: [anew.certificate] })).toEqual(['accepted', 'accepted'])
    const choices = { anchors: [root.certificate], intermediates: [...leaf.chain.slice(1), anew.certificate] }
    expect(pathFor(leaf, choices).certificates).toHaveLength(3)
    expect(pathFor(leaf, choices).anchor.certificate.sha256).toBe(
      createTrustAnchor(root.certificate).certificate.sha256,
    )
  })

  test('one of several roots, the others unfit', () => {
    const unfit = createAuthority({ subject: 'Unfit', extensions: { subjectKeyIdentifier: null } })
    expect(both(leaf, { anchors: [unfit.certificate, root.certificate] })).toEqual(['accepted', 'accepted'])
  })
})

describe('43: what a root must be like', () => {
  const good = ['accepted', 'accepted']

  test('basic constraints: critical cA', () => {
    const of = (basicConstraints: ReturnType<typeof extension.basicConstraints> | null) =>
      both(rootWith({ extensions: { basicConstraints } }))
    expect(of(extension.basicConstraints(true))).toEqual(good)
    expect(of(extension.basicConstraints(true, undefined, false))).toEqual([
      'certificate-extension-not-critical',
      'accepted',
    ])
    expect(of(extension.basicConstraints(false))).toEqual(['certificate-not-ca', 'certificate-not-ca'])
    expect(of(null)).toEqual(['certificate-not-ca', 'certificate-not-ca'])
  })

  test('keyCertSign where it has key usage; without any, a warning', () => {
    const of = (keyUsage: AuthorityOptions['extensions']) =>
      rootWith(keyUsage === undefined ? {} : { extensions: keyUsage })
    expect(both(of({ keyUsage: extension.keyUsage('cRLSign') }))).toEqual([
      'key-usage-cert-sign-missing',
      'key-usage-cert-sign-missing',
    ])
    const plain = of({ keyUsage: null })
    expect(both(plain)).toEqual(good)
    expect(pathFor(plain).warnings).toEqual([expect.stringContaining('no key usage')])
    expect(pathFor(of({})).warnings).toEqual([])
  })

  test('a subject key identifier', () => {
    expect(both(rootWith({ extensions: { subjectKeyIdentifier: null } }))).toEqual([
      'subject-key-identifier-missing',
      'accepted',
    ])
  })

  test('no unknown critical extension', () => {
    const extensions = { unknown: critical(extension.ocspNoCheck()) }
    const code = 'certificate-extension-unknown'
    expect(both(rootWith({ extensions }))).toEqual([code, code])
  })

  test('its own signature', () => {
    const mutateSignature = (bytes: Uint8Array) => bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1)
    expect(verdict(rootWith({ mutateSignature }))).toBe('certificate-signature-invalid')
  })

  test('one signed with SHA-1 is pinned all the same, with a warning', () => {
    const leaf = rootWith({ key: generateKey('RSA_3072'), algorithm: 'RSASSA_PKCS1_V1_5_SHA_1' })
    // The chain below it is signed as it should be: the option is the root's alone.
    expect(verdict(leaf)).toBe('accepted')
    expect(pathFor(leaf).warnings).toEqual([expect.stringContaining('self-signed with an algorithm')])
  })

  test('valid at the instant asked about, not when pinned', () => {
    const old = rootWith({ notBefore: new Date('2025-01-01T00:00:00Z'), notAfter: new Date('2026-01-01T00:00:00Z') })
    expect(both(old)).toEqual(['certificate-expired', 'certificate-expired'])
    expect(both(old, { at: new Date('2025-06-01T00:00:00Z') })).toEqual(good)
  })

  test('a cross certificate that is pinned', () => {
    const outer = createAuthority({ subject: 'Outer' })
    const inner = outer.issueAuthority({ subject: 'Inner' })
    const leaf = inner.issue()
    const pinned = { anchors: [inner.certificate], intermediates: [] }
    expect(verdict(leaf, pinned)).toBe('accepted')
    expect(pathFor(leaf, pinned).warnings).toEqual([expect.stringContaining('issued by another')])
  })

  test('alternative names that are sound', () => {
    const san = (one: Uint8Array) => both(rootWith({ extensions: { san: extension.subjectAltName(one) } }))
    const malformed = [
      generalName.dns('not a name'),
      // What is an address belongs under iPAddress, which name constraints on addresses hold for.
      generalName.dns('192.0.2.1'),
      generalName.email('no mailbox'),
      generalName.uri('relative'),
    ]
    for (const one of malformed) expect(san(one)).toEqual(['alternative-name-malformed', 'accepted'])
    const sound = [generalName.dns('a.example'), generalName.email('a@a.example'), generalName.uri('https://a.example')]
    for (const one of sound) expect(san(one)).toEqual(good)
  })

  test('one of version 1, in the rfc5280 profile', () => {
    expect(both(rootWith({ fields: { version: null, extensions: [] } }))).toEqual(['certificate-version', 'accepted'])
  })
})

describe('44: key identifiers', () => {
  const { authorityKeyIdentifier, subjectKeyIdentifier } = extension
  const odd = new Uint8Array(20).fill(7)

  test('critical ones are refused', () => {
    const leaf = (isCritical: boolean) =>
      leafWith({
        extensions: { subjectKeyIdentifier: (isCritical ? critical : nonCritical)(subjectKeyIdentifier(odd)) },
      })
    const code = 'certificate-extension-critical'
    expect(both(leaf(true))).toEqual([code, code])
    expect(both(leaf(false))).toEqual(['accepted', 'accepted'])
    expect(both(leafWith({ extensions: { authorityKeyIdentifier: critical(authorityKeyIdentifier(odd)) } }))).toEqual([
      code,
      code,
    ])
  })

  test('of another issuer, in the code-signing profile; never a proof', () => {
    const mismatch = leafWith({ extensions: { authorityKeyIdentifier: authorityKeyIdentifier(odd) } })
    expect(both(mismatch)).toEqual(['authority-key-identifier-mismatch', 'accepted'])
    const forged = createAuthority({ subject: 'CA' })
    const ca = createAuthority({ subject: 'Root' }).issueAuthority({ subject: 'CA' })
    const leaf = forged.issue({
      extensions: { authorityKeyIdentifier: authorityKeyIdentifier(keyIdentifier(ca.key.publicKey)) },
    })
    const code = 'certificate-signature-invalid'
    expect(both({ ...leaf, chain: [leaf.certificate, ca.certificate], root: ca.root })).toEqual([code, code])
  })

  test('by issuer and serial number', () => {
    const root = createAuthority({ subject: 'Root' })
    const ca = root.issueAuthority({ subject: 'CA', serial: 4711n })
    const of = (issuer: string, serial: bigint) =>
      verdict(
        ca.issue({
          extensions: {
            authorityKeyIdentifier: authorityKeyIdentifier(
              keyIdentifier(ca.key.publicKey),
              [generalName.directory(issuer)],
              serial,
            ),
          },
        }),
      )
    expect(of('Root', 4711n)).toBe('accepted')
    expect(of('Root', 4712n)).toBe('authority-key-identifier-mismatch')
    expect(of('Other', 4711n)).toBe('authority-key-identifier-mismatch')
    const names = (...issuer: Uint8Array[]) => {
      const identifier = authorityKeyIdentifier(keyIdentifier(ca.key.publicKey), issuer, 4711n)
      return verdict(ca.issue({ extensions: { authorityKeyIdentifier: identifier } }))
    }
    expect(names(generalName.directory('Other'), generalName.directory('Root'))).toBe('accepted')
    expect(names(generalName.dns('root.example'))).toBe('accepted')
  })

  test('missing, in the code-signing profile', () => {
    const none = { extensions: { authorityKeyIdentifier: null } }
    expect(both(leafWith(none))).toEqual(['authority-key-identifier-missing', 'accepted'])
    expect(both(caWith(none))).toEqual(['authority-key-identifier-missing', 'accepted'])
    const bare = {
      extensions: { authorityKeyIdentifier: authorityKeyIdentifier(undefined, [generalName.directory('Root')], 1n) },
    }
    expect(verdict(leafWith(bare))).toBe('authority-key-identifier-missing')
    expect(both(caWith({ extensions: { subjectKeyIdentifier: null } }))).toEqual([
      'subject-key-identifier-missing',
      'accepted',
    ])
    expect(both(leafWith({ extensions: { subjectKeyIdentifier: null } }))).toEqual(['accepted', 'accepted'])
  })

  test('of a root: its own, or none', () => {
    const key = generateKey('ECC_NIST_P256')
    const of = (value: ReturnType<typeof authorityKeyIdentifier>) =>
      both(rootWith({ key, extensions: { authorityKeyIdentifier: value } }))
    const id = keyIdentifier(key.publicKey)
    expect(of(authorityKeyIdentifier(id))).toEqual(['accepted', 'accepted'])
    expect(of(authorityKeyIdentifier(odd))).toEqual(['authority-key-identifier-mismatch', 'accepted'])
    expect(of(authorityKeyIdentifier())).toEqual(['authority-key-identifier-unfit', 'accepted'])
    const full = authorityKeyIdentifier(id, [generalName.directory('Test Root')], 1n)
    expect(of(full)).toEqual(['authority-key-identifier-unfit', 'accepted'])
  })
})
