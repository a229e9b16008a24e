import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { downloadOf } from './assets.ts'
import { GithubError } from './errors.ts'
import type { ApiAnswer } from './request.ts'
import type { Asset, State } from './state.ts'

const lifetimeMilliseconds = 300_000

/** Where assets lie: whoever has an address signed a moment ago gets the bytes, and nobody else. */
export interface Storage {
  /** Without the origin. */
  addressOf(asset: Asset): string
  /**
   * @throws GithubError 400 for a request that shows a token, too: it was not meant for this server; 403 for a signature
   * that is wrong or too old
   */
  download(assetId: string, query: URLSearchParams, authorization: string | undefined): ApiAnswer
}

export function createStorage(state: State, now: () => number, secrets: string[]): Storage {
  const key = randomBytes(32)
  const sign = (id: string, expires: string): string =>
    createHmac('sha256', key).update(`${id} ${expires}`).digest('base64url')
  return {
    addressOf({ id }) {
      const expires = String(now() + lifetimeMilliseconds)
      const signature = sign(String(id), expires)
      secrets.push(signature)
      return `/release-asset/${id}?${new URLSearchParams({ expires, signature })}`
    },
    download(assetId, query, authorization) {
      if (authorization !== undefined) throw new GithubError(400, 'Only one auth mechanism allowed')
      const expires = query.get('expires') ?? ''
      const given = Buffer.from(query.get('signature') ?? '')
      const right = Buffer.from(sign(assetId, expires))
      if (given.length !== right.length || !timingSafeEqual(given, right) || Number(expires) < now()) {
        throw new GithubError(403, 'Server failed to authenticate the request')
      }
      const asset = state.repositories
        .flatMap(({ releases }) => releases.flatMap(({ assets }) => assets))
        .find(({ id }) => String(id) === assetId)
      if (asset === undefined) throw new GithubError(404, 'The specified blob does not exist')
      return { status: 200, ...downloadOf(asset) }
    },
  }
}
