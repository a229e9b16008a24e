import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { publicKeyOf } from '../../dev/aws/keys.ts'
import { type Aws, startAws } from '../../dev/aws.ts'
import { createAuthority, generalName } from '../../dev/pki.ts'
import { createKmsSigner } from '../../src/adapters/kms/kms.ts'
import { systemTimers } from '../../src/adapters/waiting/timers.ts'
import type { KeySpec } from '../../src/core/algorithm.ts'
import { limits } from '../../src/core/limits.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import { verifyRelease } from '../../src/release/verify-release.ts'
import { openssl35, testWithOpenssl35 } from '../support/openssl.ts'
import { asyncRefusalOf } from '../support/refusal.ts'
import { createWorkspace, signPorts, signRequest, verifyPorts, verifyRequest } from '../support/release.ts'

const root = createAuthority({ subject: 'Root' })
const authority = root.issueAuthority({ subject: 'CA' })
const san = [generalName.uri('https://example.com/release')]
const workspace = createWorkspace()
const release = { repository: 'acme/tool', tag: 'v1', sidecars: ['cms', 'attestation'] } as const

let aws: Aws
beforeAll(async () => {
  aws = await startAws()
  // Where the SDK itself looks.
  Object.assign(process.env, aws.environment)
})
afterAll(() => aws.close())

function keyOf(spec: KeySpec) {
  const key = aws.keys.create({ spec, region: aws.region })
  const signer = createKmsSigner({
    keyId: key.arn,
    environment: aws.environment,
    credentials: aws.credentials,
    timers: systemTimers,
  })
  return { leaf: authority.issue({ publicKey: publicKeyOf(key), san }), ports: signPorts(signer) }
}

const specs = ['ECC_NIST_EDWARDS25519', 'ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87'] as const

const write = (count: number) =>
  workspace.write(Object.fromEntries(Array.from({ length: count }, (_, i) => [`artifact-${i}`, `content ${i}`])))

describe('keys that sign a message whole', () => {
  test.each(specs)('%s signs both kinds through KMS, and they verify', async (spec) => {
    const { leaf, ports } = keyOf(spec)
    const artifacts = write(3)
    await signRelease(signRequest(leaf, artifacts, release), ports)
    const required = verifyRequest(root.rootPem, artifacts, {
      require: ['cms', 'attestation'],
      tag: 'v1',
      complete: true,
    })
    expect(await verifyRelease(required, verifyPorts)).toMatchObject({ verified: true })
  })

  testWithOpenssl35.each(specs)('%s: OpenSSL agrees on the CMS', async (spec) => {
    const { leaf, ports } = keyOf(spec)
    const [artifact = ''] = write(1)
    await signRelease(signRequest(leaf, [artifact], { sidecars: ['cms'] }), ports)
    const files = { a: readFileSync(artifact), 'a.p7s': readFileSync(`${artifact}.p7s`), 'root.pem': root.rootPem }
    const command = ['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'a.p7s', '-content', 'a', '-out', 'out']
    const trust = ['-CAfile', 'root.pem', '-no-CApath', '-no-CAstore', '-cades', '-purpose', 'codesign']
    expect(openssl35(files, ...command, ...trust)).toMatchObject({ status: 0 })
    expect(openssl35({ ...files, a: 'another' }, ...command, ...trust).status).not.toBe(0)
  })

  test('Ed25519 refuses an attestation that KMS would not take, before the first signature', async () => {
    const { leaf, ports } = keyOf('ECC_NIST_EDWARDS25519')
    const count = await largest((artifacts) =>
      signRelease(signRequest(leaf, artifacts, { ...release, dryRun: true }), ports),
    )
    const before = aws.signCalls()
    const refusal = await asyncRefusalOf(() => signRelease(signRequest(leaf, write(count + 1), release), ports))
    expect(refusal).toMatchObject({ code: 'attestation-too-large', hint: expect.stringContaining('fewer archives') })
    expect(aws.signCalls()).toEqual(before)
    // One less goes through, which shows that KMS and we count alike.
    await signRelease(signRequest(leaf, write(count), release), ports)
  })

  test('ML-DSA has no such bound', async () => {
    const { leaf, ports } = keyOf('ML_DSA_44')
    const request = signRequest(leaf, write(100), { ...release, sidecars: ['attestation'] })
    expect(await signRelease(request, ports)).toMatchObject({ signed: 100 })
  })
})

/** How many artifacts fit into one attestation. */
async function largest(sign: (artifacts: readonly string[]) => Promise<unknown>): Promise<number> {
  let [fits, tooMany] = [1, Math.ceil(limits.rawMessageBytes / 64)]
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2)
    if ((await asyncRefusalOf(() => sign(write(middle)))) === undefined) fits = middle
    else tooMany = middle
  }
  return fits
}
