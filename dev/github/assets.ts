import { assetDocument, type Json } from './documents.ts'
import { GithubError, notFound, type ValidationProblem, validationFailed } from './errors.ts'
import { type ApiAnswer, type ApiRequest, findAsset, findRelease, pageOf } from './request.ts'
import type { Asset, Release } from './state.ts'
import { requireWrite } from './tokens.ts'

const documentOf = ({ repository, places, behaviour }: ApiRequest, release: Release, asset: Asset): Json =>
  assetDocument({ asset, release, repository, withDigest: behaviour.digests }, places)

/** Starters are among them. */
export function listAssets(request: ApiRequest): ApiAnswer {
  const release = findRelease(request)
  return pageOf(request, release.assets, (asset) => documentOf(request, release, asset))
}

/** What it is; or, where `application/octet-stream` is asked for, its bytes or where they lie. */
export function getAsset(request: ApiRequest): ApiAnswer {
  const { asset, release } = findAsset(request)
  if (!request.accept.includes('application/octet-stream')) {
    return { status: 200, json: documentOf(request, release, asset) }
  }
  if (asset.state !== 'uploaded') throw notFound()
  if (request.behaviour.downloads === 'redirect') {
    return { status: 302, headers: { location: request.storageUrl(asset) } }
  }
  return { status: 200, ...downloadOf(asset) }
}

/** Counts it. */
export function downloadOf(asset: Asset): Pick<ApiAnswer, 'bytes' | 'headers'> {
  asset.downloads += 1
  return {
    bytes: asset.bytes,
    headers: {
      'content-type': asset.contentType,
      'content-disposition': `attachment; filename=${asset.name}`,
    },
  }
}

export function deleteAsset(request: ApiRequest): ApiAnswer {
  const { asset, release } = findAsset(request)
  requireWrite(request.access)
  if (release.immutable) {
    throw validationFailed({
      resource: 'ReleaseAsset',
      code: 'custom',
      message: 'Cannot delete asset from an immutable release',
    })
  }
  release.assets.splice(release.assets.indexOf(asset), 1)
  return { status: 204 }
}

export function updateAsset(request: ApiRequest): ApiAnswer {
  const { asset, release } = findAsset(request)
  requireWrite(request.access)
  if (release.immutable) {
    throw validationFailed({
      resource: 'ReleaseAsset',
      code: 'custom',
      message: 'Cannot update asset of an immutable release',
    })
  }
  const { name = asset.name, label = asset.label } = request.members
  if (typeof name !== 'string' || typeof label !== 'string') {
    throw new GithubError(422, "Invalid request.\n\nFor 'properties/name', value is not a string.")
  }
  const renamed = request.behaviour.rename(name)
  if (release.assets.some((one) => one !== asset && one.name === renamed)) throw nameTaken()
  asset.name = renamed
  asset.label = label
  asset.updatedAt = new Date(request.now())
  return { status: 200, json: documentOf(request, release, asset) }
}

/**
 * Begins an upload: a starter that takes the name.
 *
 * @param length of the body as it was announced
 * @throws GithubError 400, 403, 404, 422
 */
export function beginUpload(
  request: ApiRequest,
  length: string | undefined,
  contentType: string | undefined,
): { readonly release: Release; readonly asset: Asset } {
  const { state, behaviour, query, access } = request
  const release = findRelease(request)
  const { user } = requireWrite(access)
  if (release.immutable) throw new GithubError(422, 'Cannot upload assets to an immutable release.')
  if (length === undefined) throw new GithubError(400, 'Bad Content-Length: ')
  const size = Number(length)
  if (size < 1) throw problem('size', 'size must be greater than or equal to 1')
  if (size >= behaviour.maximumAssetBytes)
    throw problem('size', `size must be less than ${behaviour.maximumAssetBytes}`)
  if (contentType === undefined) throw problem('content_type', "content_type can't be blank")
  const given = query.get('name') ?? ''
  if (given === '') throw validationFailed({ resource: 'ReleaseAsset', code: 'missing_field', field: 'name' })
  const name = behaviour.rename(given)
  if (release.assets.some((asset) => asset.name === name)) throw nameTaken()
  if (release.assets.length >= behaviour.maximumAssets) {
    throw problem('file_count', `file_count limited to ${behaviour.maximumAssets} assets per release`)
  }
  const label = query.get('label') ?? ''
  return {
    release,
    asset: state.addAsset(release, user, { name, label, contentType, bytes: Buffer.of(), state: 'starter' }),
  }
}

/** All bytes are here. */
export function completeUpload(
  request: ApiRequest,
  { release, asset }: { readonly release: Release; readonly asset: Asset },
  bytes: Buffer,
): ApiAnswer {
  asset.bytes = bytes
  asset.state = 'uploaded'
  asset.updatedAt = new Date(request.now())
  return { status: 201, json: documentOf(request, release, asset) }
}

const nameTaken = (): GithubError =>
  validationFailed({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' })

const problem = (field: NonNullable<ValidationProblem['field']>, message: string): GithubError =>
  validationFailed({ resource: 'ReleaseAsset', code: 'custom', field, message })
