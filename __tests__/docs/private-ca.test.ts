// The commands, policies and the workflow of docs/private-ca.md as they are printed, against our stand-in of AWS.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { publicKeyOf } from '../../dev/aws/keys.ts'
import { type Aws, type Policy, startAws } from '../../dev/aws.ts'
import { githubIssuer, type OidcIssuer, startOidcIssuer } from '../../dev/oidc-issuer.ts'
import { createAuthority } from '../../dev/pki.ts'
import { run } from '../../dev/process.ts'
import { repositoryRoot } from '../../dev/runner.ts'
import { builtBundle, cli, step } from '../support/bundle.ts'
import { requesterPolicy, rolePolicies, trustPolicy } from '../support/deployed-policies.ts'
import { titledBlock } from '../support/documents.ts'
import { temporaryFolder } from '../support/folder.ts'
import { testWithOpenssl } from '../support/openssl.ts'

const document = 'docs/private-ca.md'
const printedCa = 'arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/1234abcd-12ab-34cd-56ef-1234567890ab'
const policy = (file: string, title: string, arn: string): Policy =>
  JSON.parse(titledBlock(file, title).replaceAll(printedCa, arn))

const folder = temporaryFolder()
let aws: Aws
let issuer: OidcIssuer

beforeAll(async () => {
  await builtBundle()
  issuer = await startOidcIssuer({ issuer: githubIssuer })
  aws = await startAws({
    identityProviders: [{ issuer: githubIssuer, url: issuer.url, audiences: ['sts.amazonaws.com'] }],
  })
}, 60_000)
afterAll(async () => {
  await aws.close()
  await issuer.close()
})

interface Workflow {
  readonly jobs: Readonly<Record<string, { readonly steps: readonly WorkflowStep[] }>>
}
interface WorkflowStep {
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}
const workflow: Workflow = parse(readFileSync(join(repositoryRoot, 'docs/workflows/renew-certificate.yml'), 'utf8'))
/** Inputs of the certificate action in a job of the workflow. */
function inputsOf(job: string): Readonly<Record<string, string>> {
  const found = workflow.jobs[job]?.steps.find(({ uses = '' }) => uses.includes('/certificate@'))
  return Object.fromEntries(Object.entries(found?.with ?? {}).map(([name, value]) => [name, String(value)]))
}

describe('the workflow', () => {
  /** A repository with a chain that ends soon, and a role with the policies as they are printed. */
  function scene(days: number, template?: string) {
    const root = createAuthority({ subject: 'Root' })
    const ca = aws.privateCas.create({ issuer: root, pathLength: 0 })
    const key = aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region })
    const policies = [rolePolicies(key.arn).signer, policy(document, 'private-ca-policy.json', ca.arn)]
    const role = aws.createRole({ name: `release-${key.id}`, trust: trustPolicy(aws.account), policies })
    const leaf = root.issue({ publicKey: publicKeyOf(key), notAfter: new Date(Date.now() + days * 86_400_000) })
    folder.write(`${key.id}/chain.pem`, leaf.chainPem)
    folder.write(`${key.id}/root.pem`, root.certificatePem)
    const renew = (job: string, change: Readonly<Record<string, string>> = {}) =>
      step({
        uses: 'certificate',
        workspace: folder.at(key.id),
        with: {
          ...inputsOf(job),
          ...(job === 'look' ? {} : { 'kms-key-id': key.arn, 'private-ca': ca.arn, 'role-to-assume': role.arn }),
          ...(template === undefined ? {} : { template }),
          ...change,
        },
        env: { ...aws.anonymousEnvironment, ...issuer.environment },
      })
    return { renew, leaf, ca, chain: () => readFileSync(folder.at(key.id, 'chain.pem'), 'utf8') }
  }

  test('looks without AWS, and renews as the release role', async () => {
    const { renew, leaf, chain } = scene(20)
    const before = aws.calls.length
    expect((await renew('look')).outputs).toMatchObject({ due: 'true', renewed: 'false', 'days-left': '19' })
    expect(aws.calls).toHaveLength(before)
    expect(chain()).toBe(leaf.chainPem)
    const { outcome, outputs, annotations } = await renew('renew')
    expect({ outcome, annotations }).toMatchObject({ outcome: 'success', annotations: [{ level: 'notice' }] })
    expect(outputs).toMatchObject({ renewed: 'true', 'certificate-chain': chain() })
    expect(chain()).not.toBe(leaf.chainPem)
  })

  test('may use no other template, so that nobody becomes a CA', async () => {
    const { renew, leaf, chain } = scene(20, 'SubordinateCACertificate_PathLen0/V1')
    const { outcome, annotations } = await renew('renew')
    expect(outcome).toBe('failure')
    expect(annotations[0]?.message).toMatch(/^aws-access-denied: .* may not acm-pca:IssueCertificate on /)
    expect(chain()).toBe(leaf.chainPem)
  })

  test('has the policy that the template makes', () => {
    expect(policy(document, 'private-ca-policy.json', printedCa)).toEqual(requesterPolicy(printedCa))
  })

  test('gives inputs that there are', () => {
    const metadata = parse(readFileSync(join(repositoryRoot, 'certificate/action.yml'), 'utf8'))
    for (const job of ['look', 'renew']) {
      expect(Object.keys(metadata.inputs)).toEqual(expect.arrayContaining(Object.keys(inputsOf(job))))
    }
  })
})

testWithOpenssl('a root that OpenSSL has the key of signs the request, and it is installed', async () => {
  const ca = aws.privateCas.create({ issuer: 'external' })
  const cwd = folder.at('openssl')
  folder.write('openssl/subordinate.cnf', titledBlock(document, 'subordinate.cnf'))
  const shell = async (command: string) => {
    const { status, stderr } = await run('sh', ['-e', '-c', command], { cwd })
    expect({ command, status, stderr }).toMatchObject({ status: 0 })
  }
  await shell(
    'openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout root.key -out root.pem -subj /CN=Root -days 3650 -addext keyUsage=critical,keyCertSign,cRLSign',
  )
  const administrator = aws.createUser({
    name: `administrator-${ca.arn.slice(-8)}`,
    policies: [policy(document, 'private-ca-administrator.json', ca.arn)],
  })
  const env = {
    ...aws.anonymousEnvironment,
    AWS_ACCESS_KEY_ID: administrator.accessKeyId,
    AWS_SECRET_ACCESS_KEY: administrator.secretAccessKey,
  }
  const own = ['--private-ca', ca.arn]
  const request = await cli(['private-ca', 'request', ...own, '--out', 'subordinate.csr'], { cwd, env })
  expect(request).toMatchObject({ status: 0 })
  await shell(titledBlock(document, 'openssl-root'))
  const files = ['--certificate-chain', 'subordinate.pem', '--root-certificate', 'root.pem']
  expect(await cli(['private-ca', 'import', ...own, ...files], { cwd, env })).toMatchObject({ status: 0 })
  expect(ca.status).toBe('ACTIVE')
})
