import { spawn } from 'node:child_process'

export interface ProcessOptions {
  readonly cwd?: string
  /** The whole environment. Default: this process's own. */
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Written to its standard input, which is then closed. */
  readonly input?: string | Uint8Array
  /** Ends it at once, as `kill -9` does. */
  readonly kill?: AbortSignal | undefined
}

export interface ProcessResult {
  /** Exit status; -1 where a signal ended it. */
  readonly status: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a program to its end without a shell and without blocking, so that stand-ins of this process can answer it. */
export function run(
  command: string,
  args: readonly string[],
  { cwd, env = process.env, input, kill }: ProcessOptions = {},
): Promise<ProcessResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd, env: { ...env }, stdio: 'pipe' })
    const stdout: Buffer[] = []
    const stderr: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => stdout.push(part))
    child.stderr.on('data', (part: Buffer) => stderr.push(part))
    // A program that ends without reading its input is no failure of ours.
    child.stdin.on('error', () => undefined)
    child.stdin.end(input)
    kill?.addEventListener('abort', () => child.kill('SIGKILL'), { once: true })
    child.once('error', reject)
    child.once('close', (status) =>
      resolve({
        status: status ?? -1,
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      }),
    )
  })
}
