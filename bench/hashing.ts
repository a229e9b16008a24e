import { open, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { createFiles } from '../src/adapters/files/files.ts'
import { atLeast, type Benchmark, inTemporaryFolder, medians, milliseconds, mustRun, timed } from './measure.ts'

const gibibyte = 2 ** 30
const rounds = 3

/** Sparse files: what is measured is hashing, not the disk. */
export const hashing: Benchmark = () =>
  inTemporaryFolder(async (folder) => {
    const large = await sparse(join(folder, 'large'), 4 * gibibyte)
    const several = await Promise.all([1, 2, 3, 4].map((i) => sparse(join(folder, `part-${i}`), gibibyte)))
    const files = createFiles({ clock: () => new Date() })
    const ours = async (paths: readonly string[]): Promise<number> =>
      (await timed(() => files.digest(paths, ['sha256']))).milliseconds
    const openssl = async (paths: readonly string[]): Promise<number> =>
      (await timed(() => mustRun('openssl', ['dgst', '-sha256', ...paths], { cwd: folder }))).milliseconds

    const one = await medians(rounds, { ours: () => ours([large]), openssl: () => openssl([large]) })
    const many = await medians(rounds, { ours: () => ours(several), openssl: () => openssl(several) })
    const beside = (times: { readonly ours: number; readonly openssl: number }): string =>
      `${milliseconds(times.ours)} beside ${milliseconds(times.openssl)} of openssl dgst`
    return [
      atLeast('hashing one file of 4 GiB', one.openssl / one.ours, 0.95, beside(one)),
      atLeast('hashing four files of 1 GiB', many.openssl / many.ours, 1.8, beside(many)),
    ]
  })

async function sparse(path: string, bytes: number): Promise<string> {
  await (await open(path, 'w')).close()
  await truncate(path, bytes)
  return path
}
