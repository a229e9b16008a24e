import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { devNull, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { encodeCertificatePem } from '../core/x509/pem.ts'
import type { SecondOpinion } from '../release/ports.ts'
import type { Timers } from './waiting/timers.ts'

type Opinion = Awaited<ReturnType<SecondOpinion['verify']>>
type Request = Parameters<SecondOpinion['verify']>[0]

interface Answer {
  readonly status: number
  /** The beginning of what it wrote to its error output. */
  readonly errors: string
}

export interface OpensslOptions {
  /** A name in PATH, or a path. */
  readonly command?: string | undefined
  readonly timers: Pick<Timers, 'sleep'>
}

/** Milliseconds for a small artifact. */
const timeout = 60_000
/** Bytes a millisecond that a large one may go down to: a tenth of a slow disk. */
const slowest = 10_000
/** Characters of error output that are looked at. */
const longestErrors = 16 * 1024

/**
 * The machine's OpenSSL as a second opinion. It reads the artifact itself, and knows the sidecar, the anchors and the
 * instant, and nothing else of this machine's trust.
 */
export function createOpensslOpinion({ command = 'openssl', timers }: OpensslOptions): SecondOpinion {
  let version: Promise<Answer> | undefined
  const run = async (args: readonly string[], limit: number): Promise<Answer> => {
    const { exec } = await import('./actions-toolkit.ts')
    let errors = ''
    const keep = (data: Buffer) => {
      if (errors.length < longestErrors) errors += data.toString('utf8')
    }
    const running = exec(`"${command}"`, [...args], {
      silent: true,
      ignoreReturnCode: true,
      listeners: { stdout: keep, stderr: keep },
    }).then((status) => ({ status, errors }))
    return within(limit, running, timers)
  }

  return {
    async verify(request) {
      try {
        version ??= run(['version'], timeout)
        const tooOld = whyUnfit(await version)
        return tooOld === undefined ? await verifyWith(run, request) : { verdict: 'unable', detail: tooOld }
      } catch (error) {
        return { verdict: 'unable', detail: `${command} could not be run: ${Object(error).message}` }
      }
    },
  }
}

async function within(limit: number, running: Promise<Answer>, { sleep }: Pick<Timers, 'sleep'>): Promise<Answer> {
  const stop = new AbortController()
  const late = sleep(limit, stop.signal).then(() => {
    throw new Error(`no verdict within ${Math.round(limit / 1000)} s`)
  })
  try {
    return await Promise.race([running, late])
  } finally {
    // The clock is stopped, and its complaint about that heard by nobody.
    late.catch(() => undefined)
    stop.abort()
  }
}

/** Before 3.0 OpenSSL lacks `-cades` and `-no-CAstore`, without which it would not judge what it is asked to. */
function whyUnfit({ status, errors }: Answer): string | undefined {
  const said = errors.trim().split('\n')[0] ?? ''
  const major = /^OpenSSL (\d+)\./.exec(said)?.[1]
  if (status === 0 && major !== undefined && Number(major) >= 3) return undefined
  return `OpenSSL 3.0 or newer is needed, this is ${said}`
}

async function verifyWith(
  run: (args: readonly string[], limit: number) => Promise<Answer>,
  { artifact, sidecar, anchors, at }: Request,
): Promise<Opinion> {
  const { size } = await stat(artifact)
  const directory = await mkdtemp(join(tmpdir(), 'kms-release-signing-'))
  try {
    const [sidecarFile, anchorsFile] = [join(directory, 'sidecar.p7s'), join(directory, 'anchors.pem')]
    await writeFile(sidecarFile, sidecar)
    await writeFile(anchorsFile, encodeCertificatePem(anchors))
    const args = ['cms', '-verify', '-binary', '-cades', '-inform', 'DER', '-in', sidecarFile]
    // An absolute path is never taken for an option.
    args.push('-content', resolve(artifact), '-out', devNull)
    // -CAfile alone adds to the machine's own trust. An anchor need not be self-signed where no root is pinned.
    args.push('-CAfile', anchorsFile, '-no-CApath', '-no-CAstore', '-partial_chain')
    args.push('-purpose', 'any', '-attime', String(Math.floor(at.getTime() / 1000)))
    return opinion(await run(args, timeout + size / slowest))
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

/** How OpenSSL reports an algorithm that it does not do, by itself, by its build or by its configuration. */
const unknownAlgorithm =
  /unsupported|unknown (?:group|digest|public key type)|invalid digest|EC_GROUP_new_by_curve_name|unable to get certs public key/i

/** By the exit codes of openssl-cms(1): 1 options, 2 a file, 4 verification. What it cannot do it reports as a failure, too. */
function opinion({ status, errors }: Answer): Opinion {
  if (status === 0) return { verdict: 'agrees', detail: 'OpenSSL verifies it' }
  const detail = `openssl cms -verify ends with ${status}: ${summary(errors)}`
  const judged =
    (status === 2 && !/Can't open|Permission denied|No such file/i.test(errors)) ||
    (status === 4 && !unknownAlgorithm.test(errors))
  return { verdict: judged ? 'disagrees' : 'unable', detail }
}

/** The reasons in OpenSSL's error lines, `ID:error:CODE:LIBRARY:FUNCTION:REASON:FILE:LINE:DATA`. */
function summary(errors: string): string {
  const reasons = [
    ...errors.matchAll(/:error:[0-9A-F]+:([^:\n]*):[^:\n]*:([^:\n]*)[^\n]*?(?::(Verify error[^\n]*))?$/gim),
  ]
  const lines = reasons.map(([, library, reason, data]) => [library, reason, data].filter(Boolean).join(': '))
  return lines.length > 0 ? lines.join('; ') : errors.trim().slice(0, 500)
}
