import { describe, expect } from '@jest/globals'
import { utf8 } from '../../../src/core/bytes.ts'
import { digest } from '../../../src/core/crypto.ts'
import { integerOf } from '../../../src/core/der/fields.ts'
import { parseDer } from '../../../src/core/der/reader.ts'
import { tag } from '../../../src/core/der/tag.ts'
import { tokenOfResponse } from '../../../src/core/timestamp/response.ts'
import { parseTimeStampToken } from '../../../src/core/timestamp/token.ts'
import { checkAnswer, verifyTimeStamp } from '../../../src/core/timestamp/verify.ts'
import { readCertificates } from '../../../src/core/x509/pem.ts'
import { createTrustAnchor } from '../../../src/core/x509/trust-anchor.ts'
import { codeOf } from '../../support/refusal.ts'
import { readVector, testWithVectors } from '../../support/vectors.ts'

const hello = utf8('hello')

function chainOf(folder: string): { readonly root: Uint8Array; readonly chain: readonly Uint8Array[] } {
  const chain = readCertificates(readVector(`rfc3161/${folder}/ts_chain.pem`), 'chain')
  const root = chain[chain.length - 1]
  if (root === undefined) throw new Error('an empty chain')
  return { root, chain }
}

/** @param supply whether the caller supplies the chain */
function verify(path: string, message: Uint8Array, options: { root?: string; supply?: boolean } = {}) {
  const folder = path.split('/')[0] ?? ''
  const { root, chain } = chainOf(options.root ?? folder)
  const token = parseTimeStampToken(tokenOfResponse(readVector(`rfc3161/${path}`)))
  return verifyTimeStamp(token, message, {
    anchors: [createTrustAnchor(root)],
    // Without it the intermediates of a chain still count, but not the signer.
    intermediates: options.supply === true ? chain : chain.slice(1, -1),
  })
}

const verdict = (...args: Parameters<typeof verify>) => codeOf(() => verify(...args))

describe('time-stamp responses of others', () => {
  testWithVectors.each([
    'test_tsa/response.tsr',
    'test_tsa/response-injected-certs.tsr',
    'sigstage/response-sha256.tsr',
    'sigstage/response-sha384.tsr',
    'sigstage/response-sha512.tsr',
    'identrust/issue-104.tsr',
  ])('%s is accepted', (path) => expect(verdict(path, hello)).toBe('accepted'))

  testWithVectors('put-in certificates neither name the signer nor stand in the path', () => {
    const { signer, path } = verify('test_tsa/response-injected-certs.tsr', hello)
    expect(signer.subject.text).toBe('CN=Test TSA Timestamping,O=local')
    expect(path.certificates.map(({ subject }) => subject.text)).toEqual([
      'CN=Test TSA Timestamping,O=local',
      'CN=Test TSA Intermediate,O=local',
      'CN=Test TSA Root,O=local',
    ])
    expect(signer.issuer.text).toBe('CN=Test TSA Intermediate,O=local')
  })

  testWithVectors('a signer bound by SHA-1 alone is the one that is named', () => {
    expect(verify('identrust/issue-104.tsr', hello).signer.subject.text).toBe(
      'CN=TrustID Timestamp Authority,O=IdenTrust,C=US',
    )
  })

  testWithVectors('of another authority is refused', () => {
    expect(verdict('test_tsa/other_response.tsr', hello)).toBe('timestamp-untrusted')
    expect(verdict('sigstage/response-sha256.tsr', hello, { root: 'test_tsa' })).toBe('timestamp-untrusted')
  })

  testWithVectors('a signature that is none is refused', () => {
    expect(verdict('sigstage/response-invalid-signature.tsr', hello)).toBe('timestamp-signature-invalid')
  })

  testWithVectors.each([
    ['sigstage/response-no-embedded-cert.tsr', () => hello],
    ['sigstore.mock/response-expired.tsr', () => readVector('rfc3161/sigstore.mock/payload')],
  ] as const)('%s needs the chain supplied', (path, message) => {
    expect(verdict(path, message())).toBe('timestamp-signer-missing')
    expect(verdict(path, message(), { supply: true })).toBe('accepted')
  })

  testWithVectors.each([
    'test_tsa/response.tsr',
    'test_tsa/response-injected-certs.tsr',
    'sigstage/response-sha256.tsr',
    'sigstage/response-sha384.tsr',
    'sigstage/response-sha512.tsr',
    'sigstore.mock/response-expired.tsr',
    'identrust/issue-104.tsr',
  ])('%s over another message is refused', (path) => {
    expect(verdict(path, utf8('Hello'), { supply: true })).toBe('timestamp-imprint-mismatch')
  })

  testWithVectors('the nonce of the other request is refused', () => {
    const token = parseTimeStampToken(tokenOfResponse(readVector('rfc3161/test_tsa/response.tsr')))
    const { root, chain } = chainOf('test_tsa')
    const trust = { anchors: [createTrustAnchor(root)], intermediates: chain }
    const check = (request: string) =>
      codeOf(() => {
        const { hash } = token.info.imprint
        checkAnswer(token, { hash, digest: digest(hash.name, hello), nonce: nonceIn(request) }, trust)
      })
    expect(check('request.der')).toBe('accepted')
    expect(check('other_request.der')).toBe('timestamp-nonce-mismatch')
  })
})

/** The last INTEGER of a request. */
function nonceIn(request: string): bigint {
  const fields = parseDer(readVector(`rfc3161/test_tsa/${request}`), 'request').children
  const nonce = fields.findLast((field) => field.tag === tag.integer)
  if (nonce === undefined) throw new Error('a request without a nonce')
  return integerOf(nonce, 'nonce')
}
