import { describe, expect } from '@jest/globals'
import { certificatePem, crlPem } from '../../dev/pki.ts'
import { checkChain } from '../../src/release/check-chain.ts'
import type { NamedBytes } from '../../src/release/named-bytes.ts'
import { readVectorJson, testWithVectors } from '../support/vectors.ts'

interface Case {
  readonly id: string
  readonly group: string
  readonly expected: 'accept' | 'reject'
  readonly time: string
  readonly purpose: string
  readonly roots: readonly string[]
  readonly intermediates: readonly string[]
  readonly leaf: string
  readonly crls: readonly string[]
}

const profiles = ['rfc5280', 'code-signing'] as const

const pem = (name: string, blocks: readonly string[], encode: (der: Uint8Array) => string): NamedBytes => ({
  name,
  bytes: Buffer.from(blocks.map((block) => encode(Buffer.from(block, 'base64'))).join('')),
})

function verdict(one: Case, profile: (typeof profiles)[number]): 'accept' | 'reject' {
  const { valid } = checkChain(
    {
      rootCertificates: [pem('roots', one.roots, certificatePem)],
      certificateChain: pem('leaf', [one.leaf], certificatePem),
      // A file each: more than one file may hold is a case of its own.
      intermediates: one.intermediates.map((der) => pem('intermediate', [der], certificatePem)),
      at: new Date(one.time),
      profile,
      purpose: one.purpose,
      crls: one.crls.length === 0 ? [] : [pem('crls', one.crls, crlPem)],
      crlScope: 'path',
    },
    { clock: () => new Date(one.time) },
  )
  return valid ? 'accept' : 'reject'
}

const cases = (group: string): readonly Case[] =>
  (readVectorJson('limbo.json') as readonly Case[]).filter((one) => one.group === group)

const wrong = (group: string, profile: (typeof profiles)[number]) =>
  cases(group)
    .map((one) => ({ id: one.id, expected: one.expected, verdict: verdict(one, profile) }))
    .filter(({ expected, verdict }) => expected !== verdict)
    .map(({ id }) => id)

describe.each(profiles)('x509-limbo, profile %s', (profile) => {
  testWithVectors('core', () => {
    expect(cases('core')).toHaveLength(86)
    expect(wrong('core', profile)).toEqual([])
  })

  testWithVectors('real-chains', () => {
    expect(cases('real-chains')).toHaveLength(14)
    expect(wrong('real-chains', profile)).toEqual([])
  })

  testWithVectors('crl', () => {
    expect(cases('crl')).toHaveLength(8)
    expect(wrong('crl', profile)).toEqual([])
  })

  testWithVectors('pathological, each under a second', () => {
    expect(cases('pathological')).toHaveLength(11)
    for (const one of cases('pathological')) {
      const start = performance.now()
      expect({ id: one.id, verdict: verdict(one, profile) }).toEqual({ id: one.id, verdict: one.expected })
      expect(performance.now() - start).toBeLessThan(1000)
    }
  })
})

describe('x509-limbo, where the profiles differ', () => {
  testWithVectors('code-signing-profile: RFC 5280 takes them, the code-signing profile does not', () => {
    expect(cases('code-signing-profile')).toHaveLength(4)
    expect(wrong('code-signing-profile', 'code-signing')).toEqual([])
    expect(wrong('code-signing-profile', 'rfc5280')).toHaveLength(4)
  })

  testWithVectors('ca-lint: all but the one that contradicts cve::cve-2024-0567', () => {
    expect(cases('ca-lint')).toHaveLength(43)
    expect(wrong('ca-lint', 'code-signing')).toEqual(['rfc5280::aki::cross-signed-root-missing-aki'])
  })
})
