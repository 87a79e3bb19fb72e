import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actorOf, testApp } from '#test/support/app.js'

const ADDRESS = '/staff/operations/retention/figure-check.document'

describe('the page that decides how long a record is kept', () => {
  it('keeps the decision with its reason and who made it', async () => {
    const { get, post } = await testApp()
    const sent = await post(ADDRESS, { days: '14', reason: 'Officers are away.' }, actorOf('administrator'))
    assert.equal(sent.statusCode, 303)
    const { body } = await get('/staff/operations/retention', actorOf('administrator'))
    assert.match(body, /14 days/)
    assert.match(body, /Officers are away\./)
  })

  it('asks again for what is no number of days, and keeps what was typed', async () => {
    const { post } = await testApp()
    for (const days of ['', '0', 'seven', '4000', '-3', '1.5']) {
      const { statusCode, body } = await post(ADDRESS, { days, reason: 'Kept words' }, actorOf('administrator'))
      assert.equal(statusCode, 422, days)
      assert.match(body, /Enter a number of days/)
      assert.match(body, /Kept words/)
    }
  })

  it('lets nobody decide longer than the program itself keeps it', async () => {
    const { get, post } = await testApp()
    const drafts = '/staff/operations/retention/imports.draft'
    assert.equal((await post(drafts, { days: '8', reason: 'Longer.' }, actorOf('administrator'))).statusCode, 422)
    assert.equal((await post(drafts, { days: '3', reason: 'Shorter.' }, actorOf('administrator'))).statusCode, 303)
    assert.equal((await get('/staff/operations/retention/people.session', actorOf('administrator'))).statusCode, 404)
  })

  it('knows only the kinds of record that there are, and is for administrators', async () => {
    const { get } = await testApp()
    assert.equal((await get('/staff/operations/retention/plans', actorOf('administrator'))).statusCode, 404)
    assert.equal((await get(ADDRESS, actorOf('auditor'))).statusCode, 403)
  })
})
