// A CA in an AWS KMS that nobody here wrote: from no key at all to a signature that verifies, and its revocation.
import { DescribeKeyCommand, KMSClient, ListResourceTagsCommand } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { builtBundle, cli } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { describeWith } from '../support/judges.ts'
import { type Ministack, startMinistack } from '../support/ministack.ts'

describeWith(['ministack'], 'MiniStack', () => {
  const folder = temporaryFolder()
  let aws: Ministack
  let kms: KMSClient

  beforeAll(async () => {
    await builtBundle()
    aws = await startMinistack()
    kms = new KMSClient({ endpoint: aws.url, region: aws.region, credentials: aws.administrator })
  })
  afterAll(async () => {
    kms.destroy()
    await aws.close()
  })

  const call = (...args: readonly string[]) =>
    cli(args, {
      cwd: folder.path,
      env: {
        AWS_ENDPOINT_URL: aws.url,
        AWS_REGION: aws.region,
        AWS_ACCESS_KEY_ID: aws.administrator.accessKeyId,
        AWS_SECRET_ACCESS_KEY: aws.administrator.secretAccessKey,
        AWS_EC2_METADATA_DISABLED: 'true',
        AWS_CONFIG_FILE: '/dev/null',
        AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      },
    })
  const succeed = async (...args: readonly string[]) => {
    const { status, stdout, stderr } = await call(...args, '--json')
    expect({ args, status, stderr }).toMatchObject({ status: 0 })
    return JSON.parse(stdout)
  }

  test('makes keys as asked for, and keeps an alias where it is', async () => {
    const root = await succeed(
      'key',
      'create',
      '--alias',
      'alias/root',
      '--key-spec',
      'RSA_3072',
      '--tag',
      'team=security',
      '--description',
      'root',
    )
    await succeed('key', 'create', '--alias', 'alias/release')
    const again = await call('key', 'create', '--alias', 'alias/root')
    expect(again).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`alias/root stands for ${root.keyId} already`),
    })
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/root' }))
    expect(KeyMetadata).toMatchObject({
      Arn: root.keyId,
      KeySpec: 'RSA_3072',
      KeyUsage: 'SIGN_VERIFY',
      Description: 'root',
    })
    const { Tags } = await kms.send(new ListResourceTagsCommand({ KeyId: root.keyId }))
    expect(Tags).toEqual([{ TagKey: 'team', TagValue: 'security' }])
  })

  test('signs a root, a certificate, a release and CRLs', async () => {
    const pss = ['--signing-algorithm', 'RSASSA_PSS_SHA_256']
    const ca = ['--kms-key-id', 'alias/root', '--register', 'register.txt', ...pss]
    await succeed('certificate', 'create-root', ...ca, '--common-name', 'Root', '--out', 'root.pem')
    const names = ['--common-name', 'Releases', '--san-uri', 'https://example.com/releases']
    await succeed('certificate', 'request', '--kms-key-id', 'alias/release', ...names, '--out', 'request.pem')
    const issuing = [...ca, '--ca-certificate', 'root.pem']
    const { serial } = await succeed(
      'certificate',
      'issue',
      ...issuing,
      '--request',
      'request.pem',
      '--out',
      'chain.pem',
    )
    await succeed('crl', 'create', ...issuing, '--out', 'root.crl')
    folder.write('app.zip', 'an archive')
    const chain = ['--certificate-chain', 'chain.pem', '--root-certificate', 'root.pem']
    await succeed('sign', '--kms-key-id', 'alias/release', ...chain, 'app.zip')
    const verify = ['verify', '--root-certificate', 'root.pem', '--dedicated-root', '--crl', 'root.crl', 'app.zip']
    expect(await succeed(...verify)).toMatchObject({ verified: true })
    await succeed('crl', 'create', ...issuing, '--revoke', serial, '--reason', 'superseded', '--out', 'root.crl')
    const refused = await call(...verify)
    expect(refused).toMatchObject({ status: 1, stdout: expect.stringContaining('certificate-revoked') })
  })
})
