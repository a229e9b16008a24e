import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ProcessResult, run } from '../process.ts'
import { runCli, runStep, type StepResult } from '../runner.ts'
import type { Scene } from './scene.ts'
import type { Story } from './story.ts'

/** One chapter of the demo. Each stands on what the ones before it left in the workspace. */
export type Chapter = (story: Story, scene: Scene) => Promise<void>

export const theKey: Chapter = async (story, { aws, keyArn, alias, roleArn, leaf, authority, artifacts }) => {
  story.heading('A key in AWS KMS, and a certificate for it')
  story.say(
    'AWS KMS, AWS STS and GitHub’s OIDC issuer are stand-ins on this machine. Keys, tokens and signatures are real.',
  )
  story.output(`KMS         ${aws.url}\nkey         ${keyArn}\nalias       ${alias}\nrole        ${roleArn}`)
  story.say('The private key never leaves KMS. A root and an intermediate, kept elsewhere, certify its public key:')
  story.output('root.pem    CN=Example Root\nchain.pem   CN=Example Releases, CN=Example Code Signing CA')
  story.say('What is to be released:')
  story.output(artifacts.join('\n'))
  story.check('the chain has a leaf and an intermediate', leaf.chain.length === 2)
  story.check('the root is in root.pem alone', !leaf.chainPem.includes(authority.certificatePem))
}

const yaml = (uses: string, inputs: Readonly<Record<string, string>>): string =>
  [`- uses: ${uses}`, '  with:', ...Object.entries(inputs).map(([name, value]) => `    ${name}: ${value}`)].join('\n')

const signInputs = ({ alias, roleArn, aws }: Scene) => ({
  artifacts: 'release/*',
  'kms-key-id': alias,
  'certificate-chain': 'chain.pem',
  'root-certificate': 'root.pem',
  'role-to-assume': roleArn,
  'aws-region': aws.region,
})

export const signing: Chapter = async (story, scene) => {
  story.heading('A release workflow signs, as a GitHub runner starts it')
  const inputs = signInputs(scene)
  story.command(yaml('./', inputs))
  const { aws, issuer, root, workspace, artifacts } = scene
  const environment = { ...aws.anonymousEnvironment, ...issuer.environment, AWS_REGION: undefined }
  const step = await runStep({ root, uses: '.', with: inputs, workspace, env: environment })
  story.output(step.log)
  story.check('the step succeeded', step.outcome === 'success', failureOf(step))
  const sidecars: unknown = JSON.parse(step.outputs.sidecars ?? '[]')
  story.say('Its outputs:')
  story.output(
    Object.entries(step.outputs)
      .map(([name, value]) => `${name} = ${value}`)
      .join('\n'),
  )
  story.check(
    `every artifact has a sidecar`,
    Array.isArray(sidecars) && artifacts.every((artifact) => existsSync(join(workspace, `${artifact}.p7s`))),
  )
  story.check(`signed-count is ${artifacts.length}`, step.outputs['signed-count'] === String(artifacts.length))
  const signatures = aws.signCalls().length
  story.check(
    `KMS made one signature for each sidecar, ${signatures} in all`,
    Array.isArray(sidecars) && sidecars.length === signatures,
  )
  const caller = aws.signCalls()[0]?.caller ?? ''
  story.check(`it signed as ${caller}`, caller.includes(':assumed-role/release/'))
  story.check(
    'the token of the run is masked',
    step.masks.some((mask) => mask.startsWith('ey')),
  )
  story.check('the job summary tells of it', step.summary.includes(step.outputs['certificate-sha256'] ?? '-'))
}

const verifyInputs = ({ identity }: Scene) => ({
  artifacts: 'release/*',
  'root-certificate': 'root.pem',
  'certificate-identity': identity,
})

export const verifying: Chapter = async (story, scene) => {
  story.heading('A workflow elsewhere verifies: a root certificate and a name, no credentials')
  const inputs = verifyInputs(scene)
  story.command(yaml('./verify', inputs))
  const step = await runStep({ root: scene.root, uses: 'verify', with: inputs, workspace: scene.workspace })
  story.output(step.log)
  story.check('the step succeeded', step.outcome === 'success', failureOf(step))
  story.check('its output verified is true', step.outputs.verified === 'true')

  story.heading('The same on a laptop')
  const args = cliArguments(scene, 'release/project-1.0.0.js')
  story.command(`kms-release-signing ${shell(args)}`)
  const cli = await runCli(args, { root: scene.root, cwd: scene.workspace })
  story.output(cli.stdout)
  story.check('exit status 0', cli.status === 0, cli.stderr)
  const report = await verifyAll(scene)
  story.check(
    'of the whole release, --json says the same',
    report.verified && report.artifacts.length === scene.artifacts.length,
  )
}

