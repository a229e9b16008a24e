import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { relative } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { makeCms } from '../../dev/cms.ts'
import { createAuthority, extension, generalName, generateKey, type Leaf, purpose } from '../../dev/pki.ts'
import { timeStampToken } from '../../dev/time-stamp-token.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { parseSignedData } from '../../src/core/cms/signed-data.ts'
import { ReleaseSigningError } from '../../src/core/error.ts'
import { limits } from '../../src/core/limits.ts'
import type { SecondOpinion, Signer, SignPorts } from '../../src/release/ports.ts'
import type { SignRequest } from '../../src/release/sign/sign-request.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import { verifyRelease } from '../../src/release/verify-release.ts'
import {
  createLocalSigner,
  createWorkspace,
  named,
  now,
  signPorts,
  signRequest,
  verifyPorts,
  verifyRequest,
} from '../support/release.ts'

const root = createAuthority({ subject: 'Root' })
const authority = root.issueAuthority({ subject: 'CA' })
const leaf = authority.issue({ subject: 'Signer', san: [generalName.uri('https://example.com/release')] })
const workspace = createWorkspace()

const write = (...names: readonly string[]) =>
  workspace.write(Object.fromEntries(names.map((name) => [name, `content of ${name}`])))

interface Attempt {
  readonly leaf?: Leaf
  readonly signer?: Partial<Signer>
  readonly request?: Partial<SignRequest>
  readonly ports?: Partial<SignPorts>
}

/** Signs with a key at hand; tells what the key was asked. */
function sign(artifacts: readonly string[], attempt: Attempt = {}) {
  const signing = attempt.leaf ?? leaf
  const signer = createLocalSigner(signing.key, attempt.signer)
  const done = signRelease(signRequest(signing, artifacts, attempt.request), signPorts(signer, attempt.ports))
  return { signer, done }
}

const verify = (artifacts: readonly string[], overrides = {}) =>
  verifyRelease(verifyRequest(root.rootPem, artifacts, overrides), verifyPorts)

const sidecarsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.p7s'))

/** Refused before the key signed anything, and nothing was written. */
async function expectRefusal(artifacts: readonly string[], attempt: Attempt, expected: object): Promise<void> {
  const before = readdirSync(workspace.path('.'))
  const { signer, done } = sign(artifacts, attempt)
  await expect(done).rejects.toMatchObject(expected)
  expect(signer.messages).toEqual([])
  expect(readdirSync(workspace.path('.'))).toEqual(before)
}

