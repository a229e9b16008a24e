import { createHash, randomUUID } from 'node:crypto'
import { open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ReleaseSigningError } from '../../core/error.ts'
import type { ReleaseAsset, ReleaseHost } from '../../release/host/release-host.ts'
import { writeError } from '../files/file-error.ts'
import { createPatience, type Patience } from '../waiting/patience.ts'
import { checkAddress, patientFetch } from './github-client.ts'
import { mayPass } from './github-errors.ts'
import { idleTimeout, type Transfers } from './github-transfers.ts'

interface Downloads extends Transfers {
  readonly place: { readonly owner: string; readonly repo: string }
}

/** Takes the bytes of one attempt as they come. */
interface Sink {
  write(bytes: Uint8Array): Promise<void>
}

const attempts = 5
const longestWait = 30_000

/** A transfer that broke off, or brought something else than was announced. */
class BrokenTransfer extends Error {}

/** Downloads that are compared with what the list of assets says, and begun anew when they break off. */
export function createDownloads(downloads: Downloads): Pick<ReleaseHost, 'download' | 'read' | 'digest'> {
  const { operation, timers, retryWait = 1000 } = downloads

  const transfer = <Result>(asset: ReleaseAsset, into: (receive: Receive) => Promise<Result>): Promise<Result> =>
    operation({ doing: `download ${asset.name}`, permission: 'contents: read' }, async (signal) => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await into((sink) => receive(downloads, asset, sink, signal))
        } catch (error) {
          const isBroken = error instanceof BrokenTransfer
          if (!isBroken && !mayPass(error)) throw error
          if (attempt >= attempts) throw isBroken ? broken(asset, error.message) : error
          await timers.sleep(Math.min(longestWait, retryWait * 2 ** (attempt - 1)), signal)
        }
      }
    })

  return {
    download: (asset, path) => transfer(asset, (receive) => writeWhole(path, receive)),

    read: (asset, maximum) =>
      transfer(asset, async (receive) => {
        if (asset.size > maximum) {
          throw new ReleaseSigningError(
            'limit-exceeded',
            `${asset.name}: ${asset.size} bytes, at most ${maximum} are read`,
          )
        }
        const parts: Uint8Array[] = []
        await receive({
          write: async (bytes) => {
            parts.push(bytes)
          },
        })
        return Buffer.concat(parts)
      }),

    async digest(asset, name) {
      if (name === 'sha256' && asset.sha256 !== undefined) return asset.sha256
      return transfer(asset, async (receive) => {
        const hash = createHash(name)
        await receive({
          write: async (bytes) => {
            hash.update(bytes)
          },
        })
        return hash.digest('hex')
      })
    },
  }
}

/** @returns the SHA-256 of what came */
type Receive = (sink: Sink) => Promise<string>

async function receive(
  { client, fetch, timers, patience, place }: Downloads,
  asset: ReleaseAsset,
  sink: Sink,
  signal: AbortSignal,
): Promise<string> {
  const attempt = createPatience(timers, idleTimeout)
  const { data } = await client.request(
    'GET /repos/{owner}/{repo}/releases/assets/{asset_id}',
    { ...place, asset_id: asset.id, headers: { accept: 'application/octet-stream' } },
    {
      signal,
      stream: true,
      retries: 0,
      fetch: (input, init) => followed(fetch, attempt, input, init),
    },
  )
  if (!(data instanceof ReadableStream)) throw new BrokenTransfer('the answer has no body')
  return attempt.during(
    async (idle) => {
      const hash = createHash('sha256')
      let size = 0
      try {
        for await (const bytes of chunks(data, AbortSignal.any([signal, idle]))) {
          size += bytes.length
          if (size > asset.size) throw new BrokenTransfer(`more than ${asset.size} bytes came`)
          hash.update(bytes)
          await sink.write(bytes)
          attempt.progress()
          patience.progress()
        }
      } catch (error) {
        if (error instanceof ReleaseSigningError || error instanceof BrokenTransfer) throw error
        throw new BrokenTransfer(`it broke off after ${size} of ${asset.size} bytes`)
      }
      if (size !== asset.size) throw new BrokenTransfer(`${size} of ${asset.size} bytes came`)
      const sha256 = hash.digest('hex')
      if (asset.sha256 !== undefined && asset.sha256 !== sha256) {
        throw new BrokenTransfer(`its SHA-256 is ${sha256}, and GitHub says ${asset.sha256}`)
      }
      return sha256
    },
    () => new BrokenTransfer('nothing came for a minute'),
  )
}

const longestChain = 5

/**
 * Goes to wherever the server sends it on. That is another one as a rule, where the token stays behind; the server itself
 * is shown it again, since that is where a repository is that was renamed.
 */
async function followed(
  fetch: typeof globalThis.fetch,
  attempt: Patience,
  input: Parameters<typeof globalThis.fetch>[0],
  init: RequestInit | undefined,
): Promise<Response> {
  const ask = (url: typeof input, options: RequestInit | undefined) =>
    patientFetch(fetch, attempt, url, { ...options, redirect: 'manual' }, async (answer) => answer)
  const start = new URL(input instanceof Request ? input.url : input)
  let answer = await ask(input, init)
  let url = start
  for (let length = 0; answer.status >= 300 && answer.status < 400; length++) {
    const location = answer.headers.get('location')
    await answer.body?.cancel()
    if (location === null || length === longestChain) throw new BrokenTransfer('it is sent on to nowhere')
    url = new URL(location, url)
    checkAddress(url, start)
    const isAnother = url.origin !== start.origin
    answer = await ask(
      url,
      isAnother ? { headers: { accept: 'application/octet-stream' }, signal: init?.signal ?? null } : init,
    )
  }
  return answer
}

/** Cancels the stream when it is aborted. */
async function* chunks(stream: ReadableStream, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader()
  const cancel = () => void reader.cancel().catch(() => undefined)
  signal.addEventListener('abort', cancel, { once: true })
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      if (!(value instanceof Uint8Array)) throw new BrokenTransfer('what came is no bytes')
      yield value
    }
  } finally {
    signal.removeEventListener('abort', cancel)
    cancel()
  }
}

async function writeWhole(path: string, receive: Receive): Promise<{ readonly sha256: string }> {
  // Hidden, so that no pattern for artifacts matches what a killed run leaves.
  const temporary = join(dirname(path), `.kms-release-signing-${randomUUID()}.tmp`)
  const failed = (error: unknown) => {
    throw writeError(path, error)
  }
  const handle = await open(temporary, 'wx').catch(failed)
  try {
    const sha256 = await receive({
      write: async (bytes) => {
        await handle.writeFile(bytes).catch(failed)
      },
    })
    await handle.close()
    await rename(temporary, path).catch(failed)
    return { sha256 }
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(temporary, { force: true })
    throw error
  }
}

const broken = (asset: ReleaseAsset, why: string): ReleaseSigningError =>
  new ReleaseSigningError('asset-mismatch', `GitHub: ${asset.name} cannot be downloaded whole: ${why}`, {
    hint: 'Run it again; if it stays so, upload the file to the release anew.',
  })
