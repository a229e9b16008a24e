#!/usr/bin/env node
// With arguments the command line, whatever the environment; without any, the action.
const args = process.argv.slice(2)
if (args.length > 0 || process.env.GITHUB_ACTIONS !== 'true') {
  const { main } = await import('./cli/main.ts')
  process.exitCode = await main(args, process)
} else {
  const { main } = await import('./action/main.ts')
  process.exitCode = await main(process)
}
