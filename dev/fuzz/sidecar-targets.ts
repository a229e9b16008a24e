import { algorithmByName } from '../../src/core/algorithm.ts'
import { type Attestation, parseAttestation } from '../../src/core/attestation/attestation.ts'
import { encodeBundle } from '../../src/core/attestation/bundle.ts'
import { preAuthenticationEncoding } from '../../src/core/attestation/envelope.ts'
import { parseRepository } from '../../src/core/attestation/release.ts'
import { encodeStatement, parseStatement, subject } from '../../src/core/attestation/statement.ts'
import { bytesToHex, utf8 } from '../../src/core/bytes.ts'
import { parseChecksums } from '../../src/core/checksums.ts'
import { createCmsEncoder } from '../../src/core/cms/encode.ts'
import { cmsSidecar } from '../../src/core/cms/sidecar.ts'
import { parseSignedData } from '../../src/core/cms/signed-data.ts'
import { digest, sha256Hex } from '../../src/core/crypto.ts'
import { ReleaseSigningError } from '../../src/core/error.ts'
import { parseRunnerArtifacts } from '../../src/core/runner-artifacts.ts'
import type { Sidecar } from '../../src/core/sidecar.ts'
import { tokenOfResponse } from '../../src/core/timestamp/response.ts'
import { parseTimeStampToken } from '../../src/core/timestamp/token.ts'
import { createSidecarVerifier } from '../../src/core/verify-sidecar.ts'
import { parseCertificate } from '../../src/core/x509/certificate.ts'
import { createTrustAnchor } from '../../src/core/x509/trust-anchor.ts'
import { createAuthority } from '../pki.ts'
import { grantedResponse, timeStampToken } from '../time-stamp-token.ts'
import { mutateBytes } from './mutate.ts'
import { mutateJson } from './mutate-json.ts'
import type { Random } from './random.ts'
import type { FuzzPki } from './seeds.ts'
import type { FuzzTarget } from './target.ts'
import { fuzzInstant, mutateOneOf } from './x509-targets.ts'

const algorithm = algorithmByName('ECDSA_SHA_256')
const artifact = utf8('an artifact')
const genTime = new Date('2026-06-01T12:00:00Z')

