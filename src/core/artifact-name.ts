import { ReleaseSigningError } from './error.ts'

/**
 * The name that GitHub gives an uploaded release asset: accents are dropped, every run of characters other than ASCII
 * letters, digits and `-_+@` becomes one dot, dots at either end go, and what has no stem gets `default`.
 */
export function githubAssetName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Mn}/gu, '')
  const stem = plain.startsWith('.') ? `default${plain}` : plain
  const renamed = stem.replace(/[^A-Za-z0-9\-_+@]+/g, '.').replace(/^\.|\.$/g, '')
  return renamed !== name && !renamed.includes('.') ? `default.${renamed}` : renamed
}

/** Equal for two names that GitHub, or a file system that ignores case, would take for one. */
export const artifactNameKey = (name: string): string => githubAssetName(name).toLowerCase()

/**
 * Refuses names of one release that would fall together.
 *
 * @throws ReleaseSigningError `names-collide`
 */
export function checkNamesApart(names: readonly string[]): void {
  const seen = new Map<string, string>()
  for (const name of names) {
    const key = artifactNameKey(name)
    const other = seen.get(key)
    if (other !== undefined) {
      throw new ReleaseSigningError('names-collide', `${other} and ${name} are one name on a GitHub release`, {
        hint: 'Rename one of them: GitHub replaces special characters with dots, and names that differ only in case are one on some systems.',
      })
    }
    seen.set(key, name)
  }
}
