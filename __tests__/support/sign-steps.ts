import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach } from '@jest/globals'
import { type Scene, setScene } from '../../dev/demo/scene.ts'
import type { StepResult } from '../../dev/runner.ts'
import { builtBundle, step } from './bundle.ts'
import { judgeAnswers } from './github-description.ts'

export type Inputs = Readonly<Record<string, string>>
export type Env = Readonly<Record<string, string | undefined>>

/** Steps of the sign action in one scene; each test has a fresh folder with `app.zip` and `app.txt`. */
export function signSteps() {
  let scene: Scene | undefined
  let count = 0
  let folder = ''
  const theScene = (): Scene => {
    if (scene === undefined) throw new Error('the scene is set before all tests')
    return scene
  }
  const at = (...names: readonly string[]) => join(theScene().workspace, folder, ...names)
  const write = (name: string, content: string | Uint8Array) => writeFileSync(at(name), content)

  beforeAll(async () => {
    scene = await setScene(await builtBundle())
  }, 60_000)
  afterAll(async () => {
    await scene?.close()
    if (scene !== undefined) judgeAnswers(scene.github)
  })
  beforeEach(() => {
    folder = `case-${count++}`
    mkdirSync(at())
    write('app.zip', 'an archive')
    write('app.txt', 'a text')
  })

  return {
    scene: theScene,
    /** Name of the test's folder in the workspace. */
    folder: () => folder,
    at,
    write,
    /** Everything that is in the test's folder. */
    files: () => readdirSync(at(), { recursive: true, encoding: 'utf8' }).sort(),
    /** @param kill ends the process at once */
    sign: (inputs: Inputs = {}, env: Env = {}, kill?: AbortSignal): Promise<StepResult> => {
      const { aws, issuer, github, token, workspace, alias, roleArn } = theScene()
      return step({
        uses: '.',
        workspace,
        token,
        ...(kill === undefined ? {} : { kill }),
        env: { ...aws.anonymousEnvironment, ...issuer.environment, ...github.environment, ...env },
        with: {
          artifacts: `${folder}/app.*`,
          'kms-key-id': alias,
          'certificate-chain': 'chain.pem',
          'root-certificate': 'root.pem',
          'role-to-assume': roleArn,
          'aws-region': aws.region,
          ...inputs,
        },
      })
    },
  }
}
