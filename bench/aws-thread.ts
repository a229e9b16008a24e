// AWS in a thread of its own, so that the stand-in does not share a core with what is measured more than it must.
import { once } from 'node:events'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { publicKeyOf } from '../dev/aws/keys.ts'
import { startAws } from '../dev/aws.ts'

export interface AwsThreadOptions {
  readonly latencyMilliseconds: number
  readonly callsPerSecond: number
}

interface Started {
  readonly environment: Readonly<Record<string, string>>
  readonly keyArn: string
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
}

export interface SignCount {
  readonly signed: number
  readonly throttled: number
  readonly otherwise: number
  /** Milliseconds from the first Sign call to the last answer. */
  readonly span: number
}

export interface AwsThread extends Started {
  /** Sign calls that were no dry run, since the last time this was asked. */
  count(): Promise<SignCount>
  close(): Promise<void>
}

export async function startAwsThread(options: AwsThreadOptions): Promise<AwsThread> {
  const worker = new Worker(new URL(import.meta.url), { workerData: options })
  const [started]: Started[] = await once(worker, 'message')
  if (started === undefined) throw new Error('the AWS thread did not start')
  return {
    ...started,
    count: async () => {
      worker.postMessage('count')
      const [count]: SignCount[] = await once(worker, 'message')
      if (count === undefined) throw new Error('the AWS thread does not answer')
      return count
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

if (!isMainThread && parentPort !== null) {
  const port = parentPort
  const options: AwsThreadOptions = workerData
  const aws = await startAws({ pace: options })
  const key = aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region })
  let from = 0
  port.on('message', () => {
    const calls = aws.signCalls().slice(from)
    from += calls.length
    const signed = calls.filter(({ status }) => status === 200).length
    const throttled = calls.filter(({ error }) => error === 'ThrottlingException').length
    const times = calls.map(({ answered }) => answered)
    const span = (times.at(-1) ?? 0) - (times[0] ?? 0)
    port.postMessage({ signed, throttled, otherwise: calls.length - signed - throttled, span } satisfies SignCount)
  })
  port.postMessage({ environment: aws.environment, keyArn: key.arn, publicKey: publicKeyOf(key) } satisfies Started)
}
