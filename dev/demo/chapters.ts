import { existsSync } from 'node:fs'
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ProcessResult, run } from '../process.ts'
import { runCli, runStep, type StepResult } from '../runner.ts'
import type { Scene } from './scene.ts'
import type { Story } from './story.ts'

/** One chapter of the demo. Each stands on what the ones before it left in the workspace. */
export type Chapter = (story: Story, scene: Scene) => Promise<void>

export const theKey: Chapter = async (story, scene) => {
  const { aws, keyArn, alias, roleArn, leaf, authority, artifacts, timestampAuthority } = scene
  story.heading('A key in AWS KMS, and a certificate for it')
  story.say(
    'AWS KMS, AWS STS and GitHub’s OIDC issuer are stand-ins on this machine. Keys, tokens and signatures are real.',
  )
  story.output(`KMS         ${aws.url}\nkey         ${keyArn}\nalias       ${alias}\nrole        ${roleArn}`)
  story.say('The private key never leaves KMS. A root and an intermediate, kept elsewhere, certify its public key:')
  story.output('root.pem    CN=Example Root\nchain.pem   CN=Example Releases, CN=Example Code Signing CA')
  if (timestampAuthority === undefined) story.skip('no time stamps: there is no openssl on this machine to make them')
  else story.output(`time stamps ${timestampAuthority.url}, of a root of its own: tsa-root.pem`)
  story.say('What is to be released:')
  story.output(artifacts.join('\n'))
  story.check('the chain has a leaf and an intermediate', leaf.chain.length === 2)
  story.check('the root is in root.pem alone', !leaf.chainPem.includes(authority.certificatePem))
}

export const yaml = (uses: string, inputs: Readonly<Record<string, string>>): string =>
  [`- uses: ${uses}`, '  with:', ...Object.entries(inputs).map(([name, value]) => `    ${name}: ${value}`)].join('\n')

export const signInputs = ({ alias, roleArn, aws, timestampAuthority }: Scene) => ({
  artifacts: 'release/*',
  'kms-key-id': alias,
  'certificate-chain': 'chain.pem',
  'root-certificate': 'root.pem',
  'role-to-assume': roleArn,
  'aws-region': aws.region,
  'trusted-root': 'trusted_root.json',
  ...(timestampAuthority === undefined
    ? {}
    : { 'timestamp-authority-url': timestampAuthority.url, 'timestamp-root-certificate': 'tsa-root.pem' }),
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
    'every artifact has a sidecar',
    Array.isArray(sidecars) && artifacts.every((artifact) => existsSync(join(workspace, `${artifact}.p7s`))),
  )
  story.check('the release has an attestation', existsSync(join(workspace, 'release', attestation)))
  story.check(`signed-count is ${artifacts.length}`, step.outputs['signed-count'] === String(artifacts.length))
  const signatures = aws.signCalls().length
  story.check(
    `KMS made one signature for each sidecar, ${signatures} in all`,
    Array.isArray(sidecars) && sidecars.filter((path) => path !== 'trusted_root.json').length === signatures,
  )
  const caller = aws.signCalls()[0]?.caller ?? ''
  story.check(`it signed as ${caller}`, caller.includes(':assumed-role/release/'))
  story.check(
    'the token of the run is masked',
    step.masks.some((mask) => mask.startsWith('ey')),
  )
  story.check('the job summary tells of it', step.summary.includes(step.outputs['certificate-sha256'] ?? '-'))
}

/** Of the run's repository and tag. */
const attestation = 'example-project-v1.0.0.release.sigstore.json'

