import { describe, expect, test } from '@jest/globals'
import { isDnsName, isHostName, parseMailbox, uriHost } from '../../../src/core/x509/internet-name.ts'

describe('host names', () => {
  const label = 'a'.repeat(63)

  test.each(['localhost', 'example.com', 'a-b.example', 'xn--bcher-kva.example', '_dmarc.example.com', '1.2', label])(
    '%s',
    (text) => {
      expect(isHostName(text)).toBe(true)
    },
  )

  test.each([
    '',
    '.',
    'a.',
    '.a',
    'a..b',
    '-a.b',
    'a-.b',
    'a b',
    '*.a',
    'a/b',
    'ä.de',
    `${label}a`,
    `${`${label}.`.repeat(4)}a`,
  ])('not %j', (text) => {
    expect(isHostName(text)).toBe(false)
  })

  test('a wildcard is the whole first label', () => {
    expect(isDnsName('*.example.com')).toBe(true)
    for (const text of ['*', '*.', 'a*.example.com', '*.*.example.com', 'a.*.com']) expect(isDnsName(text)).toBe(false)
  })
})

test('mailboxes', () => {
  expect(parseMailbox("a.b+c'd@Example.COM")).toEqual({ localPart: "a.b+c'd", host: 'example.com' })
  for (const text of [
    '',
    'a',
    '@b.c',
    'a@',
    'a@b@c',
    '.a@b.c',
    'a.@b.c',
    'a..b@b.c',
    '"a"@b.c',
    'a b@b.c',
    'a@[1.2.3.4]',
  ]) {
    expect(parseMailbox(text)).toBeUndefined()
  }
})

describe('the host of a URI', () => {
  test.each([
    ['https://Example.com', 'example.com'],
    ['spiffe://example.com/a', 'example.com'],
    ['ldap://example.com:389/x?y', 'example.com'],
    ['https://user:secret@example.com#a', 'example.com'],
    ['https://good.example@evil.example/', 'evil.example'],
  ])('%s', (text, host) => {
    expect(uriHost(text)).toBe(host)
  })

  test.each([
    'example.com',
    'mailto:a@example.com',
    'urn:x:y',
    'https:///path',
    'https://',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://127.0.0.0x1/',
    'https://[::1]/',
    'https://evil.example\\@good.example/',
    'https://a@b@good.example/',
    'https://good.example:80:80/',
    'https://good.example%2eevil/',
  ])('none in %s', (text) => {
    expect(uriHost(text)).toBeUndefined()
  })
})
