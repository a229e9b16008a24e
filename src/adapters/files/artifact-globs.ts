import fs from 'node:fs'
import { basename, dirname, matchesGlob, normalize, relative, resolve } from 'node:path'
import { ReleaseSigningError } from '../../core/error.ts'
import { notRegular, readError, systemCode } from './file-error.ts'

export interface FoundArtifacts {
  /** Sorted by code unit, each once, relative to the working directory where the pattern was. */
  readonly paths: readonly string[]
  /** Those of `paths` that were named outright. */
  readonly named: readonly string[]
  /** Patterns that matched nothing while others did: likely a slip, so to be told. */
  readonly unmatched: readonly string[]
}

export interface FindOptions {
  /** What relative patterns are relative to. Default: the working directory of the process. */
  readonly cwd?: string | undefined
  /** Whether no pattern at all is right, since there is something else to work on. */
  readonly mayLack?: boolean
}

/**
 * The patterns in the action's input `artifacts`: one a line, or several with commas between them, of which those inside
 * braces belong to the pattern. What exists as a file as it stands is not split.
 */
export function splitArtifactsInput(text: string, { cwd = '.' }: FindOptions = {}): readonly string[] {
  const exists = (name: string) => name !== '' && isFile(resolve(cwd, name))
  if (exists(text)) return [text]
  return text.split(/\r?\n/).flatMap((line) => {
    const whole = [line, line.trim()].find(exists)
    if (whole !== undefined) return [whole]
    return line
      .split(/,(?![^{}]*\})/)
      .map((part) => (exists(part) ? part : part.trim()))
      .filter((part) => part !== '')
  })
}

/**
 * The files that patterns name. A pattern that exists as a file is that file, whatever characters it holds. Otherwise
 * `*`, `?`, `[…]`, `{…}` and `**` match regular files that are not hidden, and links to such; only `**` descends, and not
 * into linked directories. A pattern behind `!` takes files, and all below directories, out again, wherever it stands.
 *
 * @throws ReleaseSigningError `input-invalid` for an empty pattern, `artifacts-none` when nothing is left,
 *   `file-not-found` for a name without a file, `file-not-regular` for the name of a directory, `file-unreadable` for a
 *   link that leads nowhere
 */
export function findArtifacts(
  patterns: readonly string[],
  { cwd = '.', mayLack = false }: FindOptions = {},
): FoundArtifacts {
  if (mayLack && patterns.length === 0) return { paths: [], named: [], unmatched: [] }
  const at = (path: string) => resolve(cwd, path)
  const isLiteral = (pattern: string) => !pattern.endsWith('/') && isFile(at(pattern))
  const isExclude = (pattern: string) => pattern.startsWith('!') && !isLiteral(pattern)
  if (patterns.includes('')) throw new ReleaseSigningError('input-invalid', "an artifact's name is empty")
  const excludes = patterns.filter(isExclude).map((pattern) => pattern.slice(1))
  const includes = patterns.filter((pattern) => !isExclude(pattern))

  const found = new Map<string, string>()
  const named = new Set<string>()
  const unmatched: string[] = []
  for (const pattern of includes) {
    const candidates = isLiteral(pattern) ? [pattern] : glob(pattern, cwd)
    const paths = candidates.filter((path) => !isExcluded(path, excludes, cwd) && isArtifact(path, at(path)))
    if (paths.length === 0) unmatched.push(pattern)
    for (const path of paths) {
      if (!found.has(at(path))) found.set(at(path), normalize(path))
      if (isLiteral(pattern)) named.add(at(path))
    }
  }
  if (found.size === 0) throw noneFound(includes)
  const sorted = [...found].sort(([, a], [, b]) => (a < b ? -1 : 1))
  return {
    paths: sorted.map(([, path]) => path),
    named: sorted.filter(([absolute]) => named.has(absolute)).map(([, path]) => path),
    unmatched,
  }
}

/** Whether a path is that of a regular file, or of a link to one. */
export function isFile(path: string): boolean {
  try {
    return fs.statSync(path).isFile()
  } catch {
    // Not there, or not to be looked at: then it is a pattern, and what is wrong with it is told there.
    return false
  }
}

/** Whether anything has this name, a link that leads nowhere included. */
export function isThere(path: string): boolean {
  try {
    return fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined
  } catch {
    // No file can have it, such as one that is too long.
    return false
  }
}

const magic = /[*?]|\[.*\]|\{.*\}|[+@!]\(/s

function glob(pattern: string, cwd: string): readonly string[] {
  if (!magic.test(pattern)) return [literal(pattern, cwd)]
  return fs.globSync(pattern, { cwd }).filter((path) => !basename(path).startsWith('.'))
}

/** @throws ReleaseSigningError since no regular file has this name */
function literal(pattern: string, cwd: string): string {
  try {
    fs.statSync(resolve(cwd, pattern))
  } catch (error) {
    throw readError(pattern, error)
  }
  throw notRegular(pattern)
}

/** A directory, socket, pipe or device that a pattern matches is passed over; a link that leads nowhere is not. */
function isArtifact(path: string, absolute: string): boolean {
  try {
    return fs.statSync(absolute).isFile()
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw readError(path, error)
    throw new ReleaseSigningError('file-unreadable', `${path}: is a symbolic link that leads nowhere`, {
      hint: `Remove it, or leave it out with !${path}.`,
      cause: error,
    })
  }
}

export function isExcluded(path: string, excludes: readonly string[], cwd: string): boolean {
  const fromHere = (name: string) => relative(resolve(cwd), resolve(cwd, name))
  const names = withParents(fromHere(path))
  return excludes.map(fromHere).some((pattern) => names.some((name) => name === pattern || matchesGlob(name, pattern)))
}

/** `a/b/c` → `a/b/c`, `a/b`, `a`. */
function withParents(path: string): readonly string[] {
  const parent = dirname(path)
  return parent === path || parent === '.' ? [path] : [path, ...withParents(parent)]
}

function noneFound(includes: readonly string[]): ReleaseSigningError {
  const what =
    includes.length === 0 ? 'no pattern that includes files is given' : `nothing matches ${includes.join(', ')}`
  return new ReleaseSigningError('artifacts-none', `no artifact found: ${what}`, {
    hint: 'Patterns match regular files that are not hidden, and do not descend without **. A hidden file must be named outright.',
  })
}
