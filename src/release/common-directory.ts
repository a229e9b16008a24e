import { dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path'

/**
 * The nearest folder that all of these files lie in or below; relative where all of them are given so. Undefined where
 * they have none in common but a root, or lie on different drives.
 */
export function commonDirectory(paths: readonly string[]): string | undefined {
  const directories = [...new Set(paths.map((path) => dirname(resolve(path))))]
  const [first, ...others] = directories
  if (first === undefined) return undefined
  const common = others.reduce<string | undefined>(sharedStart, first)
  if (common === undefined || (others.length > 0 && parse(common).root === common)) return undefined
  return paths.some(isAbsolute) ? common : relative('.', common) || '.'
}

function sharedStart(a: string | undefined, b: string): string | undefined {
  // Drives and servers of Windows have no case.
  if (a === undefined || parse(a).root.toLowerCase() !== parse(b).root.toLowerCase()) return undefined
  const { root } = parse(a)
  const [left, right] = [a, b].map((path) => path.slice(root.length).split(sep))
  const difference = left?.findIndex((part, i) => part !== right?.[i]) ?? 0
  return join(root, ...(difference < 0 ? (left ?? []) : (left ?? []).slice(0, difference)))
}
