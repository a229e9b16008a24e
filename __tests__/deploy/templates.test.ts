import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { run } from '../../dev/process.ts'
import { repositoryRoot } from '../../dev/runner.ts'
import { readTemplate } from '../support/cloudformation.ts'
import { describeWith } from '../support/judges.ts'

const templates = ['github-oidc.yaml', 'private-ca.yaml', 'signing-key.yaml']
const documents = globSync(['README.md', 'docs/*.md'], { cwd: repositoryRoot })

test('these are all of them', () => {
  expect(globSync('*', { cwd: join(repositoryRoot, 'deploy') }).sort()).toEqual(templates)
})

describeWith(['cfn-lint'], 'cfn-lint', () => {
  test.each(templates)('finds nothing in %s', async (name) => {
    const { status, stdout } = await run('cfn-lint', ['--include-checks', 'I', '--', join('deploy', name)], {
      cwd: repositoryRoot,
    })
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' })
  })
})

describe('the documents', () => {
  /** Commands that make a stack, each in one line. */
  const commands = documents.flatMap((document) => {
    const text = readFileSync(join(repositoryRoot, document), 'utf8').replace(/\\\n\s*/g, '')
    return [...text.matchAll(/aws cloudformation deploy .*/g)].map(([command]) => ({ document, command }))
  })

  test('make a stack from each template', () => {
    const used = commands.map(({ command }) => /--template-file deploy\/(\S+)/.exec(command)?.[1])
    expect([...new Set(used)].sort()).toEqual(templates)
  })

  test.each(commands)('$document gives a template what it takes: $command', ({ command }) => {
    const [, file = ''] = /--template-file deploy\/(\S+)/.exec(command) ?? []
    const { Parameters } = readTemplate(file)
    const [, given = ''] = /--parameter-overrides (.*)/.exec(command) ?? []
    const values = [...given.matchAll(/(\w+)=('[^']*'|\S+)/g)].map(
      ([, name = '', value = '']) => [name, value.replaceAll("'", '')] as const,
    )
    for (const [name, value] of values) {
      const { AllowedPattern, AllowedValues } = Parameters[name] ?? { AllowedValues: [] }
      if (AllowedPattern !== undefined) expect(value).toMatch(new RegExp(AllowedPattern))
      if (AllowedValues !== undefined) expect(AllowedValues).toContain(value)
    }
    const names = values.map(([name]) => name)
    const missing = Object.entries(Parameters).filter(
      ([name, { Default }]) => Default === undefined && !names.includes(name),
    )
    expect(missing).toEqual([])
    // One that names a role or a policy asks CloudFormation's caller to say that this is meant.
    expect(command).toContain('--capabilities CAPABILITY_NAMED_IAM')
  })

  test('speak of parameters and outputs that there are', () => {
    const known = templates
      .map(readTemplate)
      .flatMap(({ Parameters, Outputs }) => [...Object.keys(Parameters), ...Object.keys(Outputs)])
    const ofAws =
      /^(AdministratorAccess|DryRun|(Attach|Cancel|Create|Describe|Disable|Get|Issue|Put|Schedule|Update)[A-Z]\w*)$/
    const named = ['docs/aws-setup.md', 'docs/identity.md'].flatMap((document) => {
      const text = readFileSync(join(repositoryRoot, document), 'utf8')
      return [...text.matchAll(/`((?:[A-Z][a-z]+){2,})`/g)].map(([, name = '']) => name)
    })
    expect(named.filter((name) => !known.includes(name) && !ofAws.test(name))).toEqual([])
  })
})