describe('signRelease', () => {
  test('puts a sidecar beside every artifact, with one signature each', async () => {
    const artifacts = write('a', 'with space', '-dash', '[brackets]', 'ünï', 'new\nline', 'empty')
    writeFileSync(artifacts.at(-1) ?? '', '')
    const { signer, done } = sign(artifacts)
    const report = await done
    expect(report).toMatchObject({
      signed: 7,
      certificate: { notAfter: '2034-12-31T23:59:59.000Z' },
      keyId: 'test-key',
      algorithm: 'ECDSA_SHA_256',
      signer: { subject: 'CN=Signer', identities: ['https://example.com/release'] },
      passedOver: [],
      warnings: [],
      notices: [],
    })
    expect(report.artifacts.map(({ path, sidecars }) => [path, sidecars])).toEqual(
      [...artifacts].sort().map((path) => [path, [`${path}.p7s`]]),
    )
    expect(report.kmsRequestIds).toHaveLength(7)
    expect(signer.messages).toHaveLength(7)
    expect(signer.probes).toHaveLength(1)
    expect(await verify(artifacts)).toMatchObject({ verified: true })
    const { certificates, attributes } = parseSignedData(readFileSync(`${artifacts[0]}.p7s`))
    expect(certificates).toHaveLength(2)
    expect(attributes.signingTime).toEqual(now)
  })

  test.each(['RSA_2048', 'ECC_NIST_P384', 'ECC_NIST_P521', 'ECC_SECG_P256K1'] as const)(
    'with a key %s',
    async (spec) => {
      const artifacts = write('a')
      await sign(artifacts, { leaf: authority.issue({ key: generateKey(spec) }) }).done
      expect(await verify(artifacts)).toMatchObject({ verified: true })
    },
  )

  test('with an algorithm that was asked for', async () => {
    const artifacts = write('a')
    const rsa = authority.issue({ key: generateKey('RSA_2048') })
    const request = { signingAlgorithm: 'RSASSA_PSS_SHA_512' }
    expect(await sign(artifacts, { leaf: rsa, request }).done).toMatchObject({ algorithm: 'RSASSA_PSS_SHA_512' })
    expect(await verify(artifacts)).toMatchObject({ verified: true })
  })

  test('into a folder that is not there yet', async () => {
    const artifacts = write('one/a', 'two/b')
    const outputDirectory = workspace.path('out/sidecars')
    await sign(artifacts, { request: { outputDirectory } }).done
    expect(sidecarsIn(outputDirectory)).toEqual(['a.p7s', 'b.p7s'])
    expect(await verify(artifacts, { sidecarDirectory: outputDirectory })).toMatchObject({ verified: true })
  })

  test('a second time, in place of its own sidecars, whether they verify or not', async () => {
    const artifacts = write('a', 'b')
    await sign(artifacts).done
    writeFileSync(artifacts[0] ?? '', 'changed')
    const again = sign([...artifacts, `${artifacts[0]}.p7s`])
    expect(await again.done).toMatchObject({ signed: 2, passedOver: [`${artifacts[0]}.p7s`] })
    expect(await verify(artifacts)).toMatchObject({ verified: true })
  })

  test('a .p7s without its artifact, and a sidecar of another tool, as any other file', async () => {
    const artifacts = write('orphan.p7s', 'a', 'a.sigstore.json')
    expect(await sign(artifacts).done).toMatchObject({ signed: 3 })
    expect(existsSync(workspace.path('orphan.p7s.p7s'))).toBe(true)
    expect(readFileSync(workspace.path('a.sigstore.json'), 'utf8')).toBe('content of a.sigstore.json')
  })

  test('more artifacts than are signed at once, and no more at once than that', async () => {
    const artifacts = write(...Array.from({ length: 3 * limits.signaturesAtOnce }, (_, i) => `a${i}`))
    let underWay = 0
    let most = 0
    const slow: Partial<Signer> = {
      sign: async (algorithm, message) => {
        most = Math.max(most, ++underWay)
        await new Promise((resolve) => setTimeout(resolve, 1))
        underWay--
        return { signature: leaf.key.sign(algorithm.name, message), requestId: undefined }
      },
    }
    expect(await sign(artifacts, { signer: slow }).done).toMatchObject({ signed: artifacts.length, kmsRequestIds: [] })
    expect(most).toBe(limits.signaturesAtOnce)
    expect(await verify(artifacts)).toMatchObject({ verified: true })
  })

  test('a dry run checks everything and signs nothing', async () => {
    const artifacts = write('a')
    const { signer, done } = sign(artifacts, { request: { dryRun: true } })
    expect(await done).toMatchObject({
      signed: 0,
      artifacts: [{ sidecars: [`${artifacts[0]}.p7s`] }],
      dryRun: true,
      algorithm: 'ECDSA_SHA_256',
    })
    expect(signer.probes).toHaveLength(1)
    expect(signer.messages).toEqual([])
    expect(sidecarsIn(workspace.path('.'))).toEqual([])
  })
})

