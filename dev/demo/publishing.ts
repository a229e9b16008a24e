import { createHash } from 'node:crypto'
import { runStep } from '../runner.ts'
import { type Chapter, failureOf, signInputs, yaml } from './chapters.ts'
import type { Scene } from './scene.ts'

const tag = 'v1.0.0'

export const publishing: Chapter = async (story, scene) => {
  const { github, aws } = scene
  story.heading('The same release on GitHub: never half done')
  story.say('GitHub Releases is a stand-in on this machine, too. A draft is there, as the build left it:')
  story.command(`gh release create ${tag} --draft --verify-tag --generate-notes`)
  github.repository().immutableReleases = true
  const release = github.createRelease({ tag })
  story.say('One step signs, uploads, reads everything back, and only then makes it public:')
  const inputs = { ...signInputs(scene), upload: 'true', 'upload-artifacts': 'true', publish: 'true' }
  story.command(yaml('./', inputs))
  github.faults.add({
    operation: 'repos/upload-release-asset',
    after: 1,
    times: 1,
    fault: { kind: 'bad-gateway', leaves: 'starter' },
  })
  const step = await run(scene, inputs)
  story.output(step.log)
  story.check(
    'the step succeeded, though GitHub failed once in the middle',
    step.outcome === 'success',
    failureOf(step),
  )
  story.check('the release is public and can no longer be changed', !release.draft && release.immutable)
  const assets: readonly { readonly name: string; readonly sha256: string }[] = JSON.parse(step.outputs.assets ?? '[]')
  const digests = new Map(
    release.assets.map(({ name, bytes }) => [name, createHash('sha256').update(bytes).digest('hex')]),
  )
  story.check(
    `its ${digests.size} files are those of the output assets, digest for digest`,
    digests.size === assets.length && assets.every(({ name, sha256 }) => digests.get(name) === sha256),
  )
  story.check('the attestation came last', release.assets.at(-1)?.name.endsWith('.release.sigstore.json') === true)

  story.say('The job is run again, because something after it failed:')
  const before = JSON.stringify(release.assets.map(({ id }) => id))
  const again = await run(scene, inputs)
  story.check('it succeeds', again.outcome === 'success', failureOf(again))
  story.check('and leaves the release as it was', JSON.stringify(release.assets.map(({ id }) => id)) === before)

  story.say('A late file is refused before anything is signed:')
  const signatures = aws.signCalls().length
  const late = await run(scene, { ...inputs, artifacts: 'release/*\nroot.pem', 'output-directory': 'late' })
  story.output(late.annotations.map(({ level, message }) => `${level}: ${message}`).join('\n'))
  story.check('the step fails, and says why', failureOf(late).includes('release-immutable'))
  story.check('nothing was signed', aws.signCalls().length === signatures)
}

const run = ({ aws, issuer, github, token, root, workspace }: Scene, inputs: Readonly<Record<string, string>>) =>
  runStep({
    root,
    uses: '.',
    with: inputs,
    workspace,
    token,
    env: { ...aws.anonymousEnvironment, ...issuer.environment, ...github.environment, AWS_REGION: undefined },
  })
