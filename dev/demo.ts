// `npm run demo`: the main job from end to end, on this machine alone. Ends with 0 only if all is as told.
// `node dev/demo.ts FOLDER` takes action.yml, verify/ and dist/ from there.
import { leavingOut, signing, stranger, tampering, theKey, verifying, withoutUs } from './demo/chapters.ts'
import { publishing } from './demo/publishing.ts'
import { setScene } from './demo/scene.ts'
import { createStory, DemoFailure } from './demo/story.ts'
import { repositoryRoot, requireBundle } from './runner.ts'

const chapters = [theKey, signing, verifying, withoutUs, publishing, leavingOut, tampering, stranger]

async function tell(root: string | undefined): Promise<void> {
  const story = createStory((text) => process.stdout.write(text))
  if (root === undefined) requireBundle()
  const scene = await setScene(root ?? repositoryRoot)
  try {
    story.title('kms-release-signing: a release, from the key to the refusal')
    for (const chapter of chapters) await chapter(story, scene)
    story.say('\nAll of this was as told.')
  } finally {
    await scene.close()
  }
}

try {
  await tell(process.argv[2])
} catch (error) {
  const problem = error instanceof DemoFailure || !(error instanceof Error) ? String(error) : error.message
  process.stderr.write(`\nThe demo failed: ${problem.replace(/^Error: /, '')}\n`)
  process.exitCode = 1
}
