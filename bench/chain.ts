import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCertificate } from '../src/core/x509/certificate.ts'
import { findPath } from '../src/core/x509/path.ts'
import { createTrustAnchor } from '../src/core/x509/trust-anchor.ts'
import { type Benchmark, inTemporaryFolder, type Measurement, medians, mustRun, timed } from './measure.ts'
import { writeChain } from './release.ts'

const rounds = 30

/** One chain of three from bytes to verdict, beside a spawn of `openssl verify` on the same. */
export const chain: Benchmark = () =>
  inTemporaryFolder(async (folder) => {
    const leaf = await writeChain(folder)
    await writeFile(join(folder, 'leaf.pem'), leaf.certificatePem)
    const validate = (): void => {
      findPath({
        leaf: parseCertificate(leaf.certificate),
        intermediates: leaf.chain.slice(1),
        anchors: [createTrustAnchor(leaf.root)],
        at: new Date(),
        profile: 'code-signing',
      })
    }
    const trust = ['-CAfile', 'root.pem', '-no-CApath', '-no-CAstore', '-untrusted', 'chain.pem', 'leaf.pem']
    const times = await medians(rounds, {
      ours: async () => (await timed(validate)).milliseconds,
      openssl: async () =>
        (await timed(() => mustRun('openssl', ['verify', '-x509_strict', ...trust], { cwd: folder }))).milliseconds,
    })
    const measured: Measurement = {
      what: 'one chain of three, from bytes',
      measured: `${times.ours.toFixed(2)} ms beside ${times.openssl.toFixed(2)} ms of openssl verify`,
      budget: 'less',
      ok: times.ours < times.openssl,
    }
    return [measured]
  })
