// Verifies a Sigstore bundle with @sigstore/verify: node sigstore-verify.mjs MODULES BUNDLE TRUSTED_ROOT SAN. Status 0 and
// "accepted", or 1 and why not. MODULES is the folder where @sigstore/verify is installed, outside this repository.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const [, , modules, bundle, trustedRoot, san] = process.argv
const require = createRequire(join(modules, 'package.json'))
const { bundleFromJSON } = require('@sigstore/bundle')
const { TrustedRoot } = require('@sigstore/protobuf-specs')
const { toSignedEntity, toTrustMaterial, Verifier } = require('@sigstore/verify')

const json = (path) => JSON.parse(readFileSync(path, 'utf8'))
try {
  const trust = toTrustMaterial(TrustedRoot.fromJSON(json(trustedRoot)))
  const verifier = new Verifier(trust, { tlogThreshold: 0, ctlogThreshold: 0, timestampThreshold: 1 })
  verifier.verify(toSignedEntity(bundleFromJSON(json(bundle))), { subjectAlternativeName: san })
  process.stdout.write('accepted\n')
} catch (error) {
  process.stdout.write(`${error.message}\n`)
  process.exitCode = 1
}
