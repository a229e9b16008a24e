import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { run } from '../../dev/process.ts'
import { repositoryRoot } from '../../dev/runner.ts'
import { builtBundle } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'

const folder = temporaryFolder()

const demo = (root: string) => run(process.execPath, [join(repositoryRoot, 'dev', 'demo.ts'), root])

test('all is as it should be', async () => {
  const { status, stdout, stderr } = await demo(await builtBundle())
  expect(stderr).toBe('')
  expect(status).toBe(0)
  expect(stdout).toMatch(/\nAll of this came out as it should, .*\nNext: .*\n$/)
  expect(stdout).toContain('digest-mismatch')
})

test('a program that says yes and does nothing is found out', async () => {
  folder.write('action.yml', readFileSync(join(repositoryRoot, 'action.yml')))
  folder.write(join('dist', 'index.js'), 'process.exitCode = 0\n')
  const { status, stdout, stderr } = await demo(folder.path)
  expect(status).toBe(1)
  expect(stdout).not.toContain('All of this came out as it should')
  expect(stderr).toContain('this was told, and is not so: every artifact has a sidecar')
})
