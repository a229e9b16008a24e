import { beforeAll, describe, expect, test } from '@jest/globals'
import { certificatePem, createAuthority, crlPem } from '../../dev/pki.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { builtBundle, cli } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { expectScript, type Script, scriptName } from '../support/script.ts'

const folder = temporaryFolder()
const root = createAuthority({ subject: 'Root' })
const ca = root.issueAuthority({ subject: 'CA' })
const leaf = ca.issue({ subject: 'Leaf' })
const expired = ca.issue({ subject: 'Old', notAfter: new Date('2026-01-01T00:00:00Z') })
const stamping = ca.issue({ subject: 'Stamp', profile: 'time-stamping' })
const dates = { thisUpdate: new Date(Date.now() - 60_000), nextUpdate: new Date(Date.now() + 3_600_000) }
const revoked = [{ serial: leaf.serial, date: new Date(Date.now() - 3_600_000) }]

folder.write('root.pem', leaf.rootPem)
folder.write('other-root.pem', createAuthority({ subject: 'Root' }).rootPem)
folder.write('chain.pem', leaf.chainPem)
folder.write('leaf.der', leaf.certificate)
folder.write('ca.pem', certificatePem(ca.certificate))
folder.write('expired.pem', expired.chainPem)
folder.write('stamping.pem', stamping.chainPem)
folder.write('root.crl', crlPem(root.crl(dates)))
folder.write('ca.crl', crlPem(ca.crl(dates)))
folder.write('revoked.crl', crlPem(ca.crl({ ...dates, revoked })))
beforeAll(builtBundle)

const check = (chain: string, ...args: readonly string[]) => [
  'check-chain',
  '--root-certificate',
  'root.pem',
  '--certificate-chain',
  chain,
  ...args,
]

const scripts: readonly Script[] = [
  {
    args: check('chain.pem'),
    status: 0,
    stdout: /^valid at .*; revocation not checked\n {2}0 CN=Leaf\n.*2 CN=Root/s,
    stderr: '',
  },
  { args: check('leaf.der', '--intermediates', 'ca.pem'), status: 0, stdout: 'valid at' },
  { args: check('leaf.der'), status: 1, stdout: /^NOT VALID.*path-not-found/s },
  { args: check('expired.pem'), status: 1, stdout: 'certificate-expired' },
  {
    args: check('expired.pem', '--at', '2025-12-31T23:59:59+01:00'),
    status: 0,
    stdout: 'valid at 2025-12-31T22:59:59.000Z',
  },
  { args: check('stamping.pem'), status: 1, stdout: 'extended-key-usage-mismatch' },
  { args: check('stamping.pem', '--purpose', '1.3.6.1.5.5.7.3.8'), status: 0 },
  { args: check('stamping.pem', '--purpose', 'any', '--profile', 'rfc5280'), status: 0 },
  { args: check('chain.pem', '--purpose', 'signing'), status: 2, stderr: 'signing is not an object identifier' },
  { args: check('chain.pem', '--profile', 'tls'), status: 2, stderr: 'Use code-signing or rfc5280' },
  { args: check('chain.pem', '--crl', 'root.crl', '--crl', 'ca.crl'), status: 0, stdout: 'revocation checked, good' },
  { args: check('chain.pem', '--crl', 'root.crl', '--crl', 'revoked.crl'), status: 1, stdout: 'certificate-revoked' },
  { args: check('chain.pem', '--crl', 'ca.crl'), status: 1, stdout: 'crl-missing' },
  { args: check('chain.pem', '--crl', 'ca.crl', '--crl-scope', 'leaf'), status: 0 },
  { args: check('chain.pem', '--explicit-policy', '--policy', '1.2.3.4'), status: 1, stdout: 'path-policy-missing' },
  { args: check('chain.pem', '--policy', '1.2.x'), status: 2, stderr: 'is not an object identifier' },
  {
    args: ['check-chain', '--root-certificate', 'other-root.pem', '--certificate-chain', 'chain.pem'],
    status: 1,
    stdout: 'NOT VALID',
  },
]

describe('check-chain', () => {
  test.each(scripts.map((script) => [scriptName(script), script] as const))('%s', async (_, script) => {
    await expectScript(folder.path, script)
  })

  test('--json prints one document in the exact shape', async () => {
    const { stdout, stderr } = await cli(check('chain.pem', '--json', '--at', '2026-11-01T00:00:00Z'), {
      cwd: folder.path,
    })
    expect(stderr).toContain('valid at')
    expect(JSON.parse(stdout)).toEqual({
      valid: true,
      path: [
        { subject: 'CN=Leaf', sha256: sha256Hex(leaf.certificate) },
        { subject: 'CN=CA', sha256: sha256Hex(ca.certificate) },
        { subject: 'CN=Root', sha256: sha256Hex(root.certificate) },
      ],
      at: '2026-11-01T00:00:00.000Z',
      revocation: 'not-checked',
    })
    const refused = await cli(check('expired.pem', '--json'), { cwd: folder.path })
    expect(JSON.parse(refused.stdout)).toEqual({
      valid: false,
      path: [],
      at: expect.stringMatching(/Z$/),
      revocation: 'not-checked',
      code: 'certificate-expired',
      message: expect.any(String),
      hint: expect.any(String),
    })
  })
})
