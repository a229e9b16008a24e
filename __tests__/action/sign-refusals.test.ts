import { mkdirSync, symlinkSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { certificatePem, createAuthority } from '../../dev/pki.ts'
import { parseCertificate } from '../../src/core/x509/certificate.ts'
import { type Env, type Inputs, signSteps } from '../support/sign-steps.ts'

const { scene, folder, at, write, files, sign } = signSteps()

/** Inputs, environment and what is prepared for them, and the code they are refused with. */
interface Refused {
  readonly name: string
  readonly code: string | RegExp
  readonly inputs?: () => Inputs
  readonly env?: () => Env
  readonly prepare?: () => void
}

const foreignLeaf = () => {
  const leaf = scene().authority.issue({ subject: 'Other' })
  return leaf.chainPem
}

const refused: readonly Refused[] = [
  { name: 'no artifacts', code: 'input-missing', inputs: () => ({ artifacts: ' \n' }) },
  { name: 'nothing matched', code: 'artifacts-none', inputs: () => ({ artifacts: `${folder()}/*.none` }) },
  { name: 'a directory', code: 'file-not-regular', inputs: () => ({ artifacts: folder() }) },
  { name: 'a file that is not there', code: 'file-not-found', inputs: () => ({ artifacts: `${folder()}/none.zip` }) },
  {
    name: 'a symlink loop',
    code: 'file-unreadable',
    prepare: () => symlinkSync('app.loop', at('app.loop')),
  },
  { name: 'no key', code: 'input-missing', inputs: () => ({ 'kms-key-id': '' }) },
  { name: 'a key that is not there', code: 'kms-key-not-found', inputs: () => ({ 'kms-key-id': 'alias/none' }) },
  { name: 'a name that is no key', code: 'input-invalid', inputs: () => ({ 'kms-key-id': 'arn:aws:s3:::bucket' }) },
  { name: 'no chain', code: 'input-missing', inputs: () => ({ 'certificate-chain': '' }) },
  { name: 'a chain that is not there', code: 'file-not-found', inputs: () => ({ 'certificate-chain': 'none.pem' }) },
  {
    name: 'an empty chain',
    code: 'pem-invalid',
    prepare: () => write('c.pem', ''),
    inputs: () => ({ 'certificate-chain': `${folder()}/c.pem` }),
  },
  {
    name: 'garbage for a chain',
    code: 'pem-invalid',
    prepare: () => write('c.pem', 'garbage'),
    inputs: () => ({ 'certificate-chain': `${folder()}/c.pem` }),
  },
  {
    name: 'a private key in the chain',
    code: 'private-key-in-input',
    inputs: () => ({
      'certificate-chain': '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIHRoaXMg\n-----END PRIVATE KEY-----',
    }),
  },
  {
    name: "a leaf that is not the KMS key's",
    code: /key-mismatch|certificate/,
    inputs: () => ({ 'certificate-chain': foreignLeaf() }),
  },
  {
    name: 'an expired leaf',
    code: 'certificate-expired',
    inputs: () => {
      const publicKey = parseCertificate(scene().leaf.certificate).publicKey.spki
      return {
        'certificate-chain': scene().authority.issue({ publicKey, notAfter: new Date('2026-01-01T00:00:00Z') })
          .chainPem,
      }
    },
  },
  {
    name: 'a root that the chain does not reach',
    code: 'path-not-found',
    inputs: () => ({ 'root-certificate': certificatePem(createAuthority({ subject: 'Another' }).certificate) }),
  },
  {
    name: 'a key of the wrong usage',
    code: 'kms-key-usage',
    inputs: () => ({
      'role-to-assume': '',
      'kms-key-id': scene().aws.keys.create({ spec: 'RSA_2048', usage: 'ENCRYPT_DECRYPT', region: scene().aws.region })
        .arn,
    }),
    env: () => scene().aws.environment,
  },
  {
    name: 'an algorithm that the key does not do',
    code: 'algorithm-mismatch',
    inputs: () => ({ 'signing-algorithm': 'RSASSA_PSS_SHA_256' }),
  },
  { name: 'an algorithm that is not known', code: 'algorithm-unknown', inputs: () => ({ 'signing-algorithm': 'MD5' }) },
  {
    name: 'two artifacts that would write the same sidecar',
    code: /collide|sidecar/,
    prepare: () => {
      mkdirSync(at('a'))
      mkdirSync(at('b'))
      write('a/x', '1')
      write('b/x', '2')
    },
    inputs: () => ({
      artifacts: `${folder()}/a/x\n${folder()}/b/x`,
      'output-directory': `${folder()}/out`,
      sidecars: 'cms',
    }),
  },
  {
    name: 'another file where a sidecar belongs',
    code: /sidecar|cms/,
    prepare: () => write('app.zip.p7s', 'not ours'),
  },
  {
    name: 'an output directory that cannot be made',
    code: 'file-unwritable',
    inputs: () => ({ 'output-directory': `${folder()}/app.zip/out` }),
  },
  { name: 'the wrong Region', code: /kms/, inputs: () => ({ 'aws-region': 'us-east-1' }) },
  {
    name: 'a role that does not trust this run',
    code: 'role-not-assumable',
    inputs: () => ({ 'role-to-assume': `${scene().roleArn}-other` }),
  },
  {
    name: 'no id-token: write',
    code: 'oidc-permission-missing',
    env: () => ({ ACTIONS_ID_TOKEN_REQUEST_URL: undefined }),
  },
  {
    name: 'an account that is not allowed',
    code: 'role-account-not-allowed',
    inputs: () => ({ 'allowed-account-ids': '999999999999' }),
  },
  { name: 'details of a role without a role', code: 'usage', inputs: () => ({ 'role-to-assume': '', audience: 'x' }) },
  { name: 'a duration out of bounds', code: 'usage', inputs: () => ({ 'role-duration-seconds': '10' }) },
  { name: "another repository than the run's", code: 'usage', inputs: () => ({ repository: 'someone/else' }) },
  { name: 'a boolean that is none', code: 'usage', inputs: () => ({ 'dry-run': 'yes' }) },
  { name: 'a kind that is not known', code: 'usage', inputs: () => ({ sidecars: 'gpg' }) },
  { name: 'a cross-check that is not known', code: 'usage', inputs: () => ({ 'cross-check': 'some' }) },
  {
    name: 'no network',
    code: /./,
    inputs: () => ({ 'role-to-assume': '' }),
    env: () => ({ ...scene().aws.environment, AWS_ENDPOINT_URL: 'http://127.0.0.1:9', AWS_MAX_ATTEMPTS: '1' }),
  },
]

describe('sign action refuses, with one annotation, no stack trace and nothing written', () => {
  test.each(refused.map((row) => [row.name, row] as const))('%s', async (_, { code, inputs, env, prepare }) => {
    prepare?.()
    const given = inputs?.() ?? {}
    const before = { files: files(), signed: scene().aws.signCalls().length }
    const result = await sign(given, env?.() ?? {})
    expect(result).toMatchObject({ outcome: 'failure', status: 1, stderr: '' })
    const errors = result.annotations.filter(({ level }) => level === 'error')
    expect(errors).toHaveLength(1)
    expect(errors[0]?.title).toEqual(typeof code === 'string' ? code : expect.stringMatching(code))
    expect(errors[0]?.title).not.toBe('internal')
    expect(result.stdout + result.summary).not.toMatch(/^\s+at |file:\/\/|MC4CAQ/m)
    expect(result.summary).toMatch(/### Not signed.*no sidecar was written/s)
    expect(result.outputs).toMatchObject({ sidecars: '[]', 'signed-count': '0' })
    expect(JSON.parse(result.outputs.results ?? '')).toMatchObject({ signed: 0, code: errors[0]?.title })
    expect({ files: files(), signed: scene().aws.signCalls().length }).toEqual(before)
  })
})
