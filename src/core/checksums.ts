import { type Digests, hashes } from './algorithm.ts'
import { equalBytes, hexToBytes } from './bytes.ts'
import { ReleaseSigningError } from './error.ts'

/** An artifact of which digests are known, and perhaps nothing else. */
export interface ListedArtifact {
  /** As it is written where it is listed, folders included. */
  readonly path: string
  /** More paths that a list has the name under; none where it is left out. */
  readonly morePaths?: readonly string[]
  /** The base name of each. */
  readonly name: string
  /** One or more. */
  readonly digests: Digests
}

/** One entry of a list, before those of one name are put together. */
export interface ListEntry extends ListedArtifact {
  /** Where it stands, for messages, such as `line 3`. */
  readonly where: string
}

/**
 * Reads a list of checksums as `sha256sum` and `sha512sum` print it: on every line digits, a space, a space or an
 * asterisk, and a name. The length of the digits tells the hash. Nothing is passed over, no empty line either.
 *
 * @param what names the list in errors
 * @returns the artifacts in the order of their first lines, each name once
 * @throws ReleaseSigningError `checksums-invalid`
 */
export function parseChecksums(bytes: Uint8Array, what: string): readonly ListedArtifact[] {
  const lines = splitLines(bytes)
  if (lines.length === 0) {
    throw new ReleaseSigningError('checksums-invalid', `${what}: the list is empty`, {
      hint: 'It has a line for every artifact. The list of a runner is empty where no earlier step declared one.',
    })
  }
  return byName(
    lines.map((line, i) => parseLine(line, what, `line ${i + 1}`)),
    what,
  )
}

/** The last line may lack its end. */
function splitLines(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0x0a, start)
    const line = bytes.subarray(start, end === -1 ? bytes.length : end)
    lines.push(line.at(-1) === 0x0d && end !== -1 ? line.subarray(0, -1) : line)
    start = end === -1 ? bytes.length : end + 1
  }
  return lines
}

const linePattern = /^([0-9a-f]{64}|[0-9a-f]{128}) [ *](.+)$/is

function parseLine(line: Uint8Array, what: string, where: string): ListEntry {
  const match = linePattern.exec(decode(line) ?? '')
  const [, hex, path] = match ?? []
  if (hex === undefined || path === undefined || !isArtifactPath(path)) {
    throw invalid(what, `${where} is no digest by SHA-256 or SHA-512 with a name behind it`)
  }
  const hash = hex.length === 64 ? 'sha256' : 'sha512'
  return { where, path, name: baseName(path), digests: { [hash]: hexToBytes(hex) } }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** A space at either end is a slip; the name of a folder names no artifact. */
export const isArtifactPath = (path: string): boolean =>
  !/\p{Cc}|^\s|\s$/u.test(path) && !['', '.', '..'].includes(baseName(path))

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/**
 * Puts entries of one name together: each may give digests by other hashes, or say the same again.
 *
 * @throws ReleaseSigningError `checksums-invalid` where two disagree
 */
export function byName(entries: readonly ListEntry[], what: string): readonly ListedArtifact[] {
  const artifacts = new Map<string, ListEntry>()
  for (const entry of entries) {
    const known = artifacts.get(entry.name)
    for (const { name: hash } of hashes) {
      const [one, other] = [known?.digests[hash], entry.digests[hash]]
      if (known === undefined || one === undefined || other === undefined || equalBytes(one, other)) continue
      throw invalid(what, `${entry.where} gives another ${hash} of ${entry.name} than ${known.where}`)
    }
    const paths = new Set([...(known?.morePaths ?? []), entry.path])
    paths.delete((known ?? entry).path)
    const digests = { ...known?.digests, ...entry.digests }
    artifacts.set(entry.name, { ...entry, ...known, morePaths: [...paths], digests })
  }
  return [...artifacts.values()].map(({ path, name, morePaths = [], digests }) =>
    morePaths.length === 0 ? { path, name, digests } : { path, morePaths, name, digests },
  )
}

/**
 * An artifact named with its digest: `NAME@sha256:HEX`, or sha384 or sha512.
 *
 * @returns undefined where the text does not end in such a digest
 * @throws ReleaseSigningError `input-invalid` for a digest that is none, or has no name before it
 */
export function parseNamedDigest(text: string): ListedArtifact | undefined {
  const [, path, algorithm = '', hex] = /^(.*)@(sha\d+):([0-9a-z]*)$/is.exec(text) ?? []
  if (path === undefined || hex === undefined) return undefined
  const hash = hashes.find(({ name }) => name === algorithm.toLowerCase())
  if (hash === undefined || hex.length !== 2 * hash.length || !/^[0-9a-f]*$/i.test(hex) || !isArtifactPath(path)) {
    throw new ReleaseSigningError('input-invalid', `${text} is no name with a digest`, {
      hint: 'Write NAME@sha256: and the 64 digits of the digest; sha384 and sha512 are taken as well.',
    })
  }
  return { path, name: baseName(path), digests: { [hash.name]: hexToBytes(hex) } }
}

/**
 * Holds a file to the digests that were given for it.
 *
 * @throws ReleaseSigningError `checksums-mismatch`; `internal` for a digest that was not computed
 */
export function checkAgreement(path: string, digests: Digests, expected: Digests): void {
  for (const { name: hash } of hashes) {
    const [actual, wanted] = [digests[hash], expected[hash]]
    if (wanted === undefined) continue
    if (actual === undefined) throw new ReleaseSigningError('internal', `${path} was not digested with ${hash}`)
    if (equalBytes(actual, wanted)) continue
    throw new ReleaseSigningError('checksums-mismatch', `${path}: its ${hash} is not the one that was given for it`, {
      hint: 'The file changed after the digest was taken, or is another one of that name: build or get it again.',
    })
  }
}

const invalid = (what: string, problem: string): ReleaseSigningError =>
  new ReleaseSigningError('checksums-invalid', `${what}: ${problem}`, {
    hint: 'Each line has the digest, two spaces (or a space and *), and the name, as sha256sum prints them; no line may be empty.',
  })
