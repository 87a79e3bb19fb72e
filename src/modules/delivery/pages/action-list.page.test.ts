import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actorOf } from '#test/support/app.js'
import { deliveryApp, wordsOf } from '#test/support/delivery-app.js'
import { anActionIn } from '#test/support/delivery-office.js'

describe('the list of actions', () => {
  it('puts what needs attention first and counts ownership and silence', async () => {
    const { deps, office, officer, page, close } = await deliveryApp()
    await anActionIn(deps, office)
    await anActionIn(deps, office, { title: 'Nobody’s action', leadId: null })
    const { $ } = await page('/staff/actions', officer)
    assert.equal($('.lede').text(), '1 of 2 actions has an owner. 0 were updated in time.')
    assert.deepEqual(
      $('h2')
        .toArray()
        .map((each) => $(each).text()),
      ['Without an owner (1)', 'Not updated in time (1)'],
    )
    await close()
  })
  it('shows only those of a theme, of a state, or our own when asked', async () => {
    const { deps, office, page, close } = await deliveryApp()
    const officer = actorOf('office')
    await anActionIn(deps, office)
    await anActionIn(deps, office, { leadId: office.councilId, partnerIds: [office.officeId] })
    for (const [asked, count] of [
      [`theme=${office.themeId}`, 2],
      [`theme=${office.youthId}`, 0],
      ['state=behind', 2],
      ['state=complete', 0],
      ['mine=yes', 1],
      ['state=nonsense', 2],
    ] as const) {
      const { $ } = await page(`/staff/actions?${asked}`, officer)
      assert.equal($('tbody tr').length, count, asked)
    }
    await close()
  })
  it('shows a force only what it leads or supports, and lets it add none', async () => {
    const { deps, office, sergeant, page, close } = await deliveryApp()
    const own = await anActionIn(deps, office)
    await anActionIn(deps, office, { title: 'The council’s own', leadId: office.councilId })
    const { $ } = await page('/staff/actions', sergeant)
    assert.deepEqual(
      $('tbody a')
        .toArray()
        .map((each) => $(each).attr('href')),
      [`/staff/actions/${own.id}`],
    )
    assert.equal($('a[href^="/staff/actions/new"]').length, 0)
    assert.equal(wordsOf($('.lede').text()), '1 of 1 action has an owner. 0 were updated in time.')
    await close()
  })
  it('is not for the panel', async () => {
    const { page, close } = await deliveryApp()
    assert.equal((await page('/staff/actions', actorOf('panel'))).status, 403)
    await close()
  })
})
