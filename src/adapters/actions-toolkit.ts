/** GitHub's toolkit, loaded as one piece since its packages hold each other. It takes 90 ms. */
export * as core from '@actions/core'
export { exec } from '@actions/exec'
