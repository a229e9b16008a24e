import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { githubAssetName } from '../../../src/core/artifact-name.ts'
import { sha256Hex } from '../../../src/core/crypto.ts'
import { checkFileName, downloadAssets, selectAssets } from '../../../src/release/host/release-assets.ts'
import type { ReleaseAsset, ReleaseHost } from '../../../src/release/host/release-host.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { asyncRefusalOf, codeOf, refusalOf } from '../../support/refusal.ts'

const asset = (name: string): ReleaseAsset => ({
  id: 1,
  name,
  size: 1,
  uploaded: true,
  sha256: undefined,
  uploader: 'octocat',
  createdAt: new Date(0),
  updatedAt: new Date(0),
  url: '',
})

const refused = async () => {
  throw new Error('not asked for')
}

/** A server that gives whatever it is asked for. */
const host: ReleaseHost = {
  findRelease: refused,
  getRelease: refused,
  listAssets: refused,
  upload: refused,
  deleteAsset: refused,
  read: refused,
  digest: refused,
  publish: refused,
  writePermission: refused,
  runStartedAt: refused,
  async download({ name }, path) {
    writeFileSync(path, name)
    return { sha256: sha256Hex(Buffer.from(name)) }
  },
}

describe('a name that a server gives a file', () => {
  const folder = temporaryFolder()
  const unfit = [
    '../escape',
    '..',
    '.',
    '',
    '.hidden',
    '/etc/passwd',
    'a/b',
    'a\\b',
    'C:evil',
    'app.zip:stream',
    'a\nb',
    'a\u0000b',
    'a\u001b[2K',
    'trailing.',
    'trailing ',
    'what?',
    '*',
    '\ud800',
    'x'.repeat(256),
  ]

  test.each(unfit)('%j is written nowhere', async (name) => {
    const refusal = await asyncRefusalOf(() => downloadAssets(host, [asset('good.zip'), asset(name)], folder.at('in')))
    expect(refusal?.code).toBe('asset-name-unfit')
    expect(refusal?.message).not.toMatch(/\p{Cc}/u)
    expect(existsSync(folder.at('in'))).toBe(false)
    expect(readdirSync(folder.path)).toEqual([])
  })

  test('what GitHub makes of names is fit', () => {
    for (const name of unfit.filter((one) => one !== '' && one.length < 200)) {
      const given = githubAssetName(name)
      if (given !== '' && !given.endsWith('.'))
        expect({ given, code: codeOf(() => checkFileName(given)) }).toEqual({ given, code: 'accepted' })
    }
    for (const name of ['app-1.0.0+build.tar.gz', 'a_b@c', 'CON.zip', '-dash', 'übung (1).zip']) {
      expect(codeOf(() => checkFileName(name))).toBe('accepted')
    }
  })
})

describe('downloadAssets', () => {
  const folder = temporaryFolder()

  test('puts each into the folder under its name', async () => {
    const downloaded = await downloadAssets(host, [asset('a'), asset('b')], folder.path)
    expect(downloaded.map(({ path, sha256 }) => [basename(path), sha256])).toEqual(
      ['a', 'b'].map((name) => [name, sha256Hex(Buffer.from(name))]),
    )
    expect(readdirSync(folder.path).sort()).toEqual(['a', 'b'])
  })

  test('refuses names that some system would take for one, before it writes', async () => {
    const refusal = await asyncRefusalOf(() => downloadAssets(host, [asset('X.zip'), asset('x.ZIP')], folder.path))
    expect(refusal?.code).toBe('names-collide')
    expect(readdirSync(folder.path).sort()).toEqual(['a', 'b'])
  })
})

describe('selectAssets', () => {
  const assets = ['app.tar.gz', 'app.zip', 'notes.txt'].map(asset)
  const names = (...patterns: readonly string[]) => selectAssets(assets, patterns).assets.map(({ name }) => name)

  test('by name and pattern, less what is left out', () => {
    expect(names('*')).toEqual(['app.tar.gz', 'app.zip', 'notes.txt'])
    expect(names('app.*', 'app.zip')).toEqual(['app.tar.gz', 'app.zip'])
    expect(names('!app.zip', '*.{zip,txt}')).toEqual(['notes.txt'])
    expect(selectAssets(assets, ['app.zip', 'none*']).unmatched).toEqual(['none*'])
  })

  test.each([[['none']], [['!*']], [['*', '!*']], [[]]])('%j selects nothing, which is an error', (patterns) => {
    expect(refusalOf(() => selectAssets(assets, patterns))).toMatchObject({
      code: 'artifacts-none',
      hint: 'It has app.tar.gz, app.zip, notes.txt.',
    })
  })
})
