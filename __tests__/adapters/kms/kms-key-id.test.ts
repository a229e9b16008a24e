import { describe, expect, test } from '@jest/globals'
import { chooseRegion, parseKmsKeyId } from '../../../src/adapters/kms/kms-key-id.ts'
import { codeOf } from '../../support/refusal.ts'

const id = '1234abcd-12ab-34cd-56ef-1234567890ab'
const keyArn = `arn:aws:kms:eu-central-1:111122223333:key/${id}`
const aliasArn = 'arn:aws-us-gov:kms:us-gov-west-1:111122223333:alias/release/signing'

describe('the name of a key', () => {
  test.each([
    [id, id, undefined, undefined],
    ['mrk-1234abcd12ab34cd56ef1234567890ab', 'mrk-1234abcd12ab34cd56ef1234567890ab', undefined, undefined],
    ['alias/release-signing', 'alias/release-signing', undefined, undefined],
    ['  alias/release/signing\n', 'alias/release/signing', undefined, undefined],
    [keyArn, keyArn, 'eu-central-1', undefined],
    [aliasArn, aliasArn, 'us-gov-west-1', undefined],
    [`awskms:///${id}`, id, undefined, undefined],
    ['awskms:///alias/release-signing', 'alias/release-signing', undefined, undefined],
    [`awskms:///${keyArn}`, keyArn, 'eu-central-1', undefined],
    [`awskms://localhost:4566/${id}`, id, undefined, 'https://localhost:4566'],
    [`awskms://kms.example.org/${aliasArn}`, aliasArn, 'us-gov-west-1', 'https://kms.example.org'],
  ])('%s', (text, id, region, endpoint) => {
    expect(parseKmsKeyId(text)).toEqual({ id, region, endpoint })
  })

  test.each([
    '',
    'alias/',
    'alias/with space',
    'release/signing',
    'arn:aws:kms:eu-central-1:111122223333:release-signing',
    'arn:aws:s3:::bucket',
    'arn:aws:kms:eu-central-1:1111:key/x',
    'awskms://alias/release-signing/',
    'awskms:///',
    'gcpkms://projects/x',
    `${id}\n--flag`,
  ])('%j is refused', (text) => {
    expect(codeOf(() => parseKmsKeyId(text))).toBe('input-invalid')
  })
})

describe('the Region', () => {
  const environment = { AWS_REGION: 'us-east-1', AWS_DEFAULT_REGION: 'us-west-2' }

  test.each([
    [keyArn, undefined, environment, 'eu-central-1'],
    [keyArn, 'eu-central-1', {}, 'eu-central-1'],
    [id, 'sa-east-1', environment, 'sa-east-1'],
    [id, undefined, environment, 'us-east-1'],
    [id, undefined, { AWS_REGION: '', AWS_DEFAULT_REGION: 'us-west-2' }, 'us-west-2'],
    [id, undefined, {}, undefined],
  ])('%s given %s in %j is %s', (key, given, environment, region) => {
    expect(chooseRegion(parseKmsKeyId(key), given, environment)).toBe(region)
  })

  test('that is given and is not that of the ARN is refused', () => {
    expect(codeOf(() => chooseRegion(parseKmsKeyId(keyArn), 'us-east-1', {}))).toBe('aws-region-conflict')
  })
})
