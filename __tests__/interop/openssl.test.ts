// What the built command line signs, with every algorithm of AWS KMS, before the OpenSSLs that people have.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { publicKeyOf } from '../../dev/aws/keys.ts'
import { type Aws, startAws } from '../../dev/aws.ts'
import { createAuthority, generalName } from '../../dev/pki.ts'
import { type KeySpec, signatureAlgorithms } from '../../src/core/algorithm.ts'
import { cli } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { describeWith } from '../support/judges.ts'
import { openssl, openssl35 } from '../support/openssl.ts'

/** Every algorithm with every key it is for; of RSA the smallest, since its size changes nothing here. */
const cases = signatureAlgorithms.flatMap(({ name, keySpecs }) =>
  keySpecs.filter((spec) => spec !== 'RSA_3072' && spec !== 'RSA_4096').map((spec) => [name, spec] as const),
)

/** OpenSSL 3.0 knows no ML-DSA, and no Ed25519 in CMS. */
const onlyNewest: readonly KeySpec[] = ['ECC_NIST_EDWARDS25519', 'ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87']

describeWith(['openssl', 'openssl-3.5'], 'OpenSSL', () => {
  const folder = temporaryFolder()
  let aws: Aws

  beforeAll(async () => {
    aws = await startAws()
  })

  afterAll(() => aws.close())

  test.each(cases)('takes what was signed with %s and %s, and nothing changed', async (algorithm, spec) => {
    const key = aws.keys.create({ spec, region: aws.region })
    const leaf = createAuthority()
      .issueAuthority({})
      .issue({ publicKey: publicKeyOf(key), san: [generalName.uri('https://example.com/release')] })
    const name = (file: string) => join(key.id, file)
    folder.write(name('app.tar.gz'), 'an archive\r\nwith both\nline ends')
    folder.write(name('chain.pem'), leaf.chainPem)
    folder.write(name('root.pem'), leaf.rootPem)
    const signed = await cli(
      [
        ...['sign', '--kms-key-id', key.arn, '--signing-algorithm', algorithm],
        ...['--certificate-chain', 'chain.pem', '--root-certificate', 'root.pem', 'app.tar.gz'],
      ],
      { cwd: folder.at(key.id), env: aws.environment },
    )
    expect(signed).toMatchObject({ status: 0 })

    const read = (file: string) => new Uint8Array(readFileSync(folder.at(key.id, file)))
    const flip = (bytes: Uint8Array, at: number) => bytes.map((octet, i) => (i === at ? octet ^ 1 : octet))
    const files = { artifact: read('app.tar.gz'), sidecar: read('app.tar.gz.p7s'), root: leaf.rootPem }
    // The last byte is the signature's.
    const twins = {
      'artifact changed': { ...files, artifact: flip(files.artifact, 3) },
      'line ends changed': { ...files, artifact: new TextEncoder().encode('an archive\nwith both\nline ends') },
      'signature changed': { ...files, sidecar: flip(files.sidecar, files.sidecar.length - 1) },
      'another root': { ...files, root: createAuthority().rootPem },
    }
    const command = [
      ...['cms', '-verify', '-cades', '-binary', '-inform', 'DER', '-in', 'sidecar', '-content', 'artifact'],
      ...['-CAfile', 'root', '-no-CApath', '-no-CAstore', '-out', 'out'],
    ]
    const judges = [
      (given: typeof files) => openssl35(given, ...command, '-purpose', 'codesign'),
      ...(onlyNewest.includes(spec) ? [] : [(given: typeof files) => openssl(given, ...command, '-purpose', 'any')]),
    ]
    for (const judge of judges) {
      expect(judge(files)).toMatchObject({ status: 0 })
      for (const [twin, changed] of Object.entries(twins)) {
        expect({ twin, status: judge(changed).status }).not.toEqual({ twin, status: 0 })
      }
    }
  })
})
