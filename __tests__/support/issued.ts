import { readFileSync } from 'node:fs'
import { type AlgorithmName, type KeySpec, signatureAlgorithms } from '../../src/core/algorithm.ts'
import { purpose } from '../../src/core/x509/object-identifiers.ts'
import { encodePem, readCertificates } from '../../src/core/x509/pem.ts'
import type { CrlReport } from '../../src/identity/create-crl.ts'
import type { RootReport } from '../../src/identity/create-root.ts'
import type { IssueReport } from '../../src/identity/issue-certificate.ts'
import type { IssueProfile } from '../../src/identity/profile.ts'
import type { Folder } from './folder.ts'
import { identityDesk, newKey } from './identity.ts'
import { now } from './release.ts'

/** What a CA in KMS makes, from the root to the CRLs, of one algorithm. */
export interface IssuedSet {
  readonly label: string
  readonly spec: KeySpec
  /** As the use cases gave them. */
  readonly reports: {
    readonly root: RootReport
    readonly ca: IssueReport
    readonly good: IssueReport
    readonly revoked: IssueReport
    readonly stamp: IssueReport
    readonly 'root.crl': CrlReport
    readonly 'ca.crl': CrlReport
  }
  /** PEM, by file name. */
  readonly files: Readonly<Record<string, string>>
}

/** A root, a CA, signers and CRLs of one algorithm, with everything in them that there can be. */
export function issuedSets(folder: Folder) {
  const desk = identityDesk(folder)
  return async function make(algorithm: AlgorithmName, spec: KeySpec): Promise<IssuedSet> {
    const label = `${algorithm}-${spec}`
    const options = { signingAlgorithm: algorithm, register: folder.at(`${label}.txt`) }
    const urls = { crlUrls: ['http://example.com/ca.crl'], issuerUrls: ['http://example.com/ca.cer'] }
    const keys = Array.from({ length: 5 }, (_, number) => newKey(spec, number))
    const [rootKey = newKey(), caKey = newKey(), signer = newKey(), revokedSigner = newKey(), stamper = newKey()] = keys
    const subject = {
      commonName: 'Exämple "Root", Inc.',
      organization: 'Example + Söhne',
      organizationalUnits: ['A', 'B'],
      locality: 'Köln',
      state: 'NRW',
      country: 'DE',
    }
    const root = await desk.root(rootKey, { ...options, subject, pathLength: 1 })
    const request = (held: typeof rootKey, profile: IssueProfile) =>
      desk.request(held, profile, {
        // A CA that is narrowed to what is issued here.
        extendedKeyUsages: profile === 'subordinate-ca' ? [purpose.codeSigning, purpose.timeStamping] : [],
        signingAlgorithm: algorithm,
        alternativeNames:
          profile === 'subordinate-ca'
            ? { uris: [], emails: [] }
            : { uris: ['https://example.com/a'], emails: ['a@example.com'] },
      })
    const requests = [
      await request(caKey, 'subordinate-ca'),
      await request(signer, 'code-signing'),
      await request(revokedSigner, 'code-signing'),
      await request(stamper, 'time-stamping'),
    ] as const
    const ca = await desk.issue(rootKey, [root.path], requests[0].path, {
      ...options,
      ...urls,
      profile: 'subordinate-ca',
    })
    const above = [root.path, ca.path]
    const good = await desk.issue(caKey, above, requests[1].path, { ...options, ...urls })
    const revoked = await desk.issue(caKey, above, requests[2].path, { ...options, ...urls })
    const stamp = await desk.issue(caKey, above, requests[3].path, { ...options, ...urls, profile: 'time-stamping' })
    const crl = { ...options, output: { path: '', format: 'pem' } } as const
    const crls = {
      'root.crl': await desk.crl(rootKey, [root.path], {
        ...crl,
        output: { ...crl.output, path: desk.next('root.crl') },
      }),
      'ca.crl': await desk.crl(caKey, above, {
        ...crl,
        output: { ...crl.output, path: desk.next('ca.crl') },
        revoke: [{ serial: revoked.serial, reason: 'keyCompromise', date: undefined, invalidSince: now }],
      }),
    }
    const first = (path: string) => encodePem('CERTIFICATE', readCertificates(readFileSync(path), path).slice(0, 1))
    const certificates = { root, ca, good, revoked, stamp }
    return {
      label,
      spec,
      reports: { ...certificates, ...crls },
      files: Object.fromEntries([
        ...Object.entries(certificates).map(([name, { path }]) => [`${name}.pem`, Buffer.from(first(path)).toString()]),
        ...requests.map(({ path }, number) => [`${number}.csr`, readFileSync(path, 'utf8')]),
        ...Object.entries(crls).map(([name, { path }]) => [name, readFileSync(path, 'utf8')]),
      ]),
    }
  }
}

/** Every algorithm with every key it is for; of RSA the smallest, since its size changes nothing here. */
export const issuedCases = signatureAlgorithms.flatMap(({ name, keySpecs }) =>
  keySpecs.filter((spec) => spec !== 'RSA_3072' && spec !== 'RSA_4096').map((spec) => [name, spec] as const),
)
