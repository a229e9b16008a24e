// What a CA in KMS makes, for every algorithm, before tools of others: OpenSSL checks requests, chains and CRLs, pkilint
// and zlint look for what is against the rules.
import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { repositoryRoot } from '../../dev/runner.ts'
import { type AlgorithmName, type KeySpec, signatureAlgorithms } from '../../src/core/algorithm.ts'
import { encodePem, readCertificates } from '../../src/core/x509/pem.ts'
import type { IssueProfile } from '../../src/identity/profile.ts'
import { temporaryFolder } from '../support/folder.ts'
import { identityDesk, newKey } from '../support/identity.ts'
import { describeWith } from '../support/judges.ts'
import { openssl, openssl35 } from '../support/openssl.ts'
import { now } from '../support/release.ts'

const folder = temporaryFolder()
const desk = identityDesk(folder)

interface Made {
  readonly label: string
  readonly spec: KeySpec
  /** PEM, by file name. */
  readonly files: Readonly<Record<string, string>>
}

/** A root, a CA, signers and CRLs of one algorithm, with everything in them that there can be. */
async function make(algorithm: AlgorithmName, spec: KeySpec): Promise<Made> {
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
    files: Object.fromEntries([
      ...Object.entries(certificates).map(([name, { path }]) => [`${name}.pem`, Buffer.from(first(path)).toString()]),
      ...requests.map(({ path }, number) => [`${number}.csr`, readFileSync(path, 'utf8')]),
      ...Object.entries(crls).map(([name, { path }]) => [name, readFileSync(path, 'utf8')]),
    ]),
  }
}

/** Every algorithm with every key it is for; of RSA the smallest, since its size changes nothing here. */
const cases = signatureAlgorithms.flatMap(({ name, keySpecs }) =>
  keySpecs.filter((spec) => spec !== 'RSA_3072' && spec !== 'RSA_4096').map((spec) => [name, spec] as const),
)
const made = new Map<string, Made>()

beforeAll(async () => {
  for (const [algorithm, spec] of cases) {
    const one = await make(algorithm, spec)
    made.set(one.label, one)
    // Where judges that read no text look for it.
    for (const [name, text] of Object.entries(one.files)) folder.write(join(one.label, name), text)
  }
}, 120_000)

const filesOf = (algorithm: string, spec: string) => made.get(`${algorithm}-${spec}`)?.files ?? {}

describeWith(['openssl', 'openssl-3.5'], 'OpenSSL', () => {
  const at = ['-attime', String(now.getTime() / 1000)]
  const isMlDsa = (spec: KeySpec) => spec.startsWith('ML_DSA')

  describe.each(cases)('%s with a key of spec %s', (algorithm, spec) => {
    const judges = isMlDsa(spec) ? [openssl35] : [openssl, openssl35]

    test('requests', () => {
      for (const judge of judges) {
        for (const name of ['0.csr', '1.csr', '3.csr']) {
          const verdict = judge(filesOf(algorithm, spec), 'req', '-verify', '-noout', '-in', name)
          expect(verdict).toMatchObject({ status: 0, output: expect.stringContaining('self-signature verify OK') })
        }
      }
    })

    test('chains and CRLs', () => {
      const common = [
        'verify',
        '-x509_strict',
        ...at,
        '-no-CApath',
        '-no-CAstore',
        '-CAfile',
        'root.pem',
        '-untrusted',
        'ca.pem',
      ]
      const crls = ['-crl_check_all', '-CRLfile', 'root.crl', '-CRLfile', 'ca.crl']
      for (const judge of judges) {
        const files = filesOf(algorithm, spec)
        const purpose = judge === openssl35 ? 'codesign' : 'any'
        const verdict = (leaf: string, ...more: readonly string[]) => judge(files, ...common, ...more, leaf)
        expect(verdict('good.pem', '-purpose', purpose, ...crls)).toMatchObject({ status: 0, output: 'good.pem: OK\n' })
        expect(verdict('stamp.pem', '-purpose', 'timestampsign', ...crls)).toMatchObject({ status: 0 })
        expect(verdict('good.pem', '-purpose', 'timestampsign')).not.toMatchObject({ status: 0 })
        expect(verdict('revoked.pem')).toMatchObject({ status: 0 })
        expect(verdict('revoked.pem', ...crls)).toMatchObject({
          status: 2,
          output: expect.stringContaining('certificate revoked'),
        })
      }
    })
  })

  test('the reason, the date and the number are what people read in the CRL', () => {
    const { output } = openssl(filesOf('ECDSA_SHA_256', 'ECC_NIST_P256'), 'crl', '-in', 'ca.crl', '-noout', '-text')
    expect(output).toMatch(/X509v3 CRL Number: \n\s+1\n/)
    expect(output).toMatch(/Key Compromise\n\s+Invalidity Date: \n\s+Nov 20 12:00:00 2026 GMT/)
  })
})

