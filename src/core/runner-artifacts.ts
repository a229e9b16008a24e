import { type Hash, hashes } from './algorithm.ts'
import { parseJson } from './attestation/json.ts'
import { type JsonFields, jsonFields } from './attestation/json-fields.ts'
import { hexToBytes } from './bytes.ts'
import { baseName, byName, isArtifactPath, type ListEntry, type ListedArtifact } from './checksums.ts'
import { ReleaseSigningError } from './error.ts'

/** What earlier steps of a job declared to the runner. */
export interface RunnerArtifacts {
  readonly files: readonly ListedArtifact[]
  /** Container images, by reference: they are no files of a release. */
  readonly images: readonly string[]
}

const code = 'checksums-invalid'

/** Whether a list is the runner's rather than one of checksums. */
export const isRunnerList = (bytes: Uint8Array): boolean => bytes[0] === 0x7b

/**
 * Reads the file that `$GITHUB_ARTIFACTS_LIST` names: version 1 of the runner's JSON list of what steps wrote into
 * `$GITHUB_ARTIFACTS` (actions/runner, ArtifactsListFileCommand), as actions/attest reads it.
 *
 * @param what names the list in errors
 * @throws ReleaseSigningError `checksums-invalid`, `json-invalid`
 */
export function parseRunnerArtifacts(bytes: Uint8Array, what: string): RunnerArtifacts {
  const list = jsonFields(parseJson(bytes, what), what, code)
  const version = new Map(list.entries).get('version')
  if (version !== 1) throw new ReleaseSigningError(code, `${what}: version is ${JSON.stringify(version)}, not 1`)
  const subjects = list.objects('subjects').map((fields, i) => ({ kind: fields.text('kind'), fields, i }))
  const unknown = subjects.find(({ kind }) => kind !== 'file' && kind !== 'oci')
  if (unknown !== undefined) {
    throw new ReleaseSigningError(code, `${what}: subject ${unknown.i + 1} is of kind ${JSON.stringify(unknown.kind)}`)
  }
  const files = subjects.filter(({ kind }) => kind === 'file')
  return {
    files: byName(
      files.map(({ fields, i }) => entryOf(fields, what, `subject ${i + 1}`)),
      what,
    ),
    images: subjects.filter(({ kind }) => kind === 'oci').map(({ fields }) => fields.text('name')),
  }
}

function entryOf(fields: JsonFields, what: string, where: string): ListEntry {
  const name = fields.text('name')
  if (!isArtifactPath(name) || baseName(name) !== name) {
    throw new ReleaseSigningError(code, `${what}: the name of ${where} is none of a file`)
  }
  const [algorithm = '', hex = '', ...more] = fields.text('digest').split(':')
  const hash: Hash | undefined = hashes.find((one) => one.name === algorithm)
  if (hash === undefined || more.length > 0 || hex.length !== 2 * hash.length || !/^[0-9a-f]*$/i.test(hex)) {
    throw new ReleaseSigningError(code, `${what}: ${where} has no digest that is known`)
  }
  return { where, path: name, name, digests: { [hash.name]: hexToBytes(hex) } }
}
