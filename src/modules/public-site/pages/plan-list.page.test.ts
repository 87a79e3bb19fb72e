import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { createPlan } from '#modules/plan/index.js'
import { SYSTEM } from '#test/support/app.js'
import { PLAN, publicSite } from '#test/support/public-site.js'

describe('the list of plans', () => {
  const { see, there } = publicSite()

  it('shows each published plan with its planning period and newest version', async () => {
    const { $ } = await see('/plans')
    const row = $('tbody tr').text()
    assert.equal($('tbody a').first().attr('href'), PLAN)
    assert.match(row, /1 September 2024 to 31 March 2029/)
    assert.match(row, /In force/)
    assert.match(row, /Version 1, 30 April 2025/)
  })

  it('does not show a plan that is only a draft', async () => {
    const { deps, office } = there()
    const created = await createPlan(deps, SYSTEM, {
      bodyId: office.bodyId,
      title: 'The next plan',
      vision: '',
      electionOn: isoDate('2028-05-04'),
      nextElectionOn: isoDate('2032-05-06'),
      startsOn: isoDate('2028-09-01'),
    })
    assert.ok(created.ok)
    assert.doesNotMatch((await see('/plans')).html, /The next plan/)
  })
})

describe('the list of plans of a register with nothing in it', () => {
  const { see } = publicSite({ isEmpty: true })

  it('says so', async () => {
    assert.match((await see('/plans')).text, /No plan has been published yet/)
  })
})
