import { open, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { bundle } from '../dev/runner.ts'
import { startAwsThread } from './aws-thread.ts'
import { atMost, type Benchmark, inTemporaryFolder, type Measurement, milliseconds, peakMemory } from './measure.ts'
import { verifyArguments, writeArtifacts, writeChain } from './release.ts'

const budget = 200

export const memory: Benchmark = async () => {
  const aws = await startAwsThread({ latencyMilliseconds: 0, callsPerSecond: Number.POSITIVE_INFINITY })
  try {
    return [
      ...(await measure('one artifact of 6 GB', aws, async (folder) => {
        await (await open(join(folder, 'large.bin'), 'w')).close()
        await truncate(join(folder, 'large.bin'), 6e9)
        return 'large.bin'
      })),
      ...(await measure('10,000 artifacts', aws, async (folder) => {
        await writeArtifacts(folder, 10_000)
        return 'release/*'
      })),
    ]
  } finally {
    await aws.close()
  }
}

async function measure(
  what: string,
  aws: Awaited<ReturnType<typeof startAwsThread>>,
  write: (folder: string) => Promise<string>,
): Promise<readonly Measurement[]> {
  return inTemporaryFolder(async (folder) => {
    await writeChain(folder, aws.publicKey)
    const artifacts = await write(folder)
    const sign = ['sign', '--kms-key-id', aws.keyArn, '--certificate-chain', 'chain.pem', '--sidecars', 'cms']
    const pinned = ['--root-certificate', 'root.pem', artifacts]
    const env = { PATH: process.env.PATH, HOME: folder, ...aws.environment }
    const signing = await peakMemory([bundle, ...sign, ...pinned], { cwd: folder, env })
    const verifying = await peakMemory([bundle, ...verifyArguments(artifacts)], { cwd: folder, env })
    const megabytes = (peak: typeof signing): string => `MB, in ${milliseconds(peak.milliseconds)}`
    return [
      atMost(`peak memory of sign, ${what}`, signing.result, budget, megabytes(signing)),
      atMost(`peak memory of verify, ${what}`, verifying.result, budget, megabytes(verifying)),
    ]
  })
}
