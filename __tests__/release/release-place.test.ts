import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { createAuthority } from '../../dev/pki.ts'
import { placeOfRelease } from '../../src/release/release-place.ts'
import { codeOf, refusalOf } from '../support/refusal.ts'
import { signRequest } from '../support/release.ts'

const leaf = createAuthority().issue()
const place = (artifacts: readonly string[], outputDirectory?: string) => {
  const request = signRequest(leaf, artifacts, { repository: 'Acme/Tool', tag: 'v1', outputDirectory })
  return placeOfRelease(request, artifacts, 'an attestation')
}

test('a release goes into the nearest folder that its artifacts have in common', () => {
  expect(place(['/a/x', '/a/b/y'])).toEqual({
    release: { repository: { host: undefined, owner: 'acme', name: 'tool' }, tag: 'v1' },
    directory: join('/a'),
  })
  expect(place(['dist/x', 'dist/y']).directory).toBe('dist')
  expect(place(['x']).directory).toBe('.')
})

test('none but the root of the file system: a folder has to be named', () => {
  const apart = ['/a/x', '/b/y']
  expect(refusalOf(() => place(apart))).toMatchObject({
    code: 'attestation-place-unknown',
    message: expect.stringContaining('an attestation'),
  })
  expect(place(apart, '/out').directory).toBe('/out')
  // All of them in the root itself is a folder in common, of a kind.
  expect(codeOf(() => place(['/x', '/y']))).toBe('accepted')
})
