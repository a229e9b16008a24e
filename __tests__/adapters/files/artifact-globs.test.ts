import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { findArtifacts, splitArtifactsInput } from '../../../src/adapters/files/artifact-globs.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { codeOf, refusalOf } from '../../support/refusal.ts'

const onWindows = process.platform === 'win32'
const testWithLinks = onWindows ? test.skip : test

const folder = temporaryFolder()
for (const name of ['dist/app.tar.gz', 'dist/app.zip', 'dist/.env', 'dist/sub/deep/lib.zip', 'dist/.cache/x.zip']) {
  folder.write(name)
}
const odd = ['odd/[1].bin', 'odd/a b.bin', "odd/it's.bin", 'odd/-rf.bin', 'odd/ä.bin', 'odd/a,b.bin', 'odd/!not.bin']
for (const name of odd) folder.write(name)
folder.write('-rf.bin')
folder.write('!not.bin')

const find = (...patterns: readonly string[]) => findArtifacts(patterns, { cwd: folder.path })
const native = (...names: readonly string[]) => names.map((name) => join(...name.split('/')))

describe('patterns', () => {
  test('match regular files that are not hidden, and do not descend', () => {
    expect(find('dist/*').paths).toEqual(native('dist/app.tar.gz', 'dist/app.zip'))
  })

  test('descend with **, but not into hidden directories', () => {
    expect(find('dist/**').paths).toEqual(native('dist/app.tar.gz', 'dist/app.zip', 'dist/sub/deep/lib.zip'))
    expect(find('**/*.zip').paths).toEqual(native('dist/app.zip', 'dist/sub/deep/lib.zip'))
  })

  test('descend into a hidden directory that is named', () => {
    expect(find('dist/.cache/*').paths).toEqual(native('dist/.cache/x.zip'))
  })

  test('never match a hidden file, which must be named outright', () => {
    expect(codeOf(() => find('dist/.*'))).toBe('artifacts-none')
    expect(find('dist/.env').paths).toEqual(native('dist/.env'))
  })

  test('have braces and sets', () => {
    expect(find('dist/*.{zip,tar.gz}').paths).toEqual(native('dist/app.tar.gz', 'dist/app.zip'))
    expect(find('dist/app.[z]ip').paths).toEqual(native('dist/app.zip'))
  })

  test('take backslashes for separators', () => {
    expect(find('dist\\*.zip').paths).toEqual(native('dist/app.zip'))
  })

  test('may be absolute, and outside of the working directory', () => {
    expect(find(`${folder.path}/dist/*.zip`).paths).toEqual([folder.at('dist', 'app.zip')])
    const inside = findArtifacts(['../*.zip'], { cwd: folder.at('dist', 'sub') })
    expect(inside.paths).toEqual(native('../app.zip'))
  })

  test('give each file once, sorted, however it was named', () => {
    const { paths } = find('dist/app.zip', './dist/*', 'dist/sub/../app.zip', `${folder.path}/dist/app.zip`)
    expect(paths).toEqual(native('dist/app.tar.gz', 'dist/app.zip'))
  })

  test('that match nothing are told of while others do', () => {
    expect(find('dist/*.zip', 'dist/*.rpm')).toEqual({
      paths: native('dist/app.zip'),
      named: [],
      unmatched: ['dist/*.rpm'],
    })
  })

  test('that all match nothing are refused by name', () => {
    const refusal = refusalOf(() => find('dist/*.rpm', 'dist/*.deb'))
    expect(refusal?.code).toBe('artifacts-none')
    expect(refusal?.message).toContain('dist/*.rpm, dist/*.deb')
    expect(codeOf(() => find())).toBe('artifacts-none')
  })
})

describe('excludes', () => {
  test.each([
    [['dist/*', '!dist/*.zip'], ['dist/app.tar.gz']],
    [['!dist/*.zip', 'dist/*'], ['dist/app.tar.gz']],
    [
      ['dist/**', '!dist/sub'],
      ['dist/app.tar.gz', 'dist/app.zip'],
    ],
    [
      ['dist/**', '!**/deep'],
      ['dist/app.tar.gz', 'dist/app.zip'],
    ],
    [['dist/*', '!./dist/app.zip'], ['dist/app.tar.gz']],
    [['dist/app.zip', 'dist/app.tar.gz', '!dist/app.zip'], ['dist/app.tar.gz']],
    [
      ['odd/*', '!odd/[1].bin', '!odd/[a!]*', '!odd/ä*'],
      ['odd/-rf.bin', "odd/it's.bin"],
    ],
  ])('%j', (patterns, expected) => {
    expect(find(...patterns).paths).toEqual(native(...expected))
  })

  test('may be absolute or lead out of the working directory', () => {
    expect(find('dist/*', `!${folder.path}/dist/*.zip`).paths).toEqual(native('dist/app.tar.gz'))
    const { paths } = findArtifacts(['../*', '!../*.zip'], { cwd: folder.at('dist', 'sub') })
    expect(paths).toEqual(native('../app.tar.gz'))
  })

  test('that leave nothing are refused', () => {
    expect(codeOf(() => find('dist/*', '!dist'))).toBe('artifacts-none')
    expect(codeOf(() => find('!dist/app.zip'))).toBe('artifacts-none')
  })
})

