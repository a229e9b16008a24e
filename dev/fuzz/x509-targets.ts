import { algorithmForKey } from '../../src/core/algorithm.ts'
import { equalBytes } from '../../src/core/bytes.ts'
import { type DerElement, parseDer } from '../../src/core/der/reader.ts'
import { parseCertificate } from '../../src/core/x509/certificate.ts'
import { parseCertificationRequest } from '../../src/core/x509/certification-request.ts'
import { parseCrl, readCrls } from '../../src/core/x509/crl.ts'
import { encodeRequestInfo } from '../../src/core/x509/encode/request.ts'
import { encodeSigned } from '../../src/core/x509/encode/signed.ts'
import { findPath } from '../../src/core/x509/path.ts'
import { readCertificates } from '../../src/core/x509/pem.ts'
import { readPublicKey } from '../../src/core/x509/public-key-file.ts'
import { createRevocationChecker } from '../../src/core/x509/revocation.ts'
import { createTrustAnchor, type TrustAnchor } from '../../src/core/x509/trust-anchor.ts'
import { certificatePem, crlPem, encodeExtension } from '../pki.ts'
import { mutateBytes, mutateTree } from './mutate.ts'
import type { Random } from './random.ts'
import { createFuzzCrls, type FuzzPki, richExtensions } from './seeds.ts'
import type { FuzzTarget } from './target.ts'

const ecdsa = algorithmForKey('ECC_NIST_P256')

export const fuzzInstant = new Date('2026-11-24T12:00:00Z')

export const mutateOneOf =
  (seeds: readonly Uint8Array[]) =>
  (random: Random): Uint8Array => {
    const seed = random.pick(seeds)
    return random.chance(0.5) ? mutateTree(seed, random) : mutateBytes(seed, random, seeds)
  }

const unlessSame = (input: Uint8Array, seeds: readonly Uint8Array[], problem: string): string | undefined =>
  seeds.some((seed) => equalBytes(seed, input)) ? undefined : problem

/** Children fill the content of what holds them: nothing is passed over. */
const fills = (element: DerElement): boolean =>
  (element.tag & 0x20) === 0 ||
  (element.children.reduce((sum, child) => sum + child.bytes.length, 0) === element.content.length &&
    element.children.every(fills))

