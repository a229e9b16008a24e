import { describe, expect, test } from '@jest/globals'
import { createAuthority } from '../../../dev/pki.ts'
import { checkTrustedRoot, encodeTrustedRoot } from '../../../src/core/attestation/trusted-root.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { limits } from '../../../src/core/limits.ts'
import { parseCertificate } from '../../../src/core/x509/certificate.ts'
import { codeOf } from '../../support/refusal.ts'

const root = parseCertificate(createAuthority({ subject: 'Root' }).certificate)
const written = encodeTrustedRoot({ certificateAuthority: [root], timestampAuthority: undefined })
const json = () => JSON.parse(new TextDecoder().decode(written))
const verdict = (changed: unknown) => codeOf(() => checkTrustedRoot(utf8(JSON.stringify(changed))))

describe('a trusted root that may be replaced', () => {
  test('is one as they are written here', () => {
    expect(codeOf(() => checkTrustedRoot(written))).toBe('accepted')
    const both = encodeTrustedRoot({ certificateAuthority: [root], timestampAuthority: [root] })
    expect(codeOf(() => checkTrustedRoot(both))).toBe('accepted')
  })

  test.each([
    ['with a log', { tlogs: [{}] }],
    ['with a log of certificates', { ctlogs: [{}] }],
    ['of another version', { mediaType: 'application/vnd.dev.sigstore.trustedroot.v0.2+json' }],
    ['with a member that is not written here', { signingConfig: {} }],
    ['without logs', { tlogs: undefined }],
  ])('is none %s', (_, changed) => {
    expect(verdict({ ...json(), ...changed })).toBe('trusted-root-invalid')
  })

  test('is not something else', () => {
    expect(verdict([])).toBe('trusted-root-invalid')
    expect(codeOf(() => checkTrustedRoot(utf8('root')))).toBe('json-invalid')
    expect(codeOf(() => checkTrustedRoot(new Uint8Array(limits.attestationBytes + 1)))).toBe('limit-exceeded')
  })
})
