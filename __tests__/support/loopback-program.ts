import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

export interface LoopbackProgram {
  readonly url: string
  close(): Promise<void>
}

/**
 * Starts a server that nobody here wrote, in a folder of its own, and waits until it answers.
 *
 * @param command gets the port that it is to listen on
 * @param health path that answers 2xx when it is up
 */
export async function startProgram(
  program: string,
  command: (port: number) => { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> },
  health: string,
): Promise<LoopbackProgram> {
  const port = await freePort()
  const { args = [], env = {} } = command(port)
  const folder = mkdtempSync(join(tmpdir(), `${program}-`))
  const child = spawn(program, [...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, ...env },
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
  if (await answers(`${url}${health}`)) return { url, close }
  await close()
  throw new Error(`${program} does not answer`)
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
