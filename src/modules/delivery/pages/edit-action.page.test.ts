import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actionById } from '#modules/delivery/index.js'
import { boxes, deliveryApp, wordsOf } from '#test/support/delivery-app.js'
import { anActionIn } from '#test/support/delivery-office.js'

const answers = (lead: string, version: string, changes = {}) => ({
  ...{ title: 'Visits within a day', description: 'Sooner.', lead, version },
  ...boxes('startsOn', '2025-01-01'),
  ...boxes('dueOn', '2025-12-31'),
  ...changes,
})

describe('the page that edits an action', () => {
  it('shows what is kept and saves what is changed', async () => {
    const { deps, office, officer, page, send, close } = await deliveryApp()
    const { id } = await anActionIn(deps, office)
    const path = `/staff/actions/${id}/edit`
    const { $ } = await page(path, officer)
    assert.equal($('#title').val(), 'Visits within 48 hours')
    assert.equal($('#lead option[selected]').attr('value'), office.forceId)
    const form = answers(office.councilId, String($('input[name=version]').val()), { partners: office.forceId })
    assert.equal((await send(path, form, officer)).status, 303)
    const saved = await actionById(deps.db, id)
    assert.deepEqual(
      [saved?.title, saved?.leadId, saved?.partnerIds],
      ['Visits within a day', office.councilId, [office.forceId]],
    )
    await close()
  })
  it('says who saved meanwhile and keeps what was typed', async () => {
    const { deps, office, officer, send, close } = await deliveryApp()
    const { id } = await anActionIn(deps, office)
    const path = `/staff/actions/${id}/edit`
    await send(path, answers(office.forceId, '2'), officer)
    const { status, $ } = await send(path, answers(office.forceId, '2', { title: 'My own words' }), officer)
    assert.equal(status, 409)
    assert.equal($('#title').val(), 'My own words')
    assert.match(wordsOf($('.govuk-error-summary').text()), /Test office saved it on 30 April 2025/)
    assert.equal((await actionById(deps.db, id))?.title, 'Visits within a day')
    await close()
  })
  it('refuses a due date before a milestone', async () => {
    const { deps, office, officer, send, close } = await deliveryApp()
    const { id } = await anActionIn(deps, office)
    const form = answers(office.forceId, '2', boxes('dueOn', '2025-06-30'))
    const { status, $ } = await send(`/staff/actions/${id}/edit`, form, officer)
    assert.equal(status, 422)
    assert.match($('#dueOn-error').text(), /“All teams trained”, due 30 September 2025/)
    await close()
  })
})