const verifyInputs = ({ identity, timestampAuthority }: Scene) => ({
  artifacts: 'release/*',
  'root-certificate': 'root.pem',
  'certificate-identity': identity,
  repository: 'example/project',
  tag: 'v1.0.0',
  complete: 'true',
  ...(timestampAuthority === undefined
    ? {}
    : { 'timestamp-root-certificate': 'tsa-root.pem', 'require-timestamp': 'true' }),
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

const openssl = (artifact: string, { workspace }: Scene) =>
  run('openssl', opensslArguments(artifact), { cwd: workspace })

export const withoutUs: Chapter = async (story, scene) => {
  story.heading('An auditor verifies with OpenSSL, never having heard of us')
  if (scene.timestampAuthority === undefined) {
    story.skip('there is no openssl on this machine')
    return
  }
  for (const artifact of scene.artifacts) {
    story.command(`openssl ${shell(opensslArguments(artifact))}`)
    const { status, stderr } = await openssl(artifact, scene)
    story.output(stderr)
    story.check('exit status 0', status === 0)
  }
  await stampByOpenssl(story, scene)

  story.heading('And with cosign, which gets the root in its own form')
  const args = cosignArguments(scene)
  story.command(`cosign ${shell(args)}`)
  const verdict = await runIfThere('cosign', args, scene.workspace)
  if (verdict === undefined) {
    story.skip('there is no cosign on this machine: the command above is for cosign 3.1.3 or later')
    return
  }
  story.output(verdict.stderr)
  story.check('cosign says Verified OK', verdict.status === 0 && verdict.stderr.includes('Verified OK'))
  const other = await runIfThere('cosign', [...args.slice(0, -1), 'root.pem'], scene.workspace)
  story.check('and refuses a file that is not of the release', other?.status !== 0)
}

/** The time stamp inside the attestation, which is one over the signature value. */
async function stampByOpenssl(story: Story, { workspace }: Scene): Promise<void> {
  const bundle: {
    readonly dsseEnvelope: { readonly signatures: readonly { readonly sig: string }[] }
    readonly verificationMaterial: {
      readonly timestampVerificationData: {
        readonly rfc3161Timestamps: readonly { readonly signedTimestamp: string }[]
      }
    }
  } = JSON.parse(await readFile(join(workspace, 'release', attestation), 'utf8'))
  const [signature] = bundle.dsseEnvelope.signatures
  const [stamp] = bundle.verificationMaterial.timestampVerificationData.rfc3161Timestamps
  await writeFile(join(workspace, 'signature.bin'), Buffer.from(signature?.sig ?? '', 'base64'))
  await writeFile(join(workspace, 'response.tsr'), Buffer.from(stamp?.signedTimestamp ?? '', 'base64'))
  const args = ['ts', '-verify', '-data', 'signature.bin', '-in', 'response.tsr', '-CAfile', 'tsa-root.pem']
  story.say('The attestation holds its time stamp as well:')
  story.command(`openssl ${shell(args)}`)
  const { status, stdout } = await run('openssl', args, { cwd: workspace })
  story.output(stdout)
  story.check('exit status 0', status === 0)
}

const cosignArguments = ({ identity }: Scene): readonly string[] => [
  ...['verify-blob-attestation', '--bundle', `release/${attestation}`, '--allow-certificate-chain'],
  ...['--trusted-root', 'trusted_root.json', '--use-signed-timestamps'],
  ...['--insecure-ignore-tlog', '--insecure-ignore-sct'],
  ...['--certificate-identity', identity, '--certificate-oidc-issuer-regexp', '.*'],
  ...['--type', 'https://in-toto.io/attestation/release/v0.2', 'release/project-1.0.0.js'],
]

/** Undefined where there is no such program. */
async function runIfThere(program: string, args: readonly string[], cwd: string): Promise<ProcessResult | undefined> {
  try {
    return await run(program, args, { cwd })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

export const leavingOut: Chapter = async (story, scene) => {
  const artifact = 'release/project-1.0.0.lock.json'
  story.heading(`A mirror leaves out ${artifact}`)
  const moves = ['', '.p7s'].map((suffix) => ({
    from: join(scene.workspace, `${artifact}${suffix}`),
    to: join(scene.workspace, `kept${suffix}`),
  }))
  for (const { from, to } of moves) await rename(from, to)
  const step = await runStep({
    root: scene.root,
    uses: 'verify',
    with: verifyInputs(scene),
    workspace: scene.workspace,
  })
  for (const { from, to } of moves) await rename(to, from)
  story.output(annotationsOf(step))
  story.check('the verify step fails', step.outcome === 'failure' && step.outputs.verified === 'false')
  story.check('it says what is missing', annotationsOf(step).includes('project-1.0.0.lock.json'))
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
  story.output(annotationsOf(step))
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
  if (scene.timestampAuthority !== undefined) {
    story.check('OpenSSL refuses it, too', (await openssl(artifact, scene)).status !== 0)
  }
}

export const stranger: Chapter = async (story, scene) => {
  story.heading('Another repository asks for the same role')
  const { aws, issuer, root, workspace } = scene
  issuer.setClaims({
    sub: 'repo:mallory/project:environment:release',
    repository: 'mallory/project',
    repository_id: '666',
    repository_owner: 'mallory',
    repository_owner_id: '667',
    job_workflow_ref: 'mallory/project/.github/workflows/release.yml@refs/tags/v1.0.0',
    workflow_ref: 'mallory/project/.github/workflows/release.yml@refs/tags/v1.0.0',
    actor: 'mallory',
    actor_id: '668',
  })
  const environment = { ...aws.anonymousEnvironment, ...issuer.environment, AWS_REGION: undefined }
  const before = aws.signCalls().length
  const step = await runStep({ root, uses: '.', with: signInputs(scene), workspace, env: environment })
  story.output(step.log)
  story.check('the step fails', step.outcome === 'failure')
  story.check('nothing was signed', aws.signCalls().length === before)
}

const annotationsOf = ({ annotations }: StepResult): string =>
  annotations.map(({ level, message }) => `${level}: ${message}`).join('\n')

export const failureOf = (step: StepResult): string => `${annotationsOf(step)}\n${step.stderr}`

/** As a POSIX shell takes it. */
const shell = (args: readonly string[]): string =>
  args.map((arg) => (/^[\w@%+=:,./*-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`)).join(' ')
