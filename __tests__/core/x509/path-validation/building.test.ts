import { describe, expect, test } from '@jest/globals'
import {
  type Authority,
  createAuthority,
  critical,
  extension,
  generalName,
  generateKey,
  rawExtension,
} from '../../../../dev/pki.ts'
import { concatBytes } from '../../../../src/core/bytes.ts'
import { derNull, octetString, sequence } from '../../../../src/core/der/writer.ts'
import { ReleaseSigningError } from '../../../../src/core/error.ts'
import { limits } from '../../../../src/core/limits.ts'
import { at, inRfc5280, leafWith, pathFor, verdict } from '../../../support/path.ts'
import { refusalOf } from '../../../support/refusal.ts'

// Items 45 to 48: building paths out of what an attacker may have put together.

const expired = { notBefore: new Date('2025-01-01T00:00:00Z'), notAfter: new Date('2025-12-31T00:00:00Z') }

/** Runs it and says how much processor time it took, in milliseconds. */
function timed<T>(action: () => T): { readonly result: T; readonly milliseconds: number } {
  const start = process.cpuUsage()
  const result = action()
  const { user, system } = process.cpuUsage(start)
  return { result, milliseconds: (user + system) / 1000 }
}

/** CAs that have each certified every other, and a leaf below the first. */
function tangle(count: number) {
  const keys = Array.from({ length: count }, () => generateKey('ECC_NIST_P256'))
  const authorities = keys.map((key, i) => createAuthority({ subject: `CA ${i}`, key }))
  const intermediates = authorities.flatMap((issuer) =>
    authorities
      .filter((subject) => subject !== issuer)
      .map(({ subject, key }) => issuer.issueAuthority({ subject, key }).certificate),
  )
  return { authorities, intermediates }
}

describe('45: loops', () => {
  test('two CAs that certify each other', () => {
    const { authorities, intermediates } = tangle(2)
    const [a, b] = authorities
    const leaf = a?.issue() ?? leafWith({})
    const stranger = createAuthority({ subject: 'Stranger' }).certificate
    expect(verdict(leaf, { intermediates, anchors: [stranger] })).toBe('path-not-found')
    expect(verdict(leaf, { intermediates, anchors: [b?.certificate ?? stranger] })).toBe('accepted')
  })

  test('a CA that certifies itself, over and over', () => {
    const root = createAuthority()
    const ca = root.issueAuthority({ subject: 'CA' })
    const again = Array.from({ length: 20 }, () => ca.issueAuthority({ subject: 'CA', key: ca.key }).certificate)
    const choices = { intermediates: [...again, ca.certificate] }
    expect(pathFor(ca.issue(), choices).certificates).toHaveLength(3)
    expect(verdict(ca.issue(), { intermediates: again })).toBe('path-not-found')
  })

  test('a leaf that goes by its issuer’s name', () => {
    const root = createAuthority()
    const ca = root.issueAuthority({ subject: 'CA' })
    expect(verdict(ca.issue({ subject: 'CA' }))).toBe('accepted')
  })
})

