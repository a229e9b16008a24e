// The certificate action through its action.yml and main.js, as a runner starts it.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { publicKeyOf } from '../../dev/aws/keys.ts'
import type { PrivateCaAuthority } from '../../dev/aws/private-ca-store.ts'
import { type Scene, setScene } from '../../dev/demo/scene.ts'
import { type Authority, createAuthority, crlPem, extension, generalName, type Leaf } from '../../dev/pki.ts'
import { builtBundle, step } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'

const folder = temporaryFolder()
let scene: Scene
let root: Authority
let ca: PrivateCaAuthority
let leaf: Leaf
let name = ''
let count = 0

beforeAll(async () => {
  scene = await setScene(await builtBundle())
}, 60_000)
afterAll(() => scene.close())

/** A key with a certificate for twelve more days, and a CA in AWS Private CA under the same root. */
beforeEach(() => {
  const { aws, keyArn } = scene
  root = createAuthority({ subject: 'Root' })
  ca = aws.privateCas.create({ issuer: root, pathLength: 0 })
  leaf = root.issueAuthority({ subject: 'Old CA' }).issue({
    subject: { O: 'Example', CN: 'Example Releases' },
    publicKey: publicKeyOf(aws.keys.resolve(keyArn, aws.region).key),
    san: [generalName.uri('https://example.com/releases')],
    notAfter: new Date(Date.now() + 12.5 * 86_400_000),
  })
  name = `case-${count++}`
  folder.write(`${name}/chain.pem`, leaf.chainPem)
  folder.write(`${name}/root.pem`, root.certificatePem)
})

const chain = (file = 'chain.pem') => readFileSync(folder.at(name, file), 'utf8')

function renew(inputs: Readonly<Record<string, string>> = {}, env: Readonly<Record<string, string | undefined>> = {}) {
  const { aws, issuer, renewerArn } = scene
  return step({
    uses: 'certificate',
    workspace: folder.at(name),
    with: {
      'kms-key-id': scene.alias,
      'certificate-chain': 'chain.pem',
      'root-certificate': 'root.pem',
      'private-ca': ca.arn,
      'role-to-assume': renewerArn,
      'aws-region': aws.region,
      ...inputs,
    },
    env: { ...aws.anonymousEnvironment, AWS_REGION: undefined, ...issuer.environment, ...env },
  })
}

describe('a chain that comes to its end', () => {
  test('is renewed, and handed over as an output and a file', async () => {
    const sessions = scene.aws.calls.filter(({ service }) => service === 'sts').length
    const { outcome, outputs, annotations, summary, log, masks, exported } = await renew()
    expect({ outcome, annotations }).toMatchObject({ outcome: 'success' })
    expect(outputs).toEqual({
      due: 'true',
      renewed: 'true',
      'certificate-chain': chain(),
      'certificate-chain-file': 'chain.pem',
      'certificate-sha256': expect.stringMatching(/^[0-9a-f]{64}$/),
      'not-after': expect.stringMatching(/^2.*Z$/),
      'days-left': '364',
    })
    expect(chain().match(/BEGIN CERTIFICATE/g)).toHaveLength(2)
    expect(chain()).not.toContain(root.certificatePem)
    expect(annotations).toEqual([
      { level: 'notice', title: 'Certificate renewed', message: expect.stringContaining('364 days left') },
    ])
    expect(summary).toContain('### Certificate renewed')
    expect(summary).toContain(outputs['certificate-sha256'])
    expect(log).toContain('renewed, with 12 days left: wrote chain.pem')
    expect(log).toContain('https://example.com/releases')
    // One session for the key and the CA, its secrets masked and nowhere else.
    expect(scene.aws.calls.filter(({ service }) => service === 'sts')).toHaveLength(sessions + 1)
    expect(masks).toHaveLength(3)
    expect(exported).toEqual({})
    const last = scene.aws.calls.findLast(({ operation }) => operation === 'IssueCertificate')
    expect(last?.caller).toMatch(/assumed-role\/renewer\/example-project-4242424242$/)
  })

  test('may be given as PEM text, and written to a new file', async () => {
    const { outputs } = await renew({ 'certificate-chain': leaf.chainPem, out: 'new.pem', 'show-summary': 'false' })
    expect(outputs).toMatchObject({ renewed: 'true', 'certificate-chain-file': 'new.pem' })
    expect(chain('new.pem')).toBe(outputs['certificate-chain'])
  })

  test('is renewed by a CA whose key is in AWS KMS, and written down', async () => {
    const { aws } = scene
    const key = aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region })
    const own = root.issueAuthority({ subject: 'CA in KMS' })
    const issuing = root.issue({
      subject: { CN: 'Issuing CA' },
      publicKey: publicKeyOf(key),
      profile: 'none',
      extensions: {
        basicConstraints: extension.basicConstraints(true, 0),
        keyUsage: extension.keyUsage('keyCertSign', 'cRLSign'),
      },
    })
    folder.write(`${name}/ca.pem`, issuing.certificatePem + own.certificatePem)
    const kms = { 'private-ca': '', 'ca-kms-key-id': key.arn, 'ca-certificate': 'ca.pem', register: 'register.txt' }
    const { outcome, outputs, annotations } = await renew({ ...kms, 'role-to-assume': '' }, aws.environment)
    expect({ outcome, annotations }).toMatchObject({ outcome: 'success' })
    expect(outputs.renewed).toBe('true')
    expect(chain('register.txt')).toContain('CN=Example Releases,O=Example')
  })
})

