// What the stand-in knows to do, under the names of GitHub's own description, and how a request finds it.

export type OperationId =
  | 'repos/get'
  | 'repos/list-releases'
  | 'repos/create-release'
  | 'repos/generate-release-notes'
  | 'repos/get-latest-release'
  | 'repos/get-release-by-tag'
  | 'repos/get-release'
  | 'repos/update-release'
  | 'repos/list-release-assets'
  | 'repos/upload-release-asset'
  | 'repos/get-release-asset'
  | 'repos/update-release-asset'
  | 'repos/delete-release-asset'
  | 'actions/get-workflow-run'
  /** Where the answer of `repos/get-release-asset` leads to; no part of the API. */
  | 'storage/download'

/** GitHub answers under three names: the API, where files are uploaded to, and where they are stored. */
export type Origin = 'api' | 'uploads' | 'storage'

export interface Operation {
  readonly id: OperationId
  readonly method: string
  /** As the description writes it. */
  readonly template: string
}

export interface FoundOperation {
  readonly operation: Operation
  /** Those in the path, decoded. */
  readonly parameters: Readonly<Record<string, string>>
}

const repo = '/repos/{owner}/{repo}'

/** The first that fits is taken. */
const operations: readonly Operation[] = [
  { id: 'repos/get', method: 'GET', template: repo },
  { id: 'repos/list-releases', method: 'GET', template: `${repo}/releases` },
  { id: 'repos/create-release', method: 'POST', template: `${repo}/releases` },
  { id: 'repos/generate-release-notes', method: 'POST', template: `${repo}/releases/generate-notes` },
  { id: 'repos/get-latest-release', method: 'GET', template: `${repo}/releases/latest` },
  { id: 'repos/get-release-by-tag', method: 'GET', template: `${repo}/releases/tags/{tag}` },
  { id: 'repos/get-release-asset', method: 'GET', template: `${repo}/releases/assets/{asset_id}` },
  { id: 'repos/update-release-asset', method: 'PATCH', template: `${repo}/releases/assets/{asset_id}` },
  { id: 'repos/delete-release-asset', method: 'DELETE', template: `${repo}/releases/assets/{asset_id}` },
  { id: 'repos/get-release', method: 'GET', template: `${repo}/releases/{release_id}` },
  { id: 'repos/update-release', method: 'PATCH', template: `${repo}/releases/{release_id}` },
  { id: 'repos/list-release-assets', method: 'GET', template: `${repo}/releases/{release_id}/assets` },
  { id: 'repos/upload-release-asset', method: 'POST', template: `${repo}/releases/{release_id}/assets` },
  { id: 'actions/get-workflow-run', method: 'GET', template: `${repo}/actions/runs/{run_id}` },
  { id: 'storage/download', method: 'GET', template: '/release-asset/{asset_id}' },
]

/** A tag may be sent with its slashes as they are. */
const patternOf = (template: string): RegExp =>
  new RegExp(
    `^${template.replace(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>${name === 'tag' ? '.+' : '[^/]+'})`)}$`,
  )

const patterns = new Map(operations.map((operation) => [operation, patternOf(operation.template)]))

const originOf = ({ id }: Operation): Origin =>
  id === 'repos/upload-release-asset' ? 'uploads' : id === 'storage/download' ? 'storage' : 'api'

/** @param path without the API's prefix */
export function findOperation(origin: Origin, method: string, path: string): FoundOperation | undefined {
  for (const [operation, pattern] of patterns) {
    if (method !== operation.method || origin !== originOf(operation)) continue
    const groups = pattern.exec(path)?.groups
    if (groups === undefined) continue
    const decoded = Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)])
    return { operation, parameters: Object.fromEntries(decoded) }
  }
  return undefined
}
