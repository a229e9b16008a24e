import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { bundle } from '../dev/runner.ts'
import { type AwsThread, startAwsThread } from './aws-thread.ts'
import { atMost, type Benchmark, inTemporaryFolder, type Measurement, mustRun, timed } from './measure.ts'
import { verifyArguments, writeArtifacts, writeChain } from './release.ts'

/** Calls to KMS, and a large release against its quota. */
export const signing: Benchmark = async () => {
  return [
    await countCalls('cms', 25),
    await countCalls('cms,attestation', 26),
    await countCalls('attestation', 1),
    ...(await largeRelease()),
  ]
}

async function countCalls(kinds: string, budget: number): Promise<Measurement> {
  const aws = await startAwsThread({ latencyMilliseconds: 0, callsPerSecond: Number.POSITIVE_INFINITY })
  try {
    const { count } = await signRelease(aws, 25, kinds)
    const calls = count.signed + count.throttled + count.otherwise
    const what = `KMS Sign calls, 25 artifacts, ${kinds}`
    return { what, measured: String(calls), budget: String(budget), ok: calls === budget }
  } finally {
    await aws.close()
  }
}

async function largeRelease(): Promise<readonly Measurement[]> {
  const artifacts = 10_000
  const quota = 1000
  const aws = await startAwsThread({ latencyMilliseconds: 20, callsPerSecond: quota })
  try {
    const { milliseconds, count, sidecars } = await signRelease(aws, artifacts, 'cms')
    const seconds = milliseconds / 1000
    const allowed = artifacts / quota
    const detail = `${seconds.toFixed(1)} s of ${allowed} s; signing alone ${(count.span / 1000).toFixed(1)} s, ${count.throttled} calls throttled`
    return [
      atMost('10,000 artifacts at 20 ms and 1,000/s', seconds / allowed, 1.3, detail),
      {
        what: 'nothing lost',
        measured: `${count.signed} signatures, ${sidecars} sidecars, all verify`,
        budget: String(artifacts),
        ok: sidecars === artifacts && count.signed === artifacts && count.otherwise === 0,
      },
    ]
  } finally {
    await aws.close()
  }
}

/** Signs that many small artifacts through the bundle and verifies them again. */
async function signRelease(aws: AwsThread, artifacts: number, kinds: string) {
  return inTemporaryFolder(async (folder) => {
    await writeChain(folder, aws.publicKey)
    const paths = await writeArtifacts(folder, artifacts)
    const options = { cwd: folder, env: { PATH: process.env.PATH, HOME: folder, ...aws.environment } }
    const sign = ['sign', '--kms-key-id', aws.keyArn, '--certificate-chain', 'chain.pem', '--sidecars', kinds]
    const release = ['--repository', 'example/project', '--tag', 'v1.0.0']
    const args = [bundle, ...sign, ...release, '--root-certificate', 'root.pem', 'release/*']
    const { milliseconds } = await timed(() => mustRun(process.execPath, args, options))
    const count = await aws.count()
    await mustRun(process.execPath, [bundle, ...verifyArguments('release/*')], options)
    return { milliseconds, count, sidecars: paths.filter((path) => existsSync(join(folder, `${path}.p7s`))).length }
  })
}