describe('the chain', () => {
  const lower = authority.issueAuthority({ subject: 'Lower CA' })
  const deep = lower.issue({ subject: 'Deep' })
  const pem = (...certificates: readonly { certificatePem: string }[]) =>
    named('chain.pem', certificates.map(({ certificatePem }) => certificatePem).join('\n'))

  test('in any order, with the root or without, and certificates that come twice', async () => {
    for (const chain of [pem(deep, lower, authority), pem(root, authority, deep, lower, lower)]) {
      const artifacts = write('a')
      await sign(artifacts, { leaf: deep, request: { certificateChain: chain } }).done
      const { certificates } = parseSignedData(readFileSync(`${artifacts[0]}.p7s`))
      expect(certificates).toHaveLength(3)
      expect(certificates).not.toContainEqual(root.certificate)
      expect(await verify(artifacts)).toMatchObject({ verified: true })
    }
  })

  test('with a certificate that does not belong to it, which is left out and told of', async () => {
    const artifacts = write('a')
    const certificateChain = pem(leaf, authority, lower)
    const report = await sign(artifacts, { request: { certificateChain } }).done
    expect(report.warnings).toEqual([expect.stringContaining('Lower CA')])
    expect(parseSignedData(readFileSync(`${artifacts[0]}.p7s`)).certificates).toHaveLength(2)
  })

  test.each([
    ['chain and root', pem(leaf, authority, root)],
    ['chain alone', pem(leaf, authority)],
    ['leaf alone', pem(leaf)],
  ])('without a pinned root: %s', async (_, certificateChain) => {
    const artifacts = write('a')
    const report = await sign(artifacts, { request: { certificateChain, rootCertificates: [] } }).done
    expect(report).toMatchObject({ root: null, notices: [expect.stringContaining('no root is pinned')] })
    expect(await verify(artifacts, { intermediates: [pem(authority)] })).toMatchObject({ verified: true })
  })

  test('a leaf that is about to expire is told of', async () => {
    const notAfter = new Date('2026-12-10T12:00:00Z')
    const ending = authority.issue({ subject: 'Ending', notAfter })
    expect((await sign(write('a'), { leaf: ending }).done).warnings).toEqual([expect.stringContaining('in 20 days')])
    const request = { expiryWarningDays: 20 }
    expect((await sign(write('a'), { leaf: ending, request }).done).warnings).toEqual([])
  })

  const stranger = createAuthority({ subject: 'Stranger' })
  const expired = authority.issue({ notAfter: new Date('2026-11-19T00:00:00Z') })
  const early = authority.issue({ notBefore: new Date('2026-11-21T00:00:00Z') })
  const server = authority.issue({ extensions: { extendedKeyUsage: extension.extendedKeyUsage(purpose.serverAuth) } })
  const chainOf = (certificateChain: SignRequest['certificateChain']) => ({ request: { certificateChain } })
  const unpinned = { request: { rootCertificates: [] } }
  const refused: readonly [string, Attempt, object][] = [
    ['an empty file', chainOf(named('chain.pem', '')), { code: 'pem-invalid' }],
    [
      'garbage',
      chainOf(named('chain.pem', 'garbage')),
      { code: 'pem-invalid', message: expect.stringContaining('chain.pem') },
    ],
    ['a private key', chainOf(named('chain.pem', leaf.key.privateKeyPem)), { code: 'private-key-in-input' }],
    [
      'a private key behind the certificates',
      chainOf(named('chain.pem', leaf.chainPem + leaf.key.privateKeyPem)),
      { code: 'private-key-in-input', message: expect.not.stringContaining('MIG') },
    ],
    ['no leaf', chainOf(pem(authority, root)), { code: 'chain-invalid' }],
    ['two leaves', chainOf(pem(leaf, deep, authority)), { code: 'chain-invalid' }],
    ['an expired leaf', { leaf: expired }, { code: 'certificate-expired' }],
    ['an expired leaf, unpinned', { leaf: expired, ...unpinned }, { code: 'certificate-expired' }],
    ['a leaf that is not valid yet', { leaf: early }, { code: 'certificate-not-yet-valid' }],
    ['a leaf for servers', { leaf: server }, { code: expect.stringMatching(/extended-key-usage/) }],
    [
      'a leaf for servers, unpinned',
      { leaf: server, ...unpinned },
      { code: expect.stringMatching(/extended-key-usage/) },
    ],
    [
      'a leaf for servers, unpinned and alone',
      { leaf: server, request: { rootCertificates: [], certificateChain: pem(server) } },
      { code: expect.stringMatching(/extended-key-usage/) },
    ],
    ['a missing intermediate', { leaf: deep, ...chainOf(pem(deep, authority)) }, { code: 'path-not-found' }],
    [
      'a root that it does not reach',
      { request: { rootCertificates: [named('root.pem', stranger.rootPem)] } },
      { code: 'path-not-found' },
    ],
    [
      "another leaf than the key's",
      { request: { certificateChain: pem(deep, lower, authority) } },
      { code: 'key-mismatch' },
    ],
    ['an algorithm of other keys', { request: { signingAlgorithm: 'ECDSA_SHA_384' } }, { code: 'algorithm-mismatch' }],
    ['an unknown algorithm', { request: { signingAlgorithm: 'ECDSA' } }, { code: 'algorithm-unknown' }],
  ]
  test.each(refused)('is refused with %s', async (_, attempt, expected) => {
    await expectRefusal(write('a'), attempt, expected)
  })
})

