import { globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { repositoryRoot } from '../dev/runner.ts'
import { atMost, type Benchmark } from './measure.ts'

const megabyte = 1e6
const dist = join(repositoryRoot, 'dist')

/** That no package is in it twice is what `npm run build` sees to, from the bundler's own records. */
export const bundleSize: Benchmark = async () => {
  const files = globSync('**/*', { cwd: dist }).filter((path) => statSync(join(dist, path)).isFile())
  const bytes = files.reduce((sum, path) => sum + statSync(join(dist, path)).size, 0)
  return [atMost('size of dist', bytes / megabyte, 4, `MB in ${files.length} files`)]
}
