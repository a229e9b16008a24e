import { startProgram } from './loopback-program.ts'

/** An AWS that nobody here wrote, on loopback, with authorization switched on. */
export interface Ministack {
  readonly url: string
  readonly account: string
  readonly region: string
  /** Who may do everything. */
  readonly administrator: { readonly accessKeyId: string; readonly secretAccessKey: string }
  close(): Promise<void>
}

/** @param options `recording`: CloudTrail records every call */
export async function startMinistack({ recording = false } = {}): Promise<Ministack> {
  const program = await startProgram(
    'ministack',
    (port) => ({
      env: {
        GATEWAY_PORT: String(port),
        BIND_HOST: '127.0.0.1',
        AUTH: 'true',
        IOT_MTLS_ENABLED: '0',
        ...(recording ? { CLOUDTRAIL_RECORDING: '1' } : {}),
      },
    }),
    '/_ministack/health',
  )
  const administrator = { accessKeyId: 'test', secretAccessKey: 'test' }
  return { ...program, account: '000000000000', region: 'eu-central-1', administrator }
}
