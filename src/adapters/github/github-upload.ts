import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { ReleaseSigningError } from '../../core/error.ts'
import type { AssetFile, GitHubRelease, ReleaseAsset, ReleaseHost } from '../../release/host/release-host.ts'
import { changedWhileRead, readError, systemCode } from '../files/file-error.ts'
import { createPatience } from '../waiting/patience.ts'
import { readAsset } from './github-answers.ts'
import { checkAddress, patientFetch } from './github-client.ts'
import { githubFailure, mayPass } from './github-errors.ts'
import { idleTimeout, type ReleaseHostOptions, type Transfers } from './github-transfers.ts'

interface Uploads extends Transfers, Pick<ReleaseHostOptions, 'apiUrl'> {
  readonly assetsOf: (release: GitHubRelease, signal: AbortSignal) => Promise<readonly ReleaseAsset[]>
  readonly deleteAsset: (asset: ReleaseAsset, signal: AbortSignal) => Promise<void>
}

/**
 * Node's fetch keeps all of a body to send it once more, unless it may neither follow a redirect nor ask for a password
 * (undici, httpNetworkOrCacheFetch): a large file would take as much memory.
 */
const unbuffered = { redirect: 'error', window: null } as const
const longestWait = 30_000
/** What arrived as something else is sent anew so often. */
const mismatches = 2
const chunkBytes = 256 * 1024

/**
 * Uploads that survive what GitHub's are known for: an answer that never comes though the bytes arrived, and an empty
 * asset that stays behind and bars the name.
 */
export function createUploads(uploads: Uploads): ReleaseHost['upload'] {
  const { operation, patience, timers, retryWait = 1000 } = uploads
  return (release, file) =>
    operation({ doing: `upload ${file.name}`, permission: 'contents: write' }, async (signal) => {
      const { tag } = release
      // Bytes that were sent before are no progress.
      let farthest = 0
      const sent = (bytes: number) => {
        if (bytes <= farthest) return
        farthest = bytes
        patience.progress()
      }
      for (let attempt = 0; ; attempt++) {
        try {
          const asset = await send(uploads, release, file, sent, signal)
          if (isSame(asset, file)) return asset
          await uploads.deleteAsset(asset, signal)
          if (attempt >= mismatches) throw differs(tag, file, asset, 'it was uploaded, and something else arrived')
          continue
        } catch (error) {
          if (!mayPass(error) && !githubFailure(error).reasons.includes('already_exists')) throw error
        }
        const found = (await uploads.assetsOf(release, signal)).find(({ name }) => name === file.name)
        if (found?.uploaded) {
          if (isSame(found, file)) return found
          throw differs(
            tag,
            file,
            found,
            `${found.uploader ?? 'somebody'} uploaded another file of this name meanwhile`,
          )
        }
        if (found !== undefined) await uploads.deleteAsset(found, signal)
        await timers.sleep(Math.min(longestWait, retryWait * 2 ** attempt), signal)
      }
    })
}

/** As far as the server tells: where it gives no digest, whoever lists the assets afterwards compares bytes. */
const isSame = ({ name, size, sha256, uploaded }: ReleaseAsset, file: AssetFile): boolean =>
  uploaded && name === file.name && size === file.size && (sha256 === undefined || sha256 === file.sha256)

function differs(tag: string, file: AssetFile, asset: ReleaseAsset, why: string): ReleaseSigningError {
  return new ReleaseSigningError(
    'asset-mismatch',
    `GitHub: the release ${tag} has ${asset.name}, ${asset.size} bytes, SHA-256 ${asset.sha256 ?? 'not told'}, where ${file.name}, ${file.size} bytes, SHA-256 ${file.sha256} belongs: ${why}`,
    { hint: 'Let one run at a time write to the release, and run it again.' },
  )
}

async function send(
  { client, fetch, timers, apiUrl }: Uploads,
  { uploadUrl }: GitHubRelease,
  file: AssetFile,
  sent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<ReleaseAsset> {
  const url = new URL(uploadUrl)
  checkAddress(url, new URL(apiUrl))
  url.searchParams.set('name', file.name)
  const { data } = await client.request(
    `POST ${url}`,
    { headers: { 'content-type': 'application/octet-stream', 'content-length': file.size } },
    {
      signal,
      // What has gone wrong is looked at first.
      retries: 0,
      // A body of its own for each time that it is sent.
      fetch: (input, init) => {
        const attempt = createPatience(timers, idleTimeout)
        // A body that fails does not make the request fail by itself.
        const refusal = new AbortController()
        const chunks = chunksOf(file, (bytes) => {
          attempt.progress()
          sent(bytes)
        })
        const body = ReadableStream.from(abortingOnFailure(chunks, refusal))
        const signals = AbortSignal.any([signal, refusal.signal])
        const options: RequestInit = { ...init, ...unbuffered, body, duplex: 'half', signal: signals }
        return patientFetch(fetch, attempt, input, options, async (answer) =>
          answer.body === null ? answer : new Response(await answer.arrayBuffer(), answer),
        )
      },
    },
  )
  return readAsset(data)
}

async function* abortingOnFailure(chunks: AsyncIterable<Uint8Array>, request: AbortController) {
  try {
    yield* chunks
  } catch (error) {
    request.abort(error)
    throw error
  }
}

/**
 * The file's bytes, as they are asked for.
 *
 * @param progress is told how many have been taken
 * @throws ReleaseSigningError `file-changed` in the middle when they are not those that were signed
 */
async function* chunksOf(file: AssetFile, progress: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  const { content, size, sha256 } = file
  if (typeof content !== 'string') {
    yield content
    progress(content.length)
    return
  }
  const hash = createHash('sha256')
  const handle = await open(content, 'r').catch((error: unknown) => {
    throw readError(content, error)
  })
  try {
    let position = 0
    while (position < size) {
      const { bytesRead, buffer } = await handle
        .read(new Uint8Array(Math.min(chunkBytes, size - position)), 0, undefined, position)
        .catch((error: unknown) => {
          throw systemCode(error) === undefined ? error : readError(content, error)
        })
      if (bytesRead === 0) throw changedWhileRead(content)
      const chunk = buffer.subarray(0, bytesRead)
      hash.update(chunk)
      position += bytesRead
      // The last bytes are held back until it is certain that they are the right ones.
      if (position === size && hash.digest('hex') !== sha256) throw changedWhileRead(content)
      yield chunk
      progress(position)
    }
  } finally {
    await handle.close()
  }
}
