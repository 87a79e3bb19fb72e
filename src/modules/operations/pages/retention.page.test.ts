import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actorOf, testApp } from '#test/support/app.js'

const ADDRESS = '/staff/operations/retention'

describe('the page of how long records are kept', () => {
  it('says what is kept for how long, what is kept for ever, and why', async () => {
    const { get } = await testApp()
    const { body } = await get(ADDRESS, actorOf('administrator'))
    assert.match(body, /Files of figures that nobody said yes to/)
    assert.match(body, /7 days/)
    assert.match(body, /Kept for ever/)
    assert.match(body, /retention\/imports\.draft/)
    assert.doesNotMatch(body, /retention\/people\.session/)
  })

  it('shows an auditor the rules and no way to change them', async () => {
    const { get } = await testApp()
    assert.doesNotMatch((await get(ADDRESS, actorOf('auditor'))).body, /retention\/imports/)
  })

  it('is not for a partner', async () => {
    const { get } = await testApp()
    assert.equal((await get(ADDRESS, actorOf('partner'))).statusCode, 403)
  })
})
