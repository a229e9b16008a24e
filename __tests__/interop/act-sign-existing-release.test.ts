// The ready workflow of docs/, as somebody copies it, by a runner that nobody here wrote.
import { copyFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Scene, setScene } from '../../dev/demo/scene.ts'
import { repositoryRoot } from '../../dev/runner.ts'
import { act, committed } from '../support/act.ts'
import { builtBundle, cli } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { contentsOf } from '../support/github.ts'
import { describeWith } from '../support/judges.ts'

const tag = 'v1.2.3'
const workflow = 'sign-existing-release.yml'

describeWith(['act', 'git'], 'the workflow that signs an existing release', () => {
  const folder = temporaryFolder()
  let scene: Scene
  let bundle = ''

  beforeAll(async () => {
    bundle = await builtBundle()
    scene = await setScene(bundle)
    await committed(folder.at('project'), () => {
      const certificates = folder.at('project/.github/release-signing')
      const workflows = folder.at('project/.github/workflows')
      for (const path of [certificates, workflows]) mkdirSync(path, { recursive: true })
      for (const name of ['chain.pem', 'root.pem']) copyFileSync(join(scene.workspace, name), join(certificates, name))
      writeFileSync(join(workflows, workflow), text)
    })
    actionFor(scene)
  }, 60_000)
  afterAll(() => scene.close())

  const text = readFileSync(join(repositoryRoot, 'docs/workflows', workflow), 'utf8')
  const [action = ''] = /OWNER\/kms-release-signing@[0-9a-f]{40}/.exec(text) ?? []

  /** The action; act says where GitHub's API is, and knows one place alone. */
  function actionFor({ github }: Scene): void {
    cpSync(bundle, folder.at('action'), { recursive: true })
    const metadata = readFileSync(folder.at('action/action.yml'), 'utf8')
    folder.write('action/action.yml', metadata.replace('main: dist/index.js', 'main: start.mjs'))
    const api = JSON.stringify(github.apiUrl)
    folder.write('action/start.mjs', `process.env.GITHUB_API_URL = ${api}\nawait import('./dist/index.js')\n`)
  }

  const run = (token: string) => {
    const { issuer, aws, alias, roleArn } = scene
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = issuer.environment
    return act(folder.at('project'), join('.github/workflows', workflow), {
      folder,
      actions: { [action]: folder.at('action') },
      args: [
        ...['--input', `tag=${tag}`, '--secret', `GITHUB_TOKEN=${token}`],
        ...['--var', `KMS_KEY_ID=${alias}`, '--var', `ROLE_TO_ASSUME=${roleArn}`, '--var', `AWS_REGION=${aws.region}`],
        ...['--env', `AWS_ENDPOINT_URL=${aws.url}`],
        ...['--env', `ACTIONS_ID_TOKEN_REQUEST_URL=${url}`, '--env', `ACTIONS_ID_TOKEN_REQUEST_TOKEN=${bearer}`],
      ],
    })
  }

  test('signs what is on the release, once its run can be read, and then it verifies', async () => {
    const { github, token, identity, workspace } = scene
    const release = github.createRelease({ tag, assets: { 'app.zip': 'an archive', 'app.txt': 'a text' } })
    const refused = await run(github.createToken({ permissions: { contents: 'write' } }))
    expect(refused.status).not.toBe(0)
    expect(refused.stdout).toContain('run-unreadable')
    expect(release.assets).toHaveLength(2)

    github.createRun({ id: 1, startedAt: new Date(Date.now() + 60_000) })
    const signed = await run(token)
    const failure = `${signed.stdout}\n${signed.stderr}`.slice(-4_000)
    expect({ status: signed.status, failure: signed.status === 0 ? '' : failure }).toEqual({ status: 0, failure: '' })
    const attestation = `example-project-${tag}.release.sigstore.json`
    expect(Object.keys(contentsOf(release)).sort()).toEqual(
      ['app.txt', 'app.txt.p7s', 'app.zip', 'app.zip.p7s', attestation].sort(),
    )
    const pinned = ['--root-certificate', 'root.pem', '--certificate-identity', identity, '--complete']
    const from = ['--from-repository', 'example/project', '--from-release-tag', tag]
    const verdict = await cli(['verify', ...pinned, ...from], {
      cwd: workspace,
      env: { ...github.environment, GH_TOKEN: token },
    })
    expect(verdict).toMatchObject({ status: 0 })
  }, 400_000)
})
