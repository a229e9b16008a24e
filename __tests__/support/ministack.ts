import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

/** An AWS that nobody here wrote, on loopback, with authorization switched on. */
export interface Ministack {
  readonly url: string
  readonly account: string
  readonly region: string
  /** Who may do everything. */
  readonly administrator: { readonly accessKeyId: string; readonly secretAccessKey: string }
  close(): Promise<void>
}

export async function startMinistack(): Promise<Ministack> {
  const port = await freePort()
  const folder = mkdtempSync(join(tmpdir(), 'ministack-'))
  const child = spawn('ministack', [], {
    cwd: folder,
    env: {
      PATH: process.env.PATH,
      HOME: folder,
      GATEWAY_PORT: String(port),
      BIND_HOST: '127.0.0.1',
      AUTH: 'true',
      IOT_MTLS_ENABLED: '0',
    },
    stdio: 'ignore',
  })
  const ended = once(child, 'exit')
  const close = async (): Promise<void> => {
    child.kill('SIGTERM')
    const outcome = await Promise.race([ended, sleep(5_000, 'late', { ref: false })])
    if (outcome === 'late') child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
  const url = `http://127.0.0.1:${port}`
  if (!(await answers(`${url}/_ministack/health`))) {
    await close()
    throw new Error('ministack does not answer')
  }
  const administrator = { accessKeyId: 'test', secretAccessKey: 'test' }
  return { url, account: '000000000000', region: 'eu-central-1', administrator, close }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}

async function answers(url: string): Promise<boolean> {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return true
    await sleep(200)
  }
  return false
}
