import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { publishedDelivery, recordUpdate } from '#modules/delivery/index.js'
import { deliveryApp, wordsOf } from '#test/support/delivery-app.js'
import { aDraft, anActionIn } from '#test/support/delivery-office.js'

describe('the page that publishes', () => {
  it('shows all that waits, ticked, and publishes what stays ticked', async () => {
    const { deps, office, officer, page, send, close } = await deliveryApp()
    const { id } = await anActionIn(deps, office)
    const other = await anActionIn(deps, office, { title: 'Without a word' })
    const keep = await recordUpdate(deps, officer, { actionId: id, ...aDraft({ text: 'First word.' }) })
    await recordUpdate(deps, officer, { actionId: id, ...aDraft({ text: 'Second word.' }) })
    const { $ } = await page('/staff/publish', officer)
    assert.equal($('h1').text(), 'Two updates wait to be published')
    assert.equal($('input[name=updates][checked]').length, 2)
    assert.deepEqual(
      $('input[name=actions]')
        .toArray()
        .map((each) => $(each).val()),
      [other.id],
    )
    assert.match(wordsOf($('main').text()), /First word\. The action itself becomes public with it\./)
    const { status } = await send('/staff/publish', { updates: keep.ok ? keep.value.id : '' }, officer)
    assert.equal(status, 303)
    const { actions } = await publishedDelivery(deps.db, office.planId, deps.today())
    assert.deepEqual(
      actions.map((each) => each.updates.map(({ text }) => text)),
      [['First word.']],
    )
    await close()
  })
  it('asks what to publish when nothing is ticked', async () => {
    const { deps, office, officer, send, close } = await deliveryApp()
    await anActionIn(deps, office)
    const { status, $ } = await send('/staff/publish', {}, officer)
    assert.equal(status, 422)
    assert.equal($('.govuk-error-summary a').attr('href'), '#actions')
    await close()
  })
  it('says so when nothing waits', async () => {
    const { officer, page, close } = await deliveryApp()
    assert.match((await page('/staff/publish', officer)).$('main').text(), /Nothing waits to be published/)
    await close()
  })
  it('publishes nothing for a forged id, nor for the force', async () => {
    const { deps, office, officer, sergeant, send, close } = await deliveryApp()
    const { id } = await anActionIn(deps, office)
    assert.equal((await send('/staff/publish', { updates: 'forged', actions: id }, officer)).status, 404)
    assert.equal((await send('/staff/publish', { actions: id }, sergeant)).status, 403)
    assert.equal((await publishedDelivery(deps.db, office.planId, deps.today())).actions.length, 0)
    await close()
  })
})
