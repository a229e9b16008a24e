import { describe, expect, test } from '@jest/globals'
import {
  attestationName,
  packageUrl,
  parseRepository,
  parseTag,
  releaseOfPackageUrl,
} from '../../../src/core/attestation/release.ts'
import { codeOf } from '../../support/refusal.ts'

const release = (repository: string, tag: string) => ({ repository: parseRepository(repository), tag })

describe('packageUrl', () => {
  test.each([
    ['acme/tool', 'v1.0.0', 'pkg:github/acme/tool@v1.0.0'],
    ['Acme/Tool', 'v1.0.0', 'pkg:github/acme/tool@v1.0.0'],
    ['acme/tool', 'release/v2', 'pkg:github/acme/tool@release%2Fv2'],
    ['acme/tool', 'v2.0.0#nightly', 'pkg:github/acme/tool@v2.0.0%23nightly'],
    ['acme/tool', 'v1+build', 'pkg:github/acme/tool@v1%2Bbuild'],
    ['acme/tool', "v1!'()", 'pkg:github/acme/tool@v1%21%27%28%29'],
    ['acme/tool', 'v1@x%41', 'pkg:github/acme/tool@v1%40x%2541'],
    ['acme/tool', 'vé', 'pkg:github/acme/tool@v%C3%A9'],
    ['GHE.example.com/acme/tool', 'v1', 'pkg:github/acme/tool@v1?repository_url=https%3A%2F%2Fghe.example.com'],
    ['github.com/acme/tool', 'v1', 'pkg:github/acme/tool@v1'],
  ])('%s at %s is %s, and back', (repository, tag, expected) => {
    expect(packageUrl(release(repository, tag))).toBe(expected)
    expect(releaseOfPackageUrl(expected)).toEqual(release(repository, tag))
  })
})

describe('releaseOfPackageUrl', () => {
  test.each([
    ['a tag that hides in a subpath', 'pkg:github/acme/tool@v2.0.0#nightly'],
    ['a tag with needless encoding', 'pkg:github/acme/tool@v2%2E0.0'],
    ['an upper-case owner', 'pkg:github/Acme/tool@v1'],
    ['an upper-case scheme', 'PKG:github/acme/tool@v1'],
    ['encoding in lower case', 'pkg:github/acme/tool@v1%2fx'],
    ['an unencoded plus', 'pkg:github/acme/tool@v1+x'],
    ['another type', 'pkg:gitlab/acme/tool@v1'],
    ['no version', 'pkg:github/acme/tool'],
    ['an empty version', 'pkg:github/acme/tool@'],
    ['another qualifier', 'pkg:github/acme/tool@v1?arch=x86'],
    ['a server without https', 'pkg:github/acme/tool@v1?repository_url=http%3A%2F%2Fghe.example.com'],
    ['the default server said', 'pkg:github/acme/tool@v1?repository_url=https%3A%2F%2Fgithub.com'],
    ['a deeper namespace', 'pkg:github/evil/acme/tool@v1'],
    ['slashes too many', 'pkg:github//acme/tool@v1'],
    ['no owner', 'pkg:github/tool@v1'],
    ['nothing', ''],
  ])('refuses %s', (_, text) => expect(codeOf(() => releaseOfPackageUrl(text))).toBe('package-url-invalid'))
})

describe('parseRepository and parseTag', () => {
  test.each([
    'acme',
    'a/b/c/d',
    '/acme/tool',
    'acme/',
    'acme/..',
    'ac me/tool',
    'acme/tool#x',
    'https://github.com/a/b',
    '',
  ])('refuses repository %s', (text) => expect(codeOf(() => parseRepository(text))).toBe('repository-invalid'))

  test.each([
    '',
    '@',
    'a b',
    'a..b',
    'a~1',
    'a^',
    'a:b',
    'a?',
    'a*',
    'a[',
    'a\\b',
    '/a',
    'a/',
    'a//b',
    'a.',
    '.a',
    'a/.b',
    'a.lock',
    'a@{b',
    'a\u0007',
    '\ud800',
  ])('refuses tag %j', (text) => expect(codeOf(() => parseTag(text))).toBe('tag-invalid'))
})

test('an attestation is called after repository and tag', () => {
  expect(attestationName(release('Acme/Tool', 'release/v1.0'))).toBe('acme-tool-release-v1.0.release.sigstore.json')
})
