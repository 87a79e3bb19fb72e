import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aBodyWithPartners } from '#test/support/body.js'
import { anAccount } from '#test/support/people.js'

describe('the list of people', () => {
  it('shows who can sign in, in which role and for whom', async () => {
    const { deps, get } = await testApp()
    const { councilId } = await aBodyWithPartners(deps)
    const account = await anAccount(deps, { roles: ['partner'], organisationId: councilId })
    const page = load((await get('/staff/people', actorOf('office'))).body)
    const row = page('main tbody tr').text()
    for (const words of ['Policy officer', 'policy@wessex.example', 'Partner', 'Melchester Council']) {
      assert.ok(row.includes(words), words)
    }
    assert.equal(page('main tbody a').attr('href'), `/staff/people/${account.id}`)
  })

  it('lets the auditor read and not change, and nobody else in', async () => {
    const { deps, get } = await testApp()
    await anAccount(deps)
    const answer = await get('/staff/people', actorOf('auditor'))
    assert.equal(answer.statusCode, 200)
    assert.equal(load(answer.body)('main a').length, 0)
    for (const role of ['force', 'partner', 'panel', 'visitor'] as const) {
      assert.equal((await get('/staff/people', actorOf(role))).statusCode, 403, role)
    }
  })
})