describe('places', () => {
  test('where something else lies stop the run, by name', async () => {
    const artifacts = write('a', 'b')
    writeFileSync(`${artifacts[1]}.p7s`, 'somebody else')
    await expectRefusal(
      artifacts,
      {},
      { code: 'sidecar-foreign', message: expect.stringContaining(`${artifacts[1]}.p7s`) },
    )
    expect(readFileSync(`${artifacts[1]}.p7s`, 'utf8')).toBe('somebody else')
  })

  test('where a CMS of another shape lies stop the run', async () => {
    const artifacts = write('a')
    const foreign = makeCms(leaf, utf8('a'), { signerInfo: { signedAttributes: null } })
    writeFileSync(`${artifacts[0]}.p7s`, foreign)
    await expectRefusal(artifacts, {}, { code: 'sidecar-foreign' })
  })

  test('where a file too large for a sidecar lies stop the run', async () => {
    const artifacts = write('a')
    writeFileSync(`${artifacts[0]}.p7s`, new Uint8Array(limits.cmsBytes + 1))
    await expectRefusal(artifacts, {}, { code: 'sidecar-foreign' })
  })

  test('that are a folder stop the run', async () => {
    const artifacts = write('a')
    mkdirSync(`${artifacts[0]}.p7s`)
    await expectRefusal(
      [artifacts[0] ?? ''],
      {},
      { code: expect.stringMatching(/sidecar-foreign|file-unwritable|file-not-regular/) },
    )
  })

  test('of two artifacts that fall together stop the run', async () => {
    const outputDirectory = workspace.path('out')
    await expectRefusal(write('one/a', 'two/a'), { request: { outputDirectory } }, { code: 'names-collide' })
    await expectRefusal(write('one/a', 'two/A'), { request: { outputDirectory } }, { code: 'names-collide' })
    expect(await sign(write('one/a', 'two/a')).done).toMatchObject({ signed: 2 })
  })

  test('that are an artifact stop the run', async () => {
    const artifacts = write('a', 'out/a.p7s')
    await expectRefusal(artifacts, { request: { outputDirectory: workspace.path('out') } }, { code: 'names-collide' })
    const outputDirectory = relative('.', workspace.path('out'))
    await expectRefusal(artifacts, { request: { outputDirectory } }, { code: 'names-collide' })
  })
})

describe('artifacts', () => {
  test('that are not there, or no files, cost no signature', async () => {
    const artifacts = write('a', 'b')
    rmSync(artifacts[1] ?? '')
    await expectRefusal(artifacts, {}, { code: 'file-not-found' })
    mkdirSync(artifacts[1] ?? '')
    await expectRefusal(artifacts, {}, { code: 'file-not-regular' })
  })

  test('none, or only sidecars', async () => {
    await expectRefusal(write(), {}, { code: 'artifacts-none' })
    const artifacts = write('a')
    await sign(artifacts).done
    await expectRefusal([`${artifacts[0]}.p7s`], {}, { code: 'artifacts-none' })
  })
})