describe('46: bounds', () => {
  test('a tangle without an end, without much work', () => {
    const { authorities, intermediates } = tangle(8)
    const leaf = authorities[0]?.issue() ?? leafWith({})
    const anchors = [createAuthority({ subject: 'Stranger' }).certificate]
    for (const check of [verdict, inRfc5280]) {
      const { result, milliseconds } = timed(() => check(leaf, { intermediates, anchors }))
      expect(result).toBe('limit-exceeded')
      expect(milliseconds).toBeLessThan(2000)
    }
  })

  test('signature checks: many certificates of one name, none of which issued it', () => {
    const root = createAuthority()
    const ca = root.issueAuthority({ subject: 'CA' })
    const many = Array.from(
      { length: limits.signatureChecks + 10 },
      () => root.issueAuthority({ subject: 'CA' }).certificate,
    )
    const leaf = ca.issue({ extensions: { authorityKeyIdentifier: null } })
    expect(inRfc5280(leaf, { intermediates: many })).toBe('limit-exceeded')
    expect(inRfc5280(leaf, { intermediates: [...many.slice(0, 20), ca.certificate] })).toBe('accepted')
  })

  test('paths that are valid but for what the caller wants', () => {
    const root = createAuthority()
    const key = generateKey('ECC_NIST_P256')
    const many = Array.from({ length: limits.paths + 5 }, () => root.issueAuthority({ subject: 'CA', key }).certificate)
    const leaf = root.issueAuthority({ subject: 'CA', key }).issue()
    const accept = () => {
      throw new ReleaseSigningError('crl-missing', 'none will do')
    }
    expect(verdict(leaf, { intermediates: many, accept })).toBe('limit-exceeded')
    expect(verdict(leaf, { intermediates: many.slice(0, 10), accept })).toBe('crl-missing')
    expect(verdict(leaf, { intermediates: many })).toBe('accepted')
  })

  test('paths, where few certificates make many', () => {
    const root = createAuthority()
    const levels: Authority[][] = [[root]]
    for (const subject of ['A', 'B', 'C']) {
      const key = generateKey('ECC_NIST_P256')
      const [issuer = root] = levels.at(-1) ?? []
      levels.push(Array.from({ length: 5 }, () => issuer.issueAuthority({ subject, key })))
    }
    const leaf = levels.at(-1)?.[0]?.issue() ?? leafWith({})
    const intermediates = levels
      .slice(1)
      .flat()
      .map(({ certificate }) => certificate)
    const accept = () => {
      throw new ReleaseSigningError('crl-missing', 'none will do')
    }
    const refused = refusalOf(() => pathFor(leaf, { intermediates, accept }))
    expect(refused?.code).toBe('limit-exceeded')
    expect(refused?.message).toContain(`${limits.paths} paths`)
    expect(verdict(leaf, { intermediates })).toBe('accepted')
  })

  test('a bound that the caller reaches ends the search', () => {
    const root = createAuthority()
    const key = generateKey('ECC_NIST_P256')
    const [a, b] = [root.issueAuthority({ subject: 'CA', key }), root.issueAuthority({ subject: 'CA', key })]
    let calls = 0
    const accept = () => {
      if (++calls === 1) throw new ReleaseSigningError('limit-exceeded', 'too much')
    }
    expect(verdict(a.issue(), { intermediates: [a.certificate, b.certificate], accept })).toBe('limit-exceeded')
  })

  test('length of a path', () => {
    const deep = (authorities: number) => {
      let last: Authority = createAuthority()
      for (let i = 1; i < authorities; i++) last = last.issueAuthority({ subject: `CA ${i}` })
      return verdict(last.issue())
    }
    expect(deep(limits.pathLength - 1)).toBe('accepted')
    expect(deep(limits.pathLength)).toBe('limit-exceeded')
  })

  test('bytes, elements and nesting of a certificate', () => {
    const padded = (value: Uint8Array) => verdict(leafWith({ extensions: { pad: rawExtension('1.2.3.4', value) } }))
    expect(padded(new Uint8Array(limits.certificateBytes))).toBe('limit-exceeded')
    expect(padded(new Uint8Array(10_000))).toBe('accepted')
    const names = Array.from({ length: limits.derNodes }, () => generalName.dns('a'))
    expect(verdict(leafWith({ san: names }))).toBe('limit-exceeded')
    let nested = derNull()
    for (let i = 0; i < limits.derDepth; i++) nested = sequence(nested)
    expect(verdict(leafWith({ subject: { CN: nested } }))).toBe('limit-exceeded')
    expect(padded(octetString(nested))).toBe('accepted')
  })

  test('names compared with constraints, without much work', () => {
    const names = Array.from({ length: 1_500 }, (_, i) => generalName.dns(`n${i}.example.com`))
    const permitted = Array.from({ length: 1_500 }, (_, i) => generalName.dns(`m${i}.example.com`))
    const nameConstraints = extension.nameConstraints({ excluded: permitted })
    const ca = createAuthority().issueAuthority({ extensions: { nameConstraints } })
    const { result, milliseconds } = timed(() => verdict(ca.issue({ san: names })))
    expect(result).toBe('limit-exceeded')
    expect(milliseconds).toBeLessThan(2000)
  })
})

