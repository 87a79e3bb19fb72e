import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { buildWeb } from '#app/application.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { aWatch } from '#test/support/watch.js'

describe('a server that is watched', () => {
  const logged: Readonly<Record<string, unknown>>[] = []
  const watch = { ...aWatch((entry) => logged.push(entry)), logsRequests: true }
  let [app, close]: [FastifyInstance | undefined, () => Promise<void>] = [undefined, async () => {}]
  const get = async (url: string) => {
    assert.ok(app)
    return app.inject({
      url,
      remoteAddress: '198.51.100.7',
      headers: { cookie: 'session=Zk3vQ1bWz9pT0uXy7rLmN4cDfGh' },
    })
  }

  before(async () => {
    const db = await openTestDb()
    close = db.close
    const limits = { isSecure: false, trustsProxy: false, requestsPerMinute: 5 }
    app = await buildWeb(testDeps(db), limits, { ...watch, isDraining: () => watch.isStopping })
  })
  after(async () => {
    await app?.close()
    await close()
  })

  it('says that it lives and that it is ready, however often it is asked', async () => {
    for (let n = 0; n < 10; n += 1) {
      assert.equal((await get('/health/live')).statusCode, 200)
      assert.deepEqual((await get('/health/ready')).json(), { status: 'ready' })
    }
  })

  it('logs the kind of page and never who asked, from where, or what for', async () => {
    logged.length = 0
    await get('/search?q=my.neighbour%40example.org')
    await get('/reports/a-name-that-is-not-there')
    const lines = JSON.stringify(logged)
    assert.match(lines, /"route":"\/search"/)
    for (const secret of ['neighbour', '198.51.100.7', 'Zk3vQ1', 'a-name-that'])
      assert.ok(!lines.includes(secret), secret)
  })

  it('counts answers by the pattern of their address, as OpenMetrics', () => {
    const text = watch.metrics.text([{ name: 'frankpledge_test', help: 'A test.', value: 3 }])
    assert.match(text, /frankpledge_answer_seconds_count\{method="GET",route="\/search",status="2xx"\} 1/)
    assert.match(text, /^frankpledge_test 3$/m)
    assert.ok(text.endsWith('# EOF\n'))
    assert.ok(!text.includes('neighbour'))
  })

  it('says that it is not ready once it was told to stop, and still answers', async () => {
    watch.isStopping = true
    assert.equal((await get('/health/ready')).statusCode, 503)
    assert.equal((await get('/health/live')).statusCode, 200)
  })

  it('says that it is not ready when the register is gone', async () => {
    watch.isStopping = false
    await close()
    assert.equal((await get('/health/ready')).statusCode, 503)
  })
})
