import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Aws, startAws } from '../aws.ts'
import { run } from '../process.ts'
import { repositoryRoot, runCli } from '../runner.ts'
import type { Story } from './story.ts'

/** An AWS account with nothing in it, and a folder with something to release. */
export interface IdentityScene {
  readonly aws: Aws
  /** Where dist/ is. */
  readonly root: string
  /** Holds `release/app.tar.gz`. */
  readonly workspace: string
  close(): Promise<void>
}

export type IdentityChapter = (story: Story, scene: IdentityScene) => Promise<void>

export async function setIdentityScene(root: string): Promise<IdentityScene> {
  const aws = await startAws()
  const workspace = await mkdtemp(join(tmpdir(), 'kms-release-signing-demo-'))
  await mkdir(join(workspace, 'release'))
  await copyFile(join(repositoryRoot, 'LICENSE'), join(workspace, 'release', 'app.tar.gz'))
  return {
    aws,
    root,
    workspace,
    close: async () => {
      await aws.close()
      await rm(workspace, { recursive: true, force: true })
    },
  }
}

/** Runs a command as a person types it, and shows it with what comes out of it. */
export async function type(story: Story, scene: IdentityScene, command: string) {
  story.command(`kms-release-signing ${command}`)
  const { root, workspace, aws } = scene
  const words = [...command.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? '')
  const result = await runCli(words, { root, cwd: workspace, env: aws.environment })
  story.output(result.stdout + result.stderr)
  return result
}

/** The same, for what must succeed. */
export async function succeed(story: Story, scene: IdentityScene, command: string): Promise<void> {
  const { status, stderr } = await type(story, scene, command)
  story.check('exit status 0', status === 0, stderr)
}

const register = '--register ca/register.txt'
const rootCa = `--kms-key-id alias/release-root --ca-certificate ca/root.pem ${register}`
const issuingCa = `--kms-key-id alias/release-ca --ca-certificate ca/issuing-ca.pem --ca-certificate ca/root.pem ${register}`
const identity = 'https://example.com/releases'
const verify = `verify --root-certificate ca/root.pem --certificate-identity ${identity} --crl ca/root.crl --crl ca/issuing-ca.crl release/app.tar.gz`

const keys: IdentityChapter = async (story, scene) => {
  story.heading('A CA of one’s own in AWS KMS: three keys, one use each')
  story.say('AWS KMS is a stand-in on this machine; keys and signatures are real. No key ever leaves it.')
  await succeed(story, scene, 'key create --alias alias/release-root --key-spec ECC_NIST_P384')
  await succeed(story, scene, 'key create --alias alias/release-ca')
  await succeed(story, scene, 'key create --alias alias/release')
  const again = await type(story, scene, 'key create --alias alias/release')
  story.check('an alias is not pointed to another key', again.status === 1 && again.stderr.includes('kms-alias-taken'))
}

const certificates: IdentityChapter = async (story, scene) => {
  story.heading('A root, an issuing CA below it, and a certificate for the key that signs')
  const { aws, workspace } = scene
  const root = "--common-name 'Example Release Root' --organization Example --path-length 1 --out ca/root.pem"
  await succeed(story, scene, `certificate create-root --kms-key-id alias/release-root ${register} ${root}`)
  const ca = "--profile subordinate-ca --extended-key-usage code-signing --common-name 'Example Issuing CA'"
  await succeed(story, scene, `certificate request --kms-key-id alias/release-ca ${ca} --out issuing-ca.csr`)
  const issueCa = '--profile subordinate-ca --request issuing-ca.csr --out ca/issuing-ca.pem'
  await succeed(story, scene, `certificate issue ${rootCa} ${issueCa}`)
  const signer = `--common-name 'Example Releases' --organization Example --san-uri ${identity}`
  const before = aws.signCalls().length
  await succeed(story, scene, `certificate request --kms-key-id alias/release ${signer} --out request.pem`)
  story.check('a request takes one signature', aws.signCalls().length === before + 1)
  await succeed(story, scene, `certificate issue ${issuingCa} --request request.pem --out chain.pem`)
  story.say('What was issued stands in one file, to be kept in git:')
  story.command('cat ca/register.txt')
  story.output(await readFile(join(workspace, 'ca', 'register.txt'), 'utf8'))
  const other = await type(
    story,
    scene,
    `certificate issue ${rootCa} --request request.pem --profile subordinate-ca --out x.pem`,
  )
  story.check(
    'the key that signs becomes no CA',
    other.status === 1 && /request-profile-mismatch|key-has-another-use/.test(other.stderr),
  )
}

const firstRelease: IdentityChapter = async (story, scene) => {
  story.heading('The first release')
  await succeed(story, scene, `crl create ${rootCa} --out ca/root.crl`)
  await succeed(story, scene, `crl create ${issuingCa} --out ca/issuing-ca.crl`)
  await succeed(
    story,
    scene,
    'sign --kms-key-id alias/release --certificate-chain chain.pem --root-certificate ca/root.pem release/app.tar.gz',
  )
  await succeed(story, scene, verify)
  story.say('OpenSSL says the same of the certificates:')
  const args = [
    'verify',
    '-CAfile',
    'ca/root.pem',
    '-untrusted',
    'ca/issuing-ca.pem',
    '-purpose',
    'any',
    '-crl_check_all',
    '-CRLfile',
    'ca/root.crl',
    '-CRLfile',
    'ca/issuing-ca.crl',
    'chain.pem',
  ]
  story.command(`openssl ${args.join(' ')}`)
  const openssl = await run('openssl', args, { cwd: scene.workspace }).catch(() => undefined)
  if (openssl === undefined) story.skip('there is no openssl on this machine')
  else story.check(openssl.stdout.trim(), openssl.status === 0, openssl.stderr)
}

const revocation: IdentityChapter = async (story, scene) => {
  story.heading('The key is in other hands: its certificate is revoked')
  const text = await readFile(join(scene.workspace, 'ca', 'register.txt'), 'utf8')
  const [, serial = ''] = /certificate (\w+)\n {2}profile code-signing/.exec(text) ?? []
  await succeed(
    story,
    scene,
    `crl create ${issuingCa} --revoke ${serial} --reason keyCompromise --out ca/issuing-ca.crl`,
  )
  const refused = await type(story, scene, verify)
  story.check('exit status 1', refused.status === 1)
  story.check('because the certificate was revoked', refused.stdout.includes('certificate-revoked'))
  const again = await type(story, scene, `certificate issue ${issuingCa} --request request.pem --out again.pem`)
  story.check('that key is never certified again', again.status === 1 && again.stderr.includes('key-compromised'))
}

/** A CA whose keys live in AWS KMS, from nothing to a verified artifact and a revocation. */
export const caInKms: readonly IdentityChapter[] = [keys, certificates, firstRelease, revocation]