/** DER, certificates, CRLs and requests, by themselves and where a decision hangs on them. */
export function createX509Targets(pki: FuzzPki): readonly FuzzTarget[] {
  const { root, ca, leaf, rsaLeaf } = pki
  const crls = createFuzzCrls(pki)
  const certificates = [leaf.certificate, rsaLeaf.certificate, ca.certificate, root.certificate]
  const allCrls = Object.values(crls)
  const anchor = createTrustAnchor(root.certificate)
  const soundLeaf = parseCertificate(leaf.certificate)
  const issuer = root.issueAuthority({ subject: 'Fuzz' })

  const path = (certificate: Uint8Array, intermediate: Uint8Array, pinned: TrustAnchor = anchor) =>
    findPath({
      leaf: parseCertificate(certificate),
      intermediates: [intermediate],
      anchors: [pinned],
      at: fuzzInstant,
      profile: 'code-signing',
    })
  const found = path(leaf.certificate, ca.certificate)
  const checkCrl = (crl: Uint8Array) =>
    createRevocationChecker([parseCrl(crl)]).check(found, {
      scope: 'leaf',
      freshAt: fuzzInstant,
      signedAt: fuzzInstant,
      intermediates: [],
    })
  checkCrl(crls.good)

  const requestInfo = encodeRequestInfo({
    subject: leaf.subject,
    publicKey: leaf.key.publicKey,
    extensions: Object.values(richExtensions).flatMap((one) => (one === null ? [] : [encodeExtension(one)])),
  })
  const encodeRequest = (info: Uint8Array) => encodeSigned(info, ecdsa, leaf.key.sign(ecdsa.name, info))
  const requests = [encodeRequest(requestInfo)]

  return [
    {
      name: 'der',
      weight: 4,
      make: mutateOneOf([...certificates, ...allCrls]),
      run: (input) => (fills(parseDer(input, 'fuzz')) ? undefined : 'content that no element covers'),
    },
    {
      name: 'certificate',
      weight: 4,
      make: mutateOneOf(certificates),
      run: (input) => {
        parseCertificate(input)
        return undefined
      },
    },
    {
      name: 'leaf',
      weight: 2,
      make: mutateOneOf([leaf.certificate]),
      run: (input) => {
        path(input, ca.certificate)
        return unlessSame(input, [leaf.certificate], 'a changed leaf was accepted')
      },
    },
    {
      name: 'intermediate',
      weight: 2,
      make: mutateOneOf([ca.certificate]),
      run: (input) => {
        path(leaf.certificate, input)
        return unlessSame(input, [ca.certificate], 'a changed intermediate was accepted')
      },
    },
    {
      name: 'root',
      weight: 1,
      make: mutateOneOf([root.certificate]),
      run: (input) => {
        const pinned = createTrustAnchor(input)
        path(leaf.certificate, ca.certificate, pinned)
        // One that names another issuer has a signature that nothing here can check: it is trusted for being pinned.
        if (!pinned.certificate.selfIssued) return undefined
        return unlessSame(input, [root.certificate], 'a changed root was accepted')
      },
    },
    {
      name: 'signed-mutant',
      weight: 2,
      // A CA that signs whatever it is given: what lies behind the signature check is reached.
      make: (random) =>
        issuer.issue({
          key: leaf.key,
          extensions: richExtensions,
          mutateTbs: (tbs) => mutateTree(tbs, random),
        }).certificate,
      run: (input) => {
        path(input, issuer.certificate)
        return undefined
      },
    },
    {
      name: 'crl',
      weight: 4,
      make: mutateOneOf(allCrls),
      run: (input) => {
        parseCrl(input)
        return undefined
      },
    },
    {
      name: 'crl-decision',
      weight: 2,
      make: mutateOneOf([crls.good, crls.listing]),
      run: (input) => {
        checkCrl(input)
        return unlessSame(input, [crls.good], 'a changed CRL was believed')
      },
    },
    {
      name: 'crl-signed-mutant',
      weight: 1,
      make: (random) =>
        ca.crl({
          mutateTbs: (tbs) => mutateTree(tbs, random),
          revoked: [{ serial: 1n, date: fuzzInstant, reason: 'superseded' }],
        }),
      run: (input) => {
        parseCrl(input).find(soundLeaf.issuer, soundLeaf.serial)
        checkCrl(input)
        return undefined
      },
    },
    {
      name: 'request',
      weight: 2,
      make: mutateOneOf(requests),
      run: (input) => {
        parseCertificationRequest(input)
        return unlessSame(input, requests, 'a changed request was believed')
      },
    },
    {
      name: 'request-signed-mutant',
      weight: 2,
      make: (random) => encodeRequest(mutateTree(requestInfo, random)),
      run: (input) => {
        parseCertificationRequest(input)
        return undefined
      },
    },
    {
      name: 'public-key',
      weight: 1,
      make: mutateOneOf([leaf.key.publicKey, rsaLeaf.key.publicKey]),
      run: (input) => {
        readPublicKey(input, 'fuzz')
        return undefined
      },
    },
    {
      name: 'pem',
      weight: 1,
      make: mutateOneOf([
        new TextEncoder().encode(`text\n${certificatePem(leaf.certificate)}${certificatePem(ca.certificate)}`),
      ]),
      run: (input) => {
        readCertificates(input, 'fuzz')
        return undefined
      },
    },
    {
      name: 'crl-pem',
      weight: 1,
      make: mutateOneOf([new TextEncoder().encode(crlPem(crls.good))]),
      run: (input) => {
        readCrls(input, 'fuzz')
        return undefined
      },
    },
  ]
}
