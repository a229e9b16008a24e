// `npm run demo`: the main job from end to end, on this machine alone. Ends with 0 only if all comes out as it should.
// `npm run demo -- identity`: what comes before it, from nothing to a signing identity.
// A FOLDER behind takes action.yml, verify/ and dist/ from there.
import { leavingOut, signing, stranger, tampering, theKey, verifying, withoutUs } from './demo/chapters.ts'
import { caInKms, setIdentityScene } from './demo/identity.ts'
import { privateCa } from './demo/identity-private-ca.ts'
import { publishing } from './demo/publishing.ts'
import { setScene } from './demo/scene.ts'
import { createStory, DemoFailure, type Story } from './demo/story.ts'
import { repositoryRoot, requireBundle } from './runner.ts'

const chapters = [theKey, signing, verifying, withoutUs, publishing, leavingOut, tampering, stranger]
const identityChapters = [...caInKms, privateCa]

/** Sets the scene, tells the chapters, and clears up. */
async function tell<Scene extends { close(): Promise<void> }>(
  title: string,
  setting: Promise<Scene>,
  chapters: readonly ((story: Story, scene: Scene) => Promise<void>)[],
  next: string,
): Promise<void> {
  const scene = await setting
  try {
    const story = createStory((text) => process.stdout.write(text))
    story.title(title)
    for (const chapter of chapters) await chapter(story, scene)
    story.say(`\nAll of this came out as it should, and everything made for it is gone again.\n${next}`)
  } finally {
    await scene.close()
  }
}

try {
  const args = process.argv.slice(2)
  const isIdentity = args[0] === 'identity'
  const folder = isIdentity ? args[1] : args[0]
  if (folder === undefined) requireBundle()
  const root = folder ?? repositoryRoot
  if (isIdentity) {
    await tell(
      'kms-release-signing: from nothing to a signing identity',
      setIdentityScene(root),
      identityChapters,
      'The same with an AWS account: docs/identity.md.',
    )
  } else {
    await tell(
      'kms-release-signing: a release, from the key to the refusal',
      setScene(root),
      chapters,
      'Next: npm run demo -- identity; then docs/aws-setup.md.',
    )
  }
} catch (error) {
  const problem = error instanceof DemoFailure || !(error instanceof Error) ? String(error) : error.message
  process.stderr.write(`\nThe demo failed: ${problem.replace(/^Error: /, '')}\n`)
  process.exitCode = 1
}