const program = (name: string): string =>
  realpathSync(
    (process.env.PATH ?? '')
      .split(delimiter)
      .map((directory) => join(directory, name))
      .find((path) => spawnSync('test', ['-x', path]).status === 0) ?? '',
  )

describeWith(['lint_pkix_cert'], 'pkilint', () => {
  interface Verdict {
    readonly status: number
    readonly output: string
  }

  function pkilint(commands: readonly (readonly string[])[]): readonly Verdict[] {
    const python = join(dirname(program('lint_pkix_cert')), 'python')
    const script = join(repositoryRoot, 'dev', 'interop', 'run-pkilint.py')
    const { stdout, stderr } = spawnSync(python, [script], { input: JSON.stringify(commands), encoding: 'utf8' })
    if (stdout === '') throw new Error(stderr)
    return JSON.parse(stdout)
  }

  const at = (label: string, name: string) => folder.at(label, name)
  /** Issuer and subject; not of RSA-PSS, whose signatures it checks as those of PKCS #1. */
  const pairs = [
    ['root.pem', 'root.pem'],
    ['root.pem', 'ca.pem'],
    ['ca.pem', 'good.pem'],
    ['ca.pem', 'stamp.pem'],
  ]

  test('finds nothing at error level, nor at warning level, in certificates, CRLs and pairs of issuer and subject', () => {
    const strict = ['-s', 'WARNING', '-f', 'TEXT']
    const commands = [...made.keys()].flatMap((label) => [
      ...['root.pem', 'ca.pem', 'good.pem', 'stamp.pem'].map((name) => [
        'lint_pkix_cert',
        'lint',
        ...strict,
        at(label, name),
      ]),
      ...['root.crl', 'ca.crl'].map((name) => [
        'lint_crl',
        'lint',
        '-t',
        'CRL',
        '-p',
        'PKIX',
        ...strict,
        at(label, name),
      ]),
      ...(label.includes('PSS') ? [] : pairs).map(([issuer = '', subject = '']) => [
        'lint_pkix_signer_signee_cert_chain',
        'lint',
        ...strict,
        at(label, issuer),
        at(label, subject),
      ]),
    ])
    const verdicts = pkilint(commands)
    const found = verdicts.flatMap(({ status, output }, index) =>
      status === 0 ? [] : [{ command: commands[index]?.slice(-2).join(' '), output }],
    )
    expect(verdicts).toHaveLength(10 * cases.length - 3 * pairs.length)
    expect(found).toEqual([])
  })

  test('finds what is wrong', () => {
    const p256 = 'ECDSA_SHA_256-ECC_NIST_P256'
    const p384 = 'ECDSA_SHA_384-ECC_NIST_P384'
    const verdicts = pkilint([
      ['lint_pkix_signer_signee_cert_chain', 'lint', at(p256, 'ca.pem'), at(p384, 'good.pem')],
      ['lint_crl', 'lint', '-t', 'CRL', '-p', 'PKIX', at(p256, 'good.pem')],
    ])
    expect(verdicts.map(({ status }) => status !== 0)).toEqual([true, true])
  })
})

describeWith(['zlint'], 'zlint', () => {
  const found = (files: readonly string[]) => {
    const { stdout, stderr } = spawnSync('zlint', ['-includeSources', 'RFC5280,CABF_CS_BR', ...files], {
      encoding: 'utf8',
    })
    const reports = stdout
      .trim()
      .split('\n')
      .filter((line) => line.startsWith('{'))
    if (reports.length !== files.length) throw new Error(stderr)
    return reports.flatMap((line, index) => {
      const verdicts: Readonly<Record<string, { readonly result: string }>> = JSON.parse(line)
      return Object.entries(verdicts)
        .filter(([, { result }]) => ['warn', 'error', 'fatal'].includes(result))
        .map(([lint, { result }]) => `${files[index]?.slice(folder.path.length)}: ${lint} ${result}`)
    })
  }

  // It has no secp256k1.
  test('finds nothing at error level, nor at warning level', () => {
    const names = ['root.pem', 'ca.pem', 'good.pem', 'stamp.pem']
    const known = [...made.values()].filter(({ spec }) => spec !== 'ECC_SECG_P256K1').map(({ label }) => label)
    expect(found(known.flatMap((label) => names.map((name) => folder.at(label, name))))).toEqual([])
  })

  test('finds what is wrong', () => {
    const [label = ''] = made.keys()
    const bytes = readCertificates(readFileSync(folder.at(label, 'good.pem')), '')[0] ?? new Uint8Array()
    // The critical bit of key usage is taken away, which leaves a boolean that says its default.
    const hex = Buffer.from(bytes).toString('hex').replace('0603551d0f0101ff', '0603551d0f010100')
    const path = folder.at('changed.pem')
    writeFileSync(path, encodePem('CERTIFICATE', [Buffer.from(hex, 'hex')]))
    expect(found([path])).not.toEqual([])
  })
})
