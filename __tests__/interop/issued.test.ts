// What a CA in KMS makes, for every algorithm, before tools of others: OpenSSL checks requests, chains and CRLs, pkilint
// and zlint look for what is against the rules.
import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { repositoryRoot } from '../../dev/runner.ts'
import type { KeySpec } from '../../src/core/algorithm.ts'
import { encodePem, readCertificates } from '../../src/core/x509/pem.ts'
import { temporaryFolder } from '../support/folder.ts'
import { issuedCases as cases, type IssuedSet, issuedSets } from '../support/issued.ts'
import { describeWith } from '../support/judges.ts'
import { openssl, openssl35 } from '../support/openssl.ts'
import { now } from '../support/release.ts'

const folder = temporaryFolder()
const make = issuedSets(folder)

const made = new Map<string, IssuedSet>()

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