describe('names', () => {
  test.each([...odd, '-rf.bin', '!not.bin'])('%s is that file, whatever it holds', (name) => {
    expect(find(name)).toEqual({ paths: native(name), named: native(name), unmatched: [] })
  })

  testWithLinks('may hold a line break, quotes and a backslash', () => {
    for (const name of ['odd/new\nline', 'odd/"quoted"', 'odd/back\\slash']) {
      folder.write(name)
      expect(find(name).paths).toEqual([name])
    }
  })

  test('are told from what patterns caught', () => {
    expect(find('dist/*', 'dist/app.zip').named).toEqual(native('dist/app.zip'))
  })

  test.each([
    ['dist', 'file-not-regular'],
    ['dist/', 'file-not-regular'],
    ['.', 'file-not-regular'],
    ['dist/none.zip', 'file-not-found'],
    ['dist/app.zip/x', 'file-not-found'],
    ['report (1).pdf', 'file-not-found'],
    ['', 'input-invalid'],
  ])('%j is refused with %s, whatever else was found', (name, code) => {
    expect(codeOf(() => find('dist/*', name))).toBe(code)
  })
})

describe('links and special files', () => {
  testWithLinks('a link to a file is followed, one to a directory is not descended into', () => {
    mkdirSync(folder.at('links'))
    symlinkSync('../dist/app.zip', folder.at('links', 'file'))
    symlinkSync('../dist', folder.at('links', 'directory'))
    expect(find('links/**').paths).toEqual(['links/file'])
  })

  testWithLinks('a loop and a link that leads nowhere are refused unless excluded', () => {
    mkdirSync(folder.at('broken'))
    symlinkSync('loop', folder.at('broken', 'loop'))
    symlinkSync('nowhere', folder.at('broken', 'dangling'))
    folder.write('broken/good')
    expect(codeOf(() => find('broken/l*'))).toBe('file-unreadable')
    expect(codeOf(() => find('broken/loop'))).toBe('file-unreadable')
    expect(codeOf(() => find('broken/d*'))).toBe('file-unreadable')
    expect(codeOf(() => find('broken/dangling'))).toBe('file-not-found')
    expect(find('broken/*', '!broken/loop', '!broken/dangling').paths).toEqual(['broken/good'])
  })

  testWithLinks('a directory that contains itself ends', () => {
    mkdirSync(folder.at('self'))
    symlinkSync('.', folder.at('self', 'again'))
    folder.write('self/file')
    expect(find('self/**').paths).toEqual(['self/file'])
  })

  testWithLinks('a pipe is passed over by a pattern, and refused by name', () => {
    folder.write('pipes/file')
    execFileSync('mkfifo', [folder.at('pipes', 'pipe')])
    expect(find('pipes/*').paths).toEqual(['pipes/file'])
    expect(codeOf(() => find('pipes/pipe'))).toBe('file-not-regular')
  })
})

describe('the input of the action', () => {
  const split = (text: string) => splitArtifactsInput(text, { cwd: folder.path })

  test.each([
    ['dist/*', ['dist/*']],
    ['dist/*.zip\ndist/*.gz\n', ['dist/*.zip', 'dist/*.gz']],
    ['dist/*.zip\r\n  dist/*.gz  \r\n\r\n', ['dist/*.zip', 'dist/*.gz']],
    ['dist/*.zip, dist/*.gz,', ['dist/*.zip', 'dist/*.gz']],
    ['dist/*.{zip,gz},!dist/x', ['dist/*.{zip,gz}', '!dist/x']],
    ['  odd/a,b.bin  ', ['odd/a,b.bin']],
    ['odd/a,b.bin\ndist/a,dist/b', ['odd/a,b.bin', 'dist/a', 'dist/b']],
    ['\n \n', []],
  ])('%j is %j', (text, patterns) => {
    expect(split(text)).toEqual(patterns)
  })

  testWithLinks('that is the name of a file, line break and all, is that file', () => {
    folder.write('odd/two\nlines')
    expect(split('odd/two\nlines')).toEqual(['odd/two\nlines'])
  })
})