describe('the key service', () => {
  const failure = new ReleaseSigningError('internal', 'the service is down')

  test('refuses before the first signature', async () => {
    const refuse = () => Promise.reject(failure)
    await expectRefusal(write('a'), { signer: { describe: refuse } }, failure)
    await expectRefusal(write('a'), { signer: { probe: refuse } }, failure)
  })

  test('fails in the middle: nothing is begun after it, and nothing is written', async () => {
    const artifacts = write(...Array.from({ length: 200 }, (_, i) => `a${i}`))
    let calls = 0
    const failing: Partial<Signer> = {
      sign: async (algorithm, message) => {
        if (++calls === 10) throw failure
        await new Promise((resolve) => setTimeout(resolve, 5))
        return { signature: leaf.key.sign(algorithm.name, message), requestId: undefined }
      },
    }
    await expect(sign(artifacts, { signer: failing }).done).rejects.toBe(failure)
    expect(calls).toBeLessThanOrEqual(limits.signaturesAtOnce)
    expect(sidecarsIn(workspace.path('.'))).toEqual([])
  })

  test.each([
    ['a signature by another key', generateKey('ECC_NIST_P256').sign('ECDSA_SHA_256', utf8('other'))],
    ['no signature at all', new Uint8Array()],
  ])('answers with %s: nothing is written', async (_, signature) => {
    for (const rootCertificates of [[named('root.pem', root.rootPem)], []]) {
      const artifacts = write('a', 'b')
      const wrong: Partial<Signer> = { sign: async () => ({ signature, requestId: undefined }) }
      await expect(sign(artifacts, { signer: wrong, request: { rootCertificates } }).done).rejects.toMatchObject({
        code: 'self-check-failed',
      })
      expect(sidecarsIn(workspace.path('.'))).toEqual([])
    }
  })
})

describe('a second opinion', () => {
  const opinion = (verdict: 'agrees' | 'disagrees' | 'unable'): SecondOpinion & { readonly asked: string[] } => {
    const asked: string[] = []
    return {
      asked,
      verify: async ({ artifact, sidecar, anchors }) => {
        expect(parseSignedData(sidecar).certificates).toHaveLength(2)
        expect(anchors).toEqual([root.certificate])
        asked.push(artifact)
        return { verdict, detail: 'because' }
      },
    }
  }

  test.each([
    ['none', 0],
    ['first', 1],
    ['all', 3],
  ] as const)('on %s', async (crossCheck, count) => {
    const secondOpinion = opinion('agrees')
    const artifacts = write('a', 'b', 'c')
    const report = await sign(artifacts, { request: { crossCheck }, ports: { secondOpinion } }).done
    expect(secondOpinion.asked).toEqual(artifacts.slice(0, count))
    expect(report.notices).toHaveLength(count === 0 ? 0 : 1)
  })

  test.each(['first', 'all'] as const)('that disagrees fails %s, and nothing is written', async (crossCheck) => {
    const { done } = sign(write('a'), { request: { crossCheck }, ports: { secondOpinion: opinion('disagrees') } })
    await expect(done).rejects.toMatchObject({
      code: 'cross-check-disagrees',
      message: expect.stringContaining('because'),
    })
    expect(sidecarsIn(workspace.path('.'))).toEqual([])
  })

  test.each([opinion('unable'), undefined])('that cannot be had is told of, and fails all', async (secondOpinion) => {
    const report = await sign(write('a'), { request: { crossCheck: 'first' }, ports: { secondOpinion } }).done
    expect(report.notices).toEqual([expect.stringContaining('no second opinion')])
    const { done } = sign(write('a'), { request: { crossCheck: 'all' }, ports: { secondOpinion } })
    await expect(done).rejects.toMatchObject({ code: 'cross-check-unavailable' })
    expect(sidecarsIn(workspace.path('.'))).toEqual([])
  })
})

