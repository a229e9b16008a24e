import { bundle } from '../dev/runner.ts'
import { atLeast, type Benchmark, inTemporaryFolder, mustRun, timed } from './measure.ts'
import { signArtifacts, verifyArguments, writeArtifacts, writeChain } from './release.ts'

const artifacts = 10_000
/** `openssl cms -verify` does one file a process: that many stand for all. */
const sample = 200

export const verification: Benchmark = () =>
  inTemporaryFolder(async (folder) => {
    const leaf = await writeChain(folder)
    const paths = await writeArtifacts(folder, artifacts)
    await signArtifacts(folder, paths, leaf)
    const options = { cwd: folder, env: { PATH: process.env.PATH, HOME: folder } }
    const openssl = await timed(async () => {
      for (const path of paths.slice(0, sample)) {
        const cms = ['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', `${path}.p7s`, '-content', path]
        const trust = ['-CAfile', 'root.pem', '-no-CApath', '-no-CAstore', '-purpose', 'any', '-out', '/dev/null']
        await mustRun('openssl', [...cms, ...trust], options)
      }
    })
    const ours = await timed(() => mustRun(process.execPath, [bundle, ...verifyArguments('release/*')], options))
    const [each, theirs] = [ours.milliseconds / artifacts, openssl.milliseconds / sample]
    const detail = `${each.toFixed(2)} ms an artifact beside ${theirs.toFixed(2)} ms of openssl cms -verify`
    return [atLeast('verifying 10,000 small artifacts in one run', theirs / each, 20, detail)]
  })
