import { describe, expect, test } from '@jest/globals'
import { checkNamesApart, githubAssetName } from '../../src/core/artifact-name.ts'

describe('githubAssetName', () => {
  test.each([
    ['app.tar.gz', 'app.tar.gz'],
    ['app_1.0-x86+sse@2', 'app_1.0-x86+sse@2'],
    ['my app (1).zip', 'my.app.1.zip'],
    ['a  b', 'a.b'],
    ['a..b', 'a.b'],
    ['.hidden', 'default.hidden'],
    ['.hidden.yml', 'default.hidden.yml'],
    ['trailing.', 'default.trailing'],
    ['Größe.txt', 'Gro.e.txt'],
    ['日本.zip', 'default.zip'],
    // As most systems write it, and as macOS does.
    ['caf\u00e9.zip', 'cafe.zip'],
    ['cafe\u0301.zip', 'cafe.zip'],
    ['README', 'README'],
  ])('%s becomes %s', (name, expected) => {
    expect(githubAssetName(name)).toBe(expected)
  })

  test('a name that was given once stays', () => {
    for (const name of ['my app.zip', '.hidden', 'a[1]"b"', 'é.txt']) {
      expect(githubAssetName(githubAssetName(name))).toBe(githubAssetName(name))
    }
  })
})

describe('checkNamesApart', () => {
  test.each([
    [['a b', 'a.b']],
    [['README', 'readme']],
    [['a', 'c', 'a']],
    [['日本.zip', '中国.zip']],
    [['\u00e9.txt', 'e\u0301.txt']],
  ])('refuses %j', (names) => {
    expect(() => checkNamesApart(names)).toThrow(expect.objectContaining({ code: 'names-collide' }))
  })

  test('takes names that stay apart', () => {
    expect(() => checkNamesApart(['a', 'b', 'a.b', 'a-b', 'a_b'])).not.toThrow()
  })
})
