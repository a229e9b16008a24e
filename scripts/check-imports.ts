// Holds the house: which folder may import which, what core may reach, no cycles, no AWS on verification's way.
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join, posix, resolve } from 'node:path'
import { findReaches, type Import, readImports } from './read-module.ts'

/** What a folder of src may import: folders of src, and modules from outside by name or prefix (`@aws-sdk/`). */
interface Room {
  readonly folders: readonly string[]
  /** Folders whose files may be named for their types alone. */
  readonly types?: readonly string[]
  readonly outside: readonly string[]
}

const rooms: Readonly<Record<string, Room>> = {
  core: { folders: ['core'], outside: [] },
  release: { folders: ['core', 'release'], outside: ['node:path'] },
  adapters: {
    folders: ['adapters', 'core'],
    types: ['identity/ports.ts', 'identity/private-ca-port.ts', 'release/ports.ts', 'release/host/release-host.ts'],
    outside: ['node:', '@actions/', '@aws-sdk/', '@octokit/', '@smithy/'],
  },
  // The life of keys and certificates: before releases, whose ports and chains it knows.
  identity: { folders: ['core', 'identity', 'release'], outside: [] },
  entry: { folders: ['adapters', 'core', 'entry', 'identity', 'release'], outside: ['node:'] },
  action: { folders: ['action', 'adapters', 'core', 'entry', 'identity', 'release'], outside: ['node:'] },
  cli: { folders: ['adapters', 'cli', 'core', 'entry', 'identity', 'release'], outside: ['node:'] },
  'index.ts': { folders: ['action', 'cli'], outside: [] },
}

/** The few files of core that import something from outside. A browser build swaps crypto.ts. */
const coreExceptions: Readonly<Record<string, readonly string[]>> = {
  'core/crypto.ts': ['node:crypto'],
  'core/attestation/release.ts': ['packageurl-js'],
}

/**
 * Whoever verifies loads neither AWS nor GitHub client code, nor anything that opens a connection, not even lazily. All
 * of it stands behind doors, which the bundle wants in files that verification shares. Each is opened lazily, in one file.
 */
const offline = {
  from: ['cli/verify.ts', 'cli/check-chain.ts', 'cli/inspect.ts', 'action/verify.ts'],
  never: [
    '@aws-sdk/',
    '@octokit/',
    '@actions/github',
    ...['http', 'https', 'http2', 'net', 'tls', 'dgram', 'dns', 'child_process'].map((name) => `node:${name}`),
  ],
  doors: [
    // Signing goes through it; verification may not.
    { file: 'entry/offline.ts', name: 'loadOnline', room: 'entry/online.ts' },
    // What verification may go online for, each loaded only where it is asked for: tests of the bundle see to that.
    { file: 'entry/trusted-key.ts', name: undefined, room: 'entry/online.ts' },
    { file: 'entry/verify-named.ts', name: undefined, room: 'entry/fetch-release.ts' },
  ],
} as const

interface Module {
  /** Relative to src, with slashes. */
  readonly path: string
  readonly text: string
  readonly imports: readonly (Import & { /** Within src. */ readonly target: string | undefined })[]
}

/**
 * Everything that breaks the rules, one line each.
 *
 * @param root of the repository, with `src/`
 */
export function checkImports(root: string): readonly string[] {
  const source = join(root, 'src')
  const modules = globSync('**/*.ts', { cwd: source })
    .map((path) => path.replaceAll('\\', '/'))
    .sort()
    .map((path) => readModule(source, path))
  return [
    ...modules.flatMap((module) => module.imports.flatMap((one) => checkImport(source, module.path, one))),
    ...modules
      .filter(({ path }) => path.startsWith('core/'))
      .flatMap(({ path, text }) =>
        findReaches(text).map(({ what, line }) => `src/${path}:${line} core reaches outside: ${what}`),
      ),
    ...findCycles(modules),
    ...findOnline(modules),
  ]
}

function readModule(source: string, path: string): Module {
  const text = readFileSync(join(source, path), 'utf8')
  return {
    path,
    text,
    imports: readImports(text).map((one) => {
      const target = one.specifier.startsWith('.') ? posix.join(dirname(path), one.specifier) : undefined
      return { ...one, target }
    }),
  }
}

function checkImport(source: string, path: string, { specifier, target, typeOnly, line }: Module['imports'][number]) {
  const where = `src/${path}:${line}`
  const room = rooms[roomOf(path)]
  if (room === undefined) return [`${where} stands in no room of the house`]
  if (target === undefined) {
    const allowed = [...room.outside, ...(coreExceptions[path] ?? [])]
    if (allowed.some((name) => specifier === name || (/[/:]$/.test(name) && specifier.startsWith(name)))) return []
    return [`${where} may not import ${specifier}`]
  }
  if (target.startsWith('..')) {
    return [`${where} imports ${specifier} from outside src`]
  }
  if (!existsSync(join(source, target))) return [`${where} imports ${specifier}, which does not exist`]
  if (room.folders.includes(roomOf(target)) || (typeOnly && room.types?.includes(target))) return []
  return [`${where} may not import src/${target}${typeOnly ? ', not even for its types' : ''}`]
}

const roomOf = (path: string): string => path.split('/')[0] ?? path

/** Circles of imports that run; one for its types alone does no harm. */
function findCycles(modules: readonly Module[]): readonly string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path)
    if (start >= 0) cycles.push(`imports run in a circle: ${[...trail.slice(start), path].join(' → ')}`)
    if (start >= 0 || done.has(path)) return
    for (const { target, typeOnly } of byPath.get(path)?.imports ?? []) {
      if (target !== undefined && !typeOnly) visit(target, [...trail, path])
    }
    done.add(path)
  }
  for (const { path } of modules) visit(path, [])
  return cycles
}

/** Ways, lazy ones included, from verification to a client that talks to the network. */
function findOnline(modules: readonly Module[]): readonly string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const { doors } = offline
  const seen = new Set<string>()
  const found: string[] = []
  const visit = (path: string, trail: readonly string[]): void => {
    const module = byPath.get(path)
    if (module === undefined || seen.has(path)) return
    seen.add(path)
    const way = [...trail, path].join(' → ')
    for (const { file, name } of doors) {
      if (name !== undefined && path !== file && module.text.includes(name)) {
        found.push(`verification can call ${name}: ${way}`)
      }
    }
    for (const { specifier, target, typeOnly, lazy } of module.imports) {
      if (typeOnly || (lazy && doors.some(({ file, room }) => path === file && target === room))) continue
      if (target !== undefined) visit(target, [...trail, path])
      else if (offline.never.some((name) => specifier === name || (name.endsWith('/') && specifier.startsWith(name)))) {
        found.push(`verification can load ${specifier}: ${way}`)
      }
    }
  }
  for (const path of offline.from) visit(path, [])
  return found
}

if (import.meta.main) {
  const problems = checkImports(resolve(import.meta.dirname, '..'))
  for (const problem of problems) process.stderr.write(`${problem}\n`)
  if (problems.length > 0) process.exitCode = 1
}