describe('47: another path is tried after one that fails', () => {
  const root = createAuthority({ subject: 'Root' })
  const key = generateKey('ECC_NIST_P256')
  const good = root.issueAuthority({ subject: 'CA', key })
  const leaf = good.issue()
  const constrained = extension.nameConstraints({ excluded: [generalName.directory({ CN: 'Test Signer' })] })

  test.each<[string, Parameters<Authority['issueAuthority']>[0]]>([
    ['expired', expired],
    ['constrained', { extensions: { constrained } }],
    ['badly signed', { mutateSignature: (bytes) => bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1) }],
    ['no CA', { extensions: { basicConstraints: null } }],
    ['for another purpose', { extensions: { eku: extension.extendedKeyUsage('1.2.3') } }],
    ['with an unknown critical extension', { extensions: { unknown: critical(rawExtension('1.2.3.4', derNull())) } }],
  ])('an issuer of the same name and key that is %s', (_, options) => {
    const bad = root.issueAuthority({ subject: 'CA', key, ...options }).certificate
    expect(verdict(leaf, { intermediates: [bad] })).not.toBe('accepted')
    expect(verdict(leaf, { intermediates: [bad, good.certificate] })).toBe('accepted')
    expect(verdict(leaf, { intermediates: [good.certificate, bad] })).toBe('accepted')
    expect(inRfc5280(leaf, { intermediates: [bad, good.certificate] })).toBe('accepted')
  })

  test('an issuer that leads elsewhere', () => {
    const other = createAuthority({ subject: 'Other' })
    const cross = other.issueAuthority({ subject: 'CA', key }).certificate
    expect(verdict(leaf, { intermediates: [cross, good.certificate] })).toBe('accepted')
    expect(verdict(leaf, { intermediates: [cross] })).toBe('path-not-found')
    expect(verdict(leaf, { intermediates: [cross], anchors: [root.certificate, other.certificate] })).toBe('accepted')
  })

  test('a path that the caller refuses', () => {
    const second = root.issueAuthority({ subject: 'CA', key, serial: 4711n })
    const intermediates = [good.certificate, second.certificate]
    const accept: Parameters<typeof verdict>[1] & {} = {
      intermediates,
      accept: ({ certificates }) => {
        if (certificates[1]?.serial !== 4711n) throw new ReleaseSigningError('certificate-revoked', 'that one')
      },
    }
    expect(pathFor(leaf, accept).certificates[1]?.serial).toBe(4711n)
    expect(verdict(leaf, { ...accept, intermediates: [good.certificate] })).toBe('certificate-revoked')
  })

  test('the order in which certificates come does not matter', () => {
    const a = root.issueAuthority({ subject: 'A' })
    const b = a.issueAuthority({ subject: 'B' })
    const c = b.issueAuthority({ subject: 'C' })
    const chain = [a.certificate, b.certificate, c.certificate]
    for (const intermediates of [chain, chain.toReversed()]) {
      expect(pathFor(c.issue(), { intermediates }).certificates.map(({ subject }) => subject.text)).toEqual([
        'CN=Test Signer',
        'CN=C',
        'CN=B',
        'CN=A',
        'CN=Root',
      ])
    }
  })
})

describe('48: what is broken beside a good path does no harm', () => {
  const root = createAuthority()
  const leaf = root.issueAuthority().issue()
  const junk = [
    new Uint8Array(),
    Uint8Array.of(0x30),
    new Uint8Array(limits.certificateBytes + 1),
    concatBytes(root.certificate, Uint8Array.of(0)),
    root.issueAuthority({ extensions: { unknown: critical(rawExtension('1.2.3.4', derNull())) } }).certificate,
    root.issueAuthority({ key: generateKey('ECC_NIST_P192') }).certificate,
    root.issueAuthority({ fields: { issuer: sequence() } }).certificate,
  ]

  test.each(junk.map((certificate, i) => [i, certificate] as const))('%#', (_, certificate) => {
    const intermediates = [certificate, ...leaf.chain.slice(1)]
    expect(verdict(leaf, { intermediates })).toBe('accepted')
    expect(inRfc5280(leaf, { intermediates, at })).toBe('accepted')
    expect(verdict(leaf, { intermediates: [certificate] })).not.toBe('accepted')
  })
})