describe('time stamps', () => {
  const tsaRoot = createAuthority({ subject: 'TSA Root' })
  const tsa = tsaRoot.issue({ subject: 'TSA', profile: 'time-stamping' })
  const pinned = {
    urls: ['http://127.0.0.1/'],
    rootCertificates: [named('tsa.pem', tsaRoot.rootPem)],
    unsafeUnpinned: false,
    required: true,
  }
  const stamping = (message?: Uint8Array): Partial<SignPorts> => ({
    timestampAuthority: () => ({
      stamp: async (_, signature) => {
        const token = timeStampToken({ signer: tsa, message: message ?? signature, genTime: now })
        return { token, response: token }
      },
    }),
  })
  const later = new Date('2036-01-01T00:00:00Z')
  const verifyLater = (artifacts: readonly string[], overrides = {}) =>
    verifyRelease(verifyRequest(root.rootPem, artifacts, overrides), { ...verifyPorts, clock: () => later })

  test('let a sidecar outlive its certificate', async () => {
    const artifacts = write('a')
    await sign(artifacts, { request: { timestamp: pinned }, ports: stamping() }).done
    expect(await verifyLater(artifacts)).toMatchObject({ artifacts: [{ code: 'certificate-expired' }] })
    const trusting = { timestampRootCertificates: pinned.rootCertificates, requireTimestamp: true }
    expect(await verifyLater(artifacts, trusting)).toMatchObject({
      verified: true,
      artifacts: [{ sidecars: [{ time: { at: now.toISOString(), source: 'timestamp', timestamp: 'verified' } }] }],
    })
    const denying = { ...trusting, deniedSerials: [tsa.serial.toString(16)] }
    expect(await verifyLater(artifacts, denying)).toMatchObject({ artifacts: [{ code: 'certificate-denied' }] })
    const distrusting = { timestampRootCertificates: [named('other.pem', root.rootPem)] }
    expect(await verifyLater(artifacts, distrusting)).toMatchObject({ artifacts: [{ code: 'timestamp-untrusted' }] })
  })

  test('have a revocation of their own', async () => {
    const artifacts = write('a')
    await sign(artifacts, { request: { timestamp: pinned }, ports: stamping() }).done
    const crls = [root.crl(), authority.crl()]
    const judged = async (...more: readonly Uint8Array[]) => {
      const given = [...crls, ...more].map((der, i) => named(`${i}.crl`, der))
      const trust = { timestampRootCertificates: pinned.rootCertificates, crls: given }
      return (await verify(artifacts, trust)).artifacts[0]
    }
    expect(await judged()).toMatchObject({
      verified: true,
      sidecars: [
        { revocation: 'good', time: { revocation: 'not-checked' }, warnings: [expect.stringContaining('no CRL')] },
      ],
    })
    expect(await judged(tsaRoot.crl())).toMatchObject({
      verified: true,
      sidecars: [{ revocation: 'good', time: { revocation: 'good' }, warnings: [] }],
    })
    const revoked = tsaRoot.crl({ revoked: [{ serial: tsa.serial, date: new Date('2026-11-02T00:00:00Z') }] })
    expect(await judged(revoked)).toMatchObject({ verified: false, code: 'certificate-revoked' })
  })

  test('over something else never go out', async () => {
    const { done } = sign(write('a'), { request: { timestamp: pinned }, ports: stamping(utf8('something else')) })
    await expect(done).rejects.toMatchObject({ code: 'self-check-failed' })
    expect(sidecarsIn(workspace.path('.'))).toEqual([])
  })

  test('need a pinned root, or to be told otherwise', async () => {
    const timestamp = { ...pinned, rootCertificates: [] }
    await expectRefusal(write('a'), { request: { timestamp }, ports: stamping() }, { code: 'usage' })
    const unpinned = { ...timestamp, unsafeUnpinned: true }
    const report = await sign(write('a'), { request: { timestamp: unpinned }, ports: stamping() }).done
    expect(report.warnings).toEqual([expect.stringContaining('no time-stamp root is pinned')])
  })

  test('that cannot be had fail the run, unless they are optional', async () => {
    const failure = new ReleaseSigningError('timestamp-unavailable', 'no server answers')
    const ports: Partial<SignPorts> = { timestampAuthority: () => ({ stamp: () => Promise.reject(failure) }) }
    await expect(sign(write('a'), { request: { timestamp: pinned }, ports }).done).rejects.toBe(failure)
    const timestamp = { ...pinned, required: false }
    const report = await sign(write('a', 'b'), { request: { timestamp }, ports }).done
    expect(report).toMatchObject({ signed: 2, warnings: [expect.stringContaining('2 signatures')] })
  })

  test('without a client for them', async () => {
    await expectRefusal(write('a'), { request: { timestamp: pinned } }, { code: 'usage' })
  })
})

describe('kinds', () => {
  test('none, or one that needs a release that is not known', async () => {
    await expectRefusal(write('a'), { request: { sidecars: [] } }, { code: 'usage' })
    const sidecars = ['cms', 'attestation'] as const
    for (const known of [{}, { repository: 'example/app' }, { tag: 'v1' }]) {
      await expectRefusal(write('a'), { request: { sidecars, ...known } }, { code: 'attestation-release-unknown' })
    }
  })
})
