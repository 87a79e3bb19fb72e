import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { type PrivateStore, startStore } from '#test/support/s3.js'
import { configFrom } from '../config.js'
import { Unavailable } from '../errors.js'
import { openStore } from './open-store.js'
import { sha256Of } from './sha256.js'

describe('a store of files', () => {
  let place: PrivateStore
  before(async () => {
    place = await startStore()
  })
  after(() => place.stop())

  const store = (change: Record<string, string> = {}) => {
    const opened = openStore(configFrom({ ...place.settings, ...change }).filesPlace)
    assert.ok(opened)
    return opened
  }
  const bytes = new Uint8Array(Array.from({ length: 70_000 }, (_, index) => (index * 7) % 256))
  const sha256 = sha256Of(bytes)

  it('gives back byte for byte what was put there, under its fingerprint', async () => {
    await store().put(sha256, bytes)
    assert.deepEqual(await store().get(sha256, bytes.length), bytes)
    assert.equal(place.objects(sha256).length, 1)
  })

  it('keeps what is there already, and puts anew what was damaged', async () => {
    const [object = ''] = place.objects(sha256)
    writeFileSync(object, 'damaged')
    await assert.rejects(store().get(sha256, bytes.length), /is not what was put there: its SHA-256 differs/)
    await store().put(sha256, bytes)
    assert.deepEqual(await store().get(sha256, bytes.length), bytes)
  })

  it('takes an empty file, and one with a name that no other has', async () => {
    const empty = new Uint8Array()
    await store().put(sha256Of(empty), empty)
    assert.deepEqual(await store().get(sha256Of(empty), 0), empty)
  })

  it('says that a file is missing, and never gives another', async () => {
    await assert.rejects(store().get('0'.repeat(64), 1), (problem: Error) => {
      assert.ok(problem instanceof Unavailable)
      assert.match(problem.message, /The file 0{64} is not in the bucket office at 127\.0\.0\.1/)
      return true
    })
  })

  it('is told well only when it answers and lets us in', async () => {
    assert.equal(await store().problem(), undefined)
    assert.match((await store({ FILES_S3_BUCKET: 'elsewhere' }).problem()) ?? '', /there is no such bucket/)
  })

  it('says that it was refused, with no key in the message', async () => {
    const secretFile = place.settings.FILES_S3_SECRET_FILE ?? ''
    const wrong = `${secretFile}-wrong`
    writeFileSync(wrong, 'not-the-secret-key')
    const refused = store({ FILES_S3_SECRET_FILE: wrong })
    await assert.rejects(refused.put('1'.repeat(64), bytes), (problem: Error) => {
      assert.match(problem.message, /it refuses us: check the keys/)
      assert.doesNotMatch(problem.message, /not-the-secret-key|S3RVER/)
      return true
    })
    assert.match((await refused.problem()) ?? '', /it refuses us/)
  })

  it('follows no answer to another address', async () => {
    let visits = 0
    const other = createServer((_request, response) => {
      visits += 1
      response.writeHead(200).end()
    })
    const first = createServer((_request, response) => {
      const address = other.address()
      const port = typeof address === 'object' ? address?.port : 0
      response.writeHead(307, { location: `http://127.0.0.1:${port}/inner` }).end()
    })
    for (const server of [other, first]) await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = first.address()
    const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    await assert.rejects(store({ FILES_S3_ENDPOINT: endpoint }).get(sha256, 1), /it answered 307/)
    assert.equal(visits, 0)
    for (const server of [other, first]) server.close()
  })

  it('reads no more of an answer than the file is long', async () => {
    const endless = createServer((_request, response) => {
      response.writeHead(200)
      const more = () => {
        while (response.write(Buffer.alloc(65_536)));
      }
      response.on('drain', more)
      more()
    })
    await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve))
    const address = endless.address()
    const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
    await assert.rejects(store({ FILES_S3_ENDPOINT: endpoint }).get(sha256, 10), /its SHA-256 differs/)
    endless.closeAllConnections()
    endless.close()
  })

  it('asks again while it is away, and then says that it cannot be reached', async () => {
    await place.kill()
    const back = new Promise<void>((resolve) => setTimeout(() => place.start().then(resolve), 300))
    assert.deepEqual(await store().get(sha256, bytes.length), bytes)
    await back
    await place.kill()
    await assert.rejects(store().get(sha256, bytes.length), /at the moment: it cannot be reached \(ECONNREFUSED\)/)
    assert.match((await store().problem()) ?? '', /cannot be reached/)
    await place.start()
  })
})