/** CMS sidecars, time-stamp tokens and attestations, read and decided upon. */
export function createSidecarTargets({ root, leaf }: FuzzPki): readonly FuzzTarget[] {
  const stampRoot = createAuthority({ subject: 'Stamp Root' })
  const stampLeaf = stampRoot.issueAuthority({ subject: 'Stamp CA' }).issue({ profile: 'time-stamping' })
  const tokenOver = (message: Uint8Array) => timeStampToken({ signer: stampLeaf, message, genTime })

  const encoder = createCmsEncoder({
    algorithm,
    signer: parseCertificate(leaf.certificate),
    intermediates: leaf.chain.slice(1),
  })
  const attributes = encoder.signedAttributes(digest('sha256', artifact), genTime)
  const cmsSignature = leaf.key.sign('ECDSA_SHA_256', attributes)
  const cmsWith = (timestampToken?: Uint8Array) => encoder.signedData(attributes, cmsSignature, timestampToken)
  const cms = cmsWith()
  const stamped = cmsWith(tokenOver(cmsSignature))

  const payload = encodeStatement({
    release: { repository: parseRepository('example/tool'), tag: 'v1' },
    packageId: '42',
    certificateSha256: sha256Hex(leaf.certificate),
    subjects: [
      subject('tool.tar.gz', { sha256: digest('sha256', artifact) }),
      subject('tool.zip', { sha256: digest('sha256', utf8('zip')) }),
    ],
  })
  const dsseSignature = leaf.key.sign('ECDSA_SHA_256', preAuthenticationEncoding(payload))
  const response = grantedResponse(tokenOver(dsseSignature))
  const bundleWith = (timeStampResponse: Uint8Array | undefined) =>
    encodeBundle({
      certificates: leaf.chain,
      form: 'chain',
      timeStampResponse,
      envelope: { payload, signature: dsseSignature },
    })

  const policy = {
    anchors: [createTrustAnchor(root.certificate)],
    identity: { kind: 'sha256', value: sha256Hex(leaf.certificate) },
    deniedSerials: [],
    intermediates: [],
    now: fuzzInstant,
    at: undefined,
    requireTimestamp: false,
    timestampAnchors: [],
    crls: [],
    crlScope: 'path',
  } as const
  const plain = createSidecarVerifier(policy)
  const withStamps = createSidecarVerifier({
    ...policy,
    requireTimestamp: true,
    timestampAnchors: [createTrustAnchor(stampRoot.certificate)],
  })

  const readCms = (bytes: Uint8Array): Sidecar =>
    cmsSidecar(parseSignedData(bytes), ({ name }) => digest(name, artifact))
  const readBundle = (bytes: Uint8Array): Attestation => parseAttestation(bytes)

  /** What must be the same in whatever verifies: the signed bytes, their signature, the signer. */
  const signedParts = ({ leaf: signer, signedForm, signature }: Sidecar): string =>
    [signer, signedForm, signature].map(bytesToHex).join(' ')

  const decision =
    (verify: typeof plain, read: (bytes: Uint8Array) => Sidecar, sound: Uint8Array) =>
    (input: Uint8Array): string | undefined => {
      let sidecar: Sidecar | undefined
      const verdict = verify(() => {
        sidecar = read(input)
        return sidecar
      })
      if (!verdict.verified) throw new ReleaseSigningError(verdict.code ?? 'internal', verdict.message ?? '')
      if (sidecar === undefined || signedParts(sidecar) !== signedParts(read(sound))) {
        return 'a changed signed part was accepted'
      }
      const at = verify === withStamps ? genTime : fuzzInstant
      return verdict.time?.at === at.toISOString() ? undefined : 'another time was accepted'
    }

  const parses = (read: (bytes: Uint8Array) => unknown) => (input: Uint8Array) => {
    read(input)
    return undefined
  }
  const token = tokenOver(cmsSignature)
  const bundles = [bundleWith(undefined), bundleWith(response)]
  const textMutant = (seeds: readonly Uint8Array[]) => (random: Random) =>
    random.chance(0.5) ? mutateJson(random.pick(seeds), random) : mutateBytes(random.pick(seeds), random, seeds)
  const bundleOf = (bytes: Uint8Array) => readBundle(bytes).sidecar
  const hex = bytesToHex(digest('sha256', artifact))
  const checksums = utf8(`${hex}  tool.zip\n${hex}${hex} *a/tool.tar.gz\r\n`)
  const subjects = [
    { name: 'tool.zip', kind: 'file', digest: `sha256:${hex}` },
    { name: 'ghcr.io/example/tool', kind: 'oci', digest: `sha256:${hex}` },
  ]
  const runnerList = utf8(JSON.stringify({ version: 1, subjects }))
  const sound = [
    decision(plain, readCms, cms)(cms),
    decision(withStamps, readCms, stamped)(stamped),
    ...bundles.map((bundle, i) => decision(i === 0 ? plain : withStamps, bundleOf, bundle)(bundle)),
  ]
  if (sound.some((problem) => problem !== undefined)) throw new Error(`a seed does not verify: ${sound}`)

  return [
    { name: 'cms', weight: 3, make: mutateOneOf([cms, stamped]), run: parses(parseSignedData) },
    { name: 'cms-decision', weight: 3, make: mutateOneOf([cms]), run: decision(plain, readCms, cms) },
    {
      name: 'stamped-cms-decision',
      weight: 2,
      make: mutateOneOf([stamped]),
      run: decision(withStamps, readCms, stamped),
    },
    { name: 'token', weight: 2, make: mutateOneOf([token]), run: parses(parseTimeStampToken) },
    { name: 'stamp-response', weight: 1, make: mutateOneOf([response]), run: parses(tokenOfResponse) },
    { name: 'statement', weight: 2, make: textMutant([payload]), run: parses(parseStatement) },
    { name: 'bundle', weight: 2, make: textMutant(bundles), run: parses(readBundle) },
    {
      name: 'checksums',
      weight: 1,
      make: mutateOneOf([checksums]),
      run: parses((bytes) => parseChecksums(bytes, 'x')),
    },
    {
      name: 'runner-list',
      weight: 1,
      make: textMutant([runnerList]),
      run: parses((bytes) => parseRunnerArtifacts(bytes, 'x')),
    },
    {
      name: 'bundle-decision',
      weight: 2,
      make: textMutant(bundles.slice(0, 1)),
      run: decision(plain, bundleOf, bundleWith(undefined)),
    },
    {
      name: 'stamped-bundle-decision',
      weight: 2,
      make: textMutant(bundles.slice(1)),
      run: decision(withStamps, bundleOf, bundleWith(response)),
    },
    {
      name: 'signed-statement-mutant',
      weight: 1,
      // A signer that signs whatever it is given.
      make: (random) => {
        const mutant = random.chance(0.5) ? mutateJson(payload, random) : mutateBytes(payload, random)
        const envelope = {
          payload: mutant,
          signature: leaf.key.sign('ECDSA_SHA_256', preAuthenticationEncoding(mutant)),
        }
        return encodeBundle({ certificates: leaf.chain, form: 'chain', timeStampResponse: undefined, envelope })
      },
      run: parses(bundleOf),
    },
  ]
}
