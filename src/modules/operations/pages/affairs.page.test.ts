import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actorOf, testApp } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { beginRun, endRun } from '../actions/run-once.js'

const ADDRESS = '/staff/operations'

describe('the page of how the system is', () => {
  it('says that there is no backup, and how to come by one', async () => {
    const { get } = await testApp()
    const { statusCode, body } = await get(ADDRESS, actorOf('administrator'))
    assert.equal(statusCode, 200)
    assert.match(body, /thing[s]? needs? doing now/)
    assert.match(body, /None has ever been taken/)
    assert.match(body, /BACKUP_AT/)
  })

  it('tells of the last backup and its rehearsal', async () => {
    const { deps, get } = await testApp()
    for (const kind of ['backup', 'rehearsal'] as const) {
      const due = { kind, due: deps.today() }
      assert.ok(await beginRun(deps, SYSTEM, due))
      await endRun(deps, SYSTEM, due, { outcome: 'well', summary: '12 audit entries' })
    }
    const { body } = await get(ADDRESS, actorOf('auditor'))
    assert.match(body, /The last was taken on 30 April 2025/)
    assert.match(body, /restored to a place of its own/)
  })

  it('is not for the force', async () => {
    const { get } = await testApp()
    assert.equal((await get(ADDRESS, actorOf('force'))).statusCode, 403)
  })
})
