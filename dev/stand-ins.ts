// `node dev/stand-ins.ts`: AWS, GitHub's OIDC issuer and its releases for the steps of a workflow that follow, with
// everything that they ask for as this step's outputs. They stay up in a process of their own until it is ended, ten
// minutes at most.
import { fork } from 'node:child_process'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setScene } from './demo/scene.ts'
import { repositoryRoot } from './runner.ts'

const lifetimeMilliseconds = 600_000

type Outputs = Readonly<Record<string, string>>

/** The process that stays: tells its parent what is where, and goes on without it. */
async function serve(): Promise<void> {
  const scene = await setScene(repositoryRoot)
  const end = async (): Promise<void> => {
    await scene.close()
    process.exit(0)
  }
  process.once('SIGTERM', end)
  setTimeout(end, lifetimeMilliseconds)
  const { ACTIONS_ID_TOKEN_REQUEST_URL, ACTIONS_ID_TOKEN_REQUEST_TOKEN } = scene.issuer.environment
  const outputs: Outputs = {
    endpoint: scene.aws.url,
    'aws-region': scene.aws.region,
    'kms-key-id': scene.alias,
    'role-to-assume': scene.roleArn,
    'role-that-renews': scene.renewerArn,
    'private-ca': scene.privateCa.arn,
    'id-token-url': ACTIONS_ID_TOKEN_REQUEST_URL,
    'id-token-bearer': ACTIONS_ID_TOKEN_REQUEST_TOKEN,
    'github-api-url': scene.github.apiUrl,
    'github-token': scene.token,
    folder: join(scene.workspace, 'release'),
    // A glob: slashes on Windows, too.
    artifacts: join(scene.workspace, 'release', '*').replaceAll('\\', '/'),
    'certificate-chain': join(scene.workspace, 'chain.pem'),
    'root-certificate': join(scene.workspace, 'root.pem'),
    'certificate-identity': scene.identity,
    process: String(process.pid),
  }
  process.send?.(outputs)
}

/** The step: waits until they answer. */
async function start(outputFile: string): Promise<void> {
  const child = fork(import.meta.filename, ['--serve'], { detached: true, stdio: 'ignore' })
  const outputs = await new Promise<Outputs>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Outputs))
    child.once('error', reject)
    child.once('exit', (status) => reject(new Error(`the stand-ins ended with ${status}`)))
  })
  child.removeAllListeners('exit')
  child.disconnect()
  child.unref()
  const lines = Object.entries(outputs).map(([name, value]) => `${name}=${value}\n`)
  appendFileSync(outputFile, lines.join(''))
}

const { GITHUB_OUTPUT } = process.env
if (process.argv.includes('--serve')) await serve()
else if (GITHUB_OUTPUT !== undefined) await start(GITHUB_OUTPUT)
else {
  process.stderr.write('GITHUB_OUTPUT is not set: this is a step of a workflow\n')
  process.exitCode = 2
}