describe('a chain that does not', () => {
  test('is left alone, and AWS is not asked', async () => {
    const before = scene.aws.calls.length
    const { outcome, outputs, annotations, summary } = await renew({ 'renew-before-days': '12' })
    expect(outcome).toBe('success')
    expect(outputs).toMatchObject({ due: 'false', renewed: 'false', 'days-left': '12', 'certificate-chain': chain() })
    expect(annotations).toEqual([
      { level: 'notice', title: 'Certificate not due', message: expect.stringContaining('12 days left') },
    ])
    expect(summary).toContain('### Certificate not due')
    expect(chain()).toBe(leaf.chainPem)
    expect(scene.aws.calls).toHaveLength(before)
  })

  test('and a dry run needs neither key nor CA nor role', async () => {
    const nothing = { 'kms-key-id': '', 'private-ca': '', 'role-to-assume': '', 'aws-region': '' }
    const { outcome, outputs, annotations } = await renew({ ...nothing, 'dry-run': 'true' })
    expect(outcome).toBe('success')
    expect(outputs).toMatchObject({ due: 'true', renewed: 'false' })
    expect(annotations).toMatchObject([{ level: 'warning', title: 'Certificate to be renewed' }])
    expect(chain()).toBe(leaf.chainPem)
  })
})

describe('a step that fails leaves the chain as it was, and says why', () => {
  test('a key that was revoked as compromised', async () => {
    const old = createAuthority({ subject: 'Old CA' })
    const own = old.issue({
      publicKey: publicKeyOf(scene.aws.keys.resolve(scene.keyArn, scene.aws.region).key),
      notAfter: new Date(Date.now() + 86_400_000),
    })
    const revoked = [{ serial: own.serial, date: new Date('2026-11-02'), extensions: [extension.reasonCode(1)] }]
    folder.write(`${name}/ca.crl`, crlPem(old.crl({ revoked })))
    folder.write(`${name}/chain.pem`, own.chainPem)
    const before = scene.aws.calls.length
    const { outcome, outputs, annotations, summary } = await renew({ crl: 'ca.crl' })
    expect(outcome).toBe('failure')
    expect(outputs).toEqual({ due: '', renewed: 'false' })
    expect(annotations).toEqual([
      { level: 'error', title: 'key-compromised', message: expect.stringContaining('Make a new key') },
    ])
    expect(summary).toContain('### Certificate not renewed')
    expect(chain()).toBe(own.chainPem)
    expect(scene.aws.calls).toHaveLength(before)
  })

  test.each([
    [
      'a CA that is disabled',
      () => {
        ca.status = 'DISABLED'
      },
      {},
      'private-ca-disabled',
    ],
    [
      "somebody else's certificate",
      () => {
        ca.substitute = () => ({ certificate: root.issue().certificatePem })
      },
      {},
      'key-mismatch',
    ],
    [
      'garbage',
      () => {
        ca.substitute = () => ({ certificate: '##[error]::set-output name=x::y' })
      },
      {},
      'pem-invalid',
    ],
    [
      'another root',
      () => {
        ca.chain = []
        ca = scene.aws.privateCas.create({})
      },
      {},
      'path-not-found',
    ],
    ['two CAs', () => undefined, { 'ca-kms-key-id': 'alias/ca' }, 'usage'],
    ['no CA', () => undefined, { 'private-ca': '' }, 'input-missing'],
    ['a number that is none', () => undefined, { 'renew-before-days': 'soon' }, 'usage'],
    ['a file that is there', () => undefined, { out: 'root.pem' }, 'file-exists'],
    ['a chain that is not there', () => undefined, { 'certificate-chain': 'none.pem' }, 'file-not-found'],
  ])('%s', async (_, spoil, inputs, code) => {
    spoil()
    const { outcome, annotations, log } = await renew({
      ...inputs,
      ...('private-ca' in inputs ? {} : { 'private-ca': ca.arn }),
    })
    expect({ outcome, title: annotations[0]?.title }).toEqual({ outcome: 'failure', title: code })
    expect(log).not.toContain('##[')
    expect(chain()).toBe(leaf.chainPem)
  })

  test('a job without id-token: write', async () => {
    const missing = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined }
    expect((await renew({}, missing)).annotations[0]?.title).toBe('oidc-permission-missing')
  })
})
