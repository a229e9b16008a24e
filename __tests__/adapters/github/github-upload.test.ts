import { createHash } from 'node:crypto'
import { truncateSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, test } from '@jest/globals'
import { createReleaseHost } from '../../../src/adapters/github/github-release.ts'
import { systemTimers } from '../../../src/adapters/waiting/timers.ts'
import { temporaryFolder } from '../../support/folder.ts'

const folder = temporaryFolder()
const size = 256 * 2 ** 20

/** Takes uploads, keeps nothing of them, and looks at the memory of this process meanwhile. */
const server = createServer((request, response) => {
  const hash = createHash('sha256')
  let received = 0
  request.on('data', (bytes: Buffer) => {
    hash.update(bytes)
    received += bytes.length
    peak = Math.max(peak, process.memoryUsage().arrayBuffers)
  })
  request.on('end', () => {
    const [created_at, updated_at] = ['2026-11-20T12:00:00Z', '2026-11-20T12:00:00Z']
    const digest = `sha256:${hash.digest('hex')}`
    const asset = { id: 1, name: 'large.bin', size: received, state: 'uploaded', digest, created_at, updated_at }
    response.writeHead(201, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ...asset, uploader: null, browser_download_url: '' }))
  })
})
let peak = 0
afterAll(() => {
  server.close()
})

test('a large file is never held in memory', async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const path = folder.write('large.bin')
  truncateSync(path, 0)
  truncateSync(path, size)
  const hash = createHash('sha256')
  const zeros = Buffer.alloc(2 ** 20)
  for (let i = 0; i < size / zeros.length; i++) hash.update(zeros)
  const host = createReleaseHost({
    repository: 'example/project',
    apiUrl,
    token: 'token',
    fetch,
    timers: systemTimers,
    clock: () => new Date(),
  })
  const release = {
    ...{ id: 1, tag: 'v1', url: '', uploadUrl: `${apiUrl}/assets`, targetCommitish: 'main' },
    ...{ draft: true, prerelease: false, immutable: false },
  }
  const before = process.memoryUsage().arrayBuffers
  await host.upload(release, { name: 'large.bin', size, sha256: hash.digest('hex'), content: path })
  expect(peak - before).toBeLessThan(size / 2)
})
