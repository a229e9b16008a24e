import { describe, expect, test } from '@jest/globals'
import { createFiles } from '../../src/adapters/files/files.ts'
import { parseArguments } from '../../src/cli/arguments.ts'
import { optionValues } from '../../src/cli/values.ts'
import {
  createKeyOptions,
  crlOptions,
  issueOptions,
  requestOptions,
  rootOptions,
} from '../../src/entry/identity-options.ts'
import {
  readCertificateRequest,
  readCreateKeyRequest,
  readCrlRequest,
  readIssueRequest,
  readRootRequest,
} from '../../src/entry/identity-requests.ts'
import type { OptionRow } from '../../src/entry/option.ts'
import { temporaryFolder } from '../support/folder.ts'
import { asyncRefusalOf } from '../support/refusal.ts'

const folder = temporaryFolder()
const pem = folder.write('some.pem', 'some PEM')
const policy = folder.write('policy.json', '{"Statement":[]}')
const noPolicy = folder.write('list.json', '[]')
const files = createFiles({ clock: () => new Date() })
const values = (line: string, options: readonly OptionRow[]) =>
  optionValues<never>(parseArguments(line === '' ? [] : line.split(' '), options), files)

const key = (line: string) => readCreateKeyRequest(values(line, createKeyOptions))
const request = async (line: string) =>
  readCertificateRequest(values(`--common-name x --out x.pem ${line}`.trim(), requestOptions))
const root = async (line: string) => readRootRequest(values(line, rootOptions))
const issue = (line: string) =>
  readIssueRequest(values(`--request ${pem} --ca-certificate ${pem} ${line}`, issueOptions))
const crl = (line: string) =>
  readCrlRequest(values(`--ca-certificate ${pem} --register r --out c ${line}`.trim(), crlOptions))

describe('read', () => {
  test('key create', async () => {
    expect(await key('')).toEqual({
      alias: undefined,
      spec: 'ECC_NIST_P256',
      description: undefined,
      tags: [],
      policy: undefined,
    })
    expect(await key(`--tag a=b=c --tag d= --policy ${policy}`)).toMatchObject({
      tags: [
        { key: 'a', value: 'b=c' },
        { key: 'd', value: '' },
      ],
      policy: '{"Statement":[]}',
    })
  })

  test('certificate request', async () => {
    expect(
      await request(
        '--organizational-unit a --organizational-unit b --san-uri urn:a --san-email a@b.c --extended-key-usage time-stamping --extended-key-usage 1.2.3',
      ),
    ).toMatchObject({
      subject: { commonName: 'x', organizationalUnits: ['a', 'b'], organization: undefined },
      alternativeNames: { uris: ['urn:a'], emails: ['a@b.c'] },
      profile: 'code-signing',
      extendedKeyUsages: ['1.3.6.1.5.5.7.3.8', '1.2.3'],
      output: { path: 'x.pem', format: 'pem' },
    })
  })

  test('crl create, with a serial number in any form', async () => {
    expect(await crl('')).toMatchObject({ revoke: [], output: { path: 'c', format: 'der' } })
    const { revoke } = await crl(
      '--revoke 0xAB --revoke 00:ab:CD --revoke abc --reason superseded --revoked-at 2026-11-28T10:00:00+01:00',
    )
    const common = { reason: 'superseded', date: new Date('2026-11-28T09:00:00Z'), invalidSince: undefined }
    expect(revoke).toEqual(['ab', 'abcd', '0abc'].map((serial) => ({ serial, ...common })))
  })
})

describe('refused', () => {
  test.each<[string, () => Promise<unknown>, string]>([
    ['a key that does not sign', () => key('--key-spec SYMMETRIC_DEFAULT'), 'is no key spec that signs'],
    ['a tag without a value', () => key('--tag team'), 'tag team is not KEY=VALUE'],
    ['a tag without a key', () => key('--tag =x'), 'tag =x is not KEY=VALUE'],
    ['a policy that is not JSON', () => key(`--policy ${pem}`), 'not JSON'],
    ['a policy that is none', () => key(`--policy ${noPolicy}`), 'it has no Statement'],
    ['an unknown profile', () => request('--profile tls'), 'tls is not known'],
    ['an unknown purpose', () => request('--extended-key-usage signing'), 'is no extended key usage'],
    ['half an object identifier', () => request('--extended-key-usage 1..2'), 'is no extended key usage'],
    ['no name for a root', () => root('--register r --out x'), '--common-name is missing'],
    ['no register', () => root('--common-name x --out x'), '--register is missing'],
    [
      'a path length beyond all paths',
      () => root('--common-name x --register r --out x --path-length 9'),
      'from 0 to 8',
    ],
    ['no days', () => issue('--register r --out x --days 0'), 'is no whole number from 1'],
    ['half a day', () => issue('--register r --out x --days 1.5'), 'is no whole number from 1'],
    ['a CRL at no HTTP URL', () => issue('--register r --out x --crl-url ldap://x'), 'is no HTTP URL'],
    ['a format that is none', () => issue('--register r --out x --format txt'), 'txt is not known'],
    ['a reason for nothing', () => crl('--reason keyCompromise'), '--reason without --revoke'],
    ['a serial number that is none', () => crl('--revoke xyz'), 'xyz is no serial number'],
    ['the serial number zero', () => crl('--revoke 00'), '00 is no serial number'],
    [
      'a reason that cannot be taken back',
      () => crl('--revoke 01 --reason certificateHold'),
      'certificateHold is not known',
    ],
    ['a day without a time', () => crl('--revoke 01 --revoked-at 2026-11-28'), 'is no instant'],
  ])('%s', async (_, read, message) => {
    const refusal = await asyncRefusalOf(read)
    expect(refusal?.message).toContain(message)
    expect(['usage', 'input-missing', 'input-invalid']).toContain(refusal?.code)
  })
})
