import { createPublicKey } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { beforeAll, expect, test } from '@jest/globals'
import { identityProviderArn, type Policy } from '../../dev/aws.ts'
import { githubIssuer } from '../../dev/oidc-issuer.ts'
import type { StepResult } from '../../dev/runner.ts'
import { parseCertificate } from '../../src/core/x509/certificate.ts'
import { markdownText } from '../../src/entry/escape.ts'
import { step } from '../support/bundle.ts'
import { type Inputs, signSteps } from '../support/sign-steps.ts'

const { scene, sign, folder, at } = signSteps()
let verifierRole = ''
let strangerRole = ''

beforeAll(() => {
  const { aws, keyArn } = scene()
  const trust: Policy = {
    Statement: {
      Effect: 'Allow',
      Principal: { Federated: identityProviderArn(aws.account, githubIssuer) },
      Action: 'sts:AssumeRoleWithWebIdentity',
    },
  }
  const policy: Policy = {
    Statement: { Effect: 'Allow', Action: ['kms:Verify', 'kms:GetPublicKey'], Resource: keyArn },
  }
  verifierRole = aws.createRole({ name: 'verifier', trust, policies: [policy] }).arn
  strangerRole = aws.createRole({ name: 'stranger', trust, policies: [] }).arn
})

const verify = (inputs: Inputs): Promise<StepResult> => {
  const { aws, issuer, workspace } = scene()
  const env = { ...aws.anonymousEnvironment, ...issuer.environment }
  return step({ uses: 'verify', workspace, env, with: { artifacts: `${folder()}/app.*`, ...inputs } })
}
const byKms = (inputs: Inputs = {}) => {
  const { aws, keyArn } = scene()
  return verify({ 'kms-key-id': keyArn, 'aws-region': aws.region, 'role-to-assume': verifierRole, ...inputs })
}

test('by the key in AWS KMS, as a role that may do nothing but verify', async () => {
  expect(await sign()).toMatchObject({ outcome: 'success' })
  const { keyArn } = scene()
  const verified = await byKms({ require: 'cms,attestation', complete: 'true' })
  expect(verified).toMatchObject({
    outcome: 'success',
    annotations: [{ level: 'warning', message: expect.stringContaining('which the environment names') }],
    stderr: '',
    outputs: { verified: 'true' },
  })
  expect(verified.exported).toEqual({})
  expect(verified.log).toContain(`signed by key ${keyArn}, public key sha256 `)
  expect(verified.log).toContain('No certificate path was checked: the key was trusted by itself.')
  expect(verified.summary).toContain('No certificate path was checked: the key was trusted by itself.')
  expect(verified.summary).toContain(`<code>${markdownText(keyArn)}</code>`)
  const [{ sidecars }] = JSON.parse(verified.outputs.results ?? '').artifacts
  expect(sidecars).toMatchObject([
    { signer: null, root: null },
    { signer: null, root: null },
  ])

  appendFileSync(at('app.zip'), 'more')
  const tampered = await byKms()
  expect(tampered).toMatchObject({ outcome: 'failure', outputs: { verified: 'false' } })
  expect(tampered.annotations).toMatchObject([{ level: 'warning' }, { title: 'digest-mismatch' }])
  expect(tampered.summary).toContain('No certificate path was checked')
})

test('by the public key as PEM text, without credentials', async () => {
  expect(await sign()).toMatchObject({ outcome: 'success' })
  const { leaf } = scene()
  const { spki } = parseCertificate(leaf.certificate).publicKey
  const pem = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
    .export({ type: 'spki', format: 'pem' })
    .toString()
  const inputs = { 'public-key': pem, 'dedicated-root': 'false', 'use-fips-endpoint': 'false' }
  expect(await verify(inputs)).toMatchObject({ outcome: 'success', outputs: { verified: 'true' } })
})

test('a role that may not verify fails the step, with nothing verified', async () => {
  expect(await sign()).toMatchObject({ outcome: 'success' })
  const refused = await byKms({ 'role-to-assume': strangerRole })
  expect(refused).toMatchObject({ outcome: 'failure', outputs: { verified: 'false' } })
  expect(refused.annotations).toMatchObject([{ title: 'aws-access-denied' }])
  // What would let it verify is told, and nothing of signing.
  expect(refused.log).toContain('"kms:Verify"')
  expect(refused.log).not.toContain('kms:Sign"')
})

test.each<[string, Inputs, string]>([
  ['a root beside it', { 'root-certificate': 'root.pem' }, 'kms-key-id and root-certificate exclude each other'],
  ['an identity beside it', { 'dedicated-root': 'true' }, 'kms-key-id and dedicated-root exclude each other'],
  ['a public key beside it', { 'public-key': 'key.pem' }, 'public-key and kms-key-id exclude each other'],
  [
    'a role that nothing is asked as',
    { 'kms-key-id': '', 'aws-region': '', 'public-key': 'root.pem' },
    'role-to-assume without kms-key-id',
  ],
  ['details of a role alone', { 'role-to-assume': '', audience: 'a' }, 'audience without role-to-assume'],
])('%s is refused', async (_, inputs, message) => {
  const refused = await byKms(inputs)
  expect(refused).toMatchObject({ outcome: 'failure', outputs: { verified: 'false' } })
  expect(refused.annotations).toMatchObject([{ title: 'usage', message: expect.stringContaining(message) }])
})
