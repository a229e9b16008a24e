/** GitHub's client and the plugins that keep it within the limits, loaded as one piece since they hold each other. */
export { Octokit } from '@octokit/core'
export { retry } from '@octokit/plugin-retry'
export { throttling } from '@octokit/plugin-throttling'
