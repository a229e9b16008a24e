import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** The part of webpack's statistics that is looked at. */
export interface BundleStats {
  readonly errors: readonly { readonly message: string }[]
  readonly warnings: readonly { readonly message: string }[]
  readonly modules: readonly BundledModule[]
}

interface BundledModule {
  /** Loaders and the file, with `!` between them. */
  readonly identifier?: string
  readonly name?: string
  /** Chunks that hold it; none for one that stands inside another. */
  readonly chunks: readonly (string | number)[]
  readonly modules?: readonly BundledModule[]
}

const maximumBytes = 4 * 2 ** 20

/**
 * Whether a bundle can be shipped.
 *
 * @throws Error with everything that is wrong with it
 */
export function checkBundle(directory: string, stats: BundleStats): void {
  const modules = modulesOf(stats)
  const licenses = readFileSync(join(directory, 'licenses.txt'), 'utf8').split(/\r?\n/)
  const sizes = readdirSync(directory).map((name) => statSync(join(directory, name)).size)
  const bytes = sizes.reduce((sum, size) => sum + size, 0)
  const packages = packagesOf(modules.keys())
  const problems = [
    ...[...stats.errors, ...stats.warnings.filter(({ message }) => !licenseText.test(message))].map(
      ({ message }) => `bundler: ${message}`,
    ),
    ...missingModules(directory),
    ...[...packages]
      .filter(([, folders]) => folders.size > 1)
      .map(([name, folders]) => `${name} is bundled from ${[...folders].join(' and ')}`),
    ...[...modules]
      .filter(([file, chunks]) => inPackage.test(file) && chunks.size > 1)
      .map(([file]) => `${file} is in several chunks`),
    ...[...packages.keys()].filter((name) => !licenses.includes(name)).map((name) => `licenses.txt lacks ${name}`),
    ...(bytes > maximumBytes ? [`${bytes} bytes, at most ${maximumBytes} are allowed`] : []),
  ]
  if (problems.length > 0) throw new Error(`the bundle cannot be shipped:\n  ${problems.join('\n  ')}`)
}

/** Some packages of the AWS SDK name their licence without its text, which others of the SDK bring. */
const licenseText = /could not find any license file for @aws-sdk\//

/** ncc leaves a module that it does not find to the runtime, and succeeds. */
function missingModules(directory: string): readonly string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) =>
      [...readFileSync(join(directory, name), 'utf8').matchAll(/eval\("require"\)\("([^"\n]+)"\)/g)].map(
        ([, module]) => `${name} lacks the module ${module}`,
      ),
    )
}

/** The chunks that hold each file. */
function modulesOf({ modules }: BundleStats): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  const walk = (module: BundledModule, outer: BundledModule['chunks']): void => {
    const chunks = module.chunks.length > 0 ? module.chunks : outer
    for (const inner of module.modules ?? []) walk(inner, chunks)
    const file = module.identifier?.split('!').at(-1)
    if (module.modules !== undefined || file === undefined) return
    const all = found.get(file) ?? new Set()
    for (const chunk of chunks) all.add(String(chunk))
    found.set(file, all)
  }
  for (const module of modules) walk(module, [])
  return found
}

const inPackage = /^.*\/node_modules\/(?!@vercel\/ncc\/)((?:@[^/]+\/)?[^/]+)\//

/** The folders that each package comes from. */
function packagesOf(files: Iterable<string>): ReadonlyMap<string, ReadonlySet<string>> {
  const packages = new Map<string, Set<string>>()
  for (const file of files) {
    const [folder, name] = inPackage.exec(file.replaceAll('\\', '/')) ?? []
    if (folder === undefined || name === undefined) continue
    packages.set(name, (packages.get(name) ?? new Set()).add(folder))
  }
  return packages
}