const cliArguments = ({ identity }: Scene, artifact: string): readonly string[] => [
  ...['verify', '--root-certificate', 'root.pem', '--certificate-identity', identity, artifact],
]

interface Report {
  readonly verified: boolean
  readonly artifacts: readonly { readonly path: string; readonly verified: boolean }[]
}

async function verifyAll(scene: Scene): Promise<Report> {
  const args = [...cliArguments(scene, 'release/*'), '--json']
  const { stdout } = await runCli(args, { root: scene.root, cwd: scene.workspace })
  return JSON.parse(stdout)
}

const opensslArguments = (artifact: string): readonly string[] => [
  ...['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', `${artifact}.p7s`, '-content', artifact],
  ...['-CAfile', 'root.pem', '-no-CApath', '-no-CAstore', '-purpose', 'any', '-out', '/dev/null'],
]

/** Undefined where there is no OpenSSL. */
async function openssl(artifact: string, { workspace }: Scene): Promise<ProcessResult | undefined> {
  try {
    return await run('openssl', opensslArguments(artifact), { cwd: workspace })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

export const withoutUs: Chapter = async (story, scene) => {
  story.heading('An auditor verifies with OpenSSL, never having heard of us')
  for (const artifact of scene.artifacts) {
    const result = await openssl(artifact, scene)
    if (result === undefined) {
      story.skip('there is no openssl on this machine')
      return
    }
    story.command(`openssl ${shell(opensslArguments(artifact))}`)
    story.output(result.stderr)
    story.check('exit status 0', result.status === 0)
  }
}

export const tampering: Chapter = async (story, scene) => {
  const artifact = 'release/project-1.0.0.js'
  story.heading(`Someone changes one byte of ${artifact}`)
  const path = join(scene.workspace, artifact)
  const bytes = await readFile(path)
  const at = Math.floor(bytes.length / 2)
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  await writeFile(path, bytes)

  const step = await runStep({
    root: scene.root,
    uses: 'verify',
    with: verifyInputs(scene),
    workspace: scene.workspace,
  })
  story.output(step.annotations.map(({ level, message }) => `${level}: ${message}`).join('\n'))
  story.check('the verify step fails', step.outcome === 'failure' && step.outputs.verified === 'false', failureOf(step))
  story.check(
    'it names the artifact in an error annotation',
    step.annotations.some(({ level, message, title }) => level === 'error' && `${title}${message}`.includes(artifact)),
  )
  const args = cliArguments(scene, artifact)
  story.command(`kms-release-signing ${shell(args)}`)
  const cli = await runCli(args, { root: scene.root, cwd: scene.workspace })
  story.output(cli.stdout + cli.stderr)
  story.check('exit status 1', cli.status === 1)
  const { verified, artifacts } = await verifyAll(scene)
  story.check(
    'the release is not verified, and the others in it still are',
    !verified && artifacts.every((one) => one.verified === (one.path !== artifact)),
  )
  const judged = await openssl(artifact, scene)
  if (judged !== undefined) story.check('OpenSSL refuses it, too', judged.status !== 0)
}

export const stranger: Chapter = async (story, scene) => {
  story.heading('Another repository asks for the same role')
  const { aws, issuer, root, workspace } = scene
  issuer.setClaims({ sub: 'repo:mallory/project:environment:release', repository_id: '666' })
  const environment = { ...aws.anonymousEnvironment, ...issuer.environment, AWS_REGION: undefined }
  const before = aws.signCalls().length
  const step = await runStep({ root, uses: '.', with: signInputs(scene), workspace, env: environment })
  story.output(step.log)
  story.check('the step fails', step.outcome === 'failure')
  story.check('nothing was signed', aws.signCalls().length === before)
}

const failureOf = (step: StepResult): string =>
  [...step.annotations.map(({ level, message }) => `${level}: ${message}`), step.stderr].join('\n')

/** As a POSIX shell takes it. */
const shell = (args: readonly string[]): string =>
  args.map((arg) => (/^[\w@%+=:,./*-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`)).join(' ')
