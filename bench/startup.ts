import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '../dev/loopback.ts'
import { run } from '../dev/process.ts'
import { bundle, repositoryRoot, runEnvironment } from '../dev/runner.ts'
import { atMost, type Benchmark, inTemporaryFolder, medians, milliseconds, mustRun, skipped, timed } from './measure.ts'
import { signArtifacts, verifyArguments, writeArtifacts, writeChain } from './release.ts'

/** A checkout of aws-actions/configure-aws-credentials v6.2, for comparison. */
const peerVariable = 'KMS_RELEASE_SIGNING_BENCH_PEER'
const rounds = 15

export const startup: Benchmark = async () => {
  const peer = join(process.env[peerVariable] ?? '', 'dist', 'index.js')
  if (process.env[peerVariable] === undefined || !existsSync(peer)) {
    const why = `${peerVariable} names no checkout of configure-aws-credentials 6.2`
    return [skipped('start-up of verify to its verdict', '≤ 0.5', why), skipped('start-up of sign', '≤ 0.95', why)]
  }
  return inTemporaryFolder(async (folder) => {
    const leaf = await writeChain(folder)
    const paths = await writeArtifacts(folder, 1)
    await signArtifacts(folder, paths, leaf)
    await writeFile(join(folder, 'summary'), '')
    const job = { PATH: process.env.PATH, HOME: folder, RUNNER_TEMP: folder, ...runEnvironment }
    const options = { cwd: folder, env: job }
    const firstRequest = await listenForRequest()

    const times = await medians(rounds, {
      peer: async () => {
        const { milliseconds, result } = await timed(() => run(process.execPath, [peer], options))
        if (result.status === 0) throw new Error('the peer succeeded without inputs')
        return milliseconds
      },
      verify: async () => {
        const args = [bundle, ...verifyArguments(...paths)]
        return (await timed(() => mustRun(process.execPath, args, options))).milliseconds
      },
      verifyAction: async () => {
        const env = { ...job, ...verifyInputs(folder), GITHUB_STEP_SUMMARY: join(folder, 'summary') }
        const args = [join(repositoryRoot, 'verify', 'main.js')]
        return untilVerdict(args, { ...options, env })
      },
      sign: () =>
        firstRequest.from([bundle, ...signArguments(paths)], { ...options, env: { ...job, ...firstRequest.aws } }),
      signAction: () =>
        firstRequest.from([bundle], { ...options, env: { ...job, ...signInputs, ...firstRequest.oidc } }),
      node: async () => (await timed(() => mustRun(process.execPath, ['-e', ''], options))).milliseconds,
    })
    await firstRequest.close()

    const beside = (time: number): string =>
      `${milliseconds(time)} beside ${milliseconds(times.peer)}; bare node ${milliseconds(times.node)}`
    return [
      atMost('start-up of verify to its verdict, command', times.verify / times.peer, 0.5, beside(times.verify)),
      atMost(
        'start-up of verify to its verdict, action',
        times.verifyAction / times.peer,
        0.5,
        beside(times.verifyAction),
      ),
      atMost('start-up of sign to its first request, command', times.sign / times.peer, 0.95, beside(times.sign)),
      atMost(
        'start-up of sign to its first request, action',
        times.signAction / times.peer,
        0.95,
        beside(times.signAction),
      ),
    ]
  })
}

const verifyInputs = (folder: string) => ({
  INPUT_ARTIFACTS: 'release/artifact-00000.bin',
  'INPUT_ROOT-CERTIFICATE': join(folder, 'root.pem'),
  'INPUT_CERTIFICATE-IDENTITY': 'https://example.com/release-signing',
  GITHUB_WORKSPACE: folder,
})

const keyArn = 'arn:aws:kms:eu-central-1:111122223333:key/00000000-0000-0000-0000-000000000000'

const signArguments = (paths: readonly string[]): readonly string[] => [
  ...['sign', '--kms-key-id', keyArn, '--certificate-chain', 'chain.pem', '--root-certificate', 'root.pem'],
  ...paths,
]

const signInputs = {
  INPUT_ARTIFACTS: 'release/artifact-00000.bin',
  'INPUT_KMS-KEY-ID': keyArn,
  'INPUT_CERTIFICATE-CHAIN': 'chain.pem',
  'INPUT_ROOT-CERTIFICATE': 'root.pem',
  'INPUT_ROLE-TO-ASSUME': 'arn:aws:iam::111122223333:role/release',
} as const

/** Milliseconds from the start of the process to the line that says what came out; outputs and summary come after it. */
function untilVerdict(args: readonly string[], options: ChildOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const child = spawn(process.execPath, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    let time: number | undefined
    const read = (part: Buffer): void => {
      output += part
      if (/\bverified\.$/im.test(output)) time ??= performance.now() - start
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.once('close', (status) => {
      if (status !== 0 || time === undefined) reject(new Error(`verify ended with ${status}:\n${output}`))
      else resolve(time)
    })
  })
}

interface ChildOptions {
  readonly cwd: string
  readonly env: NodeJS.ProcessEnv
}

/** A server that never answers and tells when it was first asked. */
async function listenForRequest() {
  let heard: (at: number) => void = () => undefined
  const server = await serve(() => {
    heard(performance.now())
    return new Promise<void>(() => undefined)
  })
  return {
    aws: { AWS_ENDPOINT_URL: server.url, AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE', AWS_SECRET_ACCESS_KEY: 'example' },
    oidc: {
      AWS_ENDPOINT_URL: server.url,
      ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'example',
    },
    close: () => server.close(),
    /** Milliseconds from the start of the process to its first request; then the process is ended. */
    from: (args: readonly string[], options: ChildOptions) =>
      new Promise<number>((resolve, reject) => {
        const start = performance.now()
        const env = { ...options.env, NODE_DISABLE_COMPILE_CACHE: '1' }
        const child = spawn(process.execPath, [...args], { cwd: options.cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
        let output = ''
        child.stdout.on('data', (part) => {
          output += part
        })
        child.stderr.on('data', (part) => {
          output += part
        })
        let time: number | undefined
        heard = (at) => {
          time ??= at - start
          child.kill('SIGKILL')
        }
        child.once('close', () => {
          if (time === undefined) reject(new Error(`sign ended without a request:\n${output}`))
          else resolve(time)
        })
      }),
  }
}
