import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { actionById, recordUpdate } from '#modules/delivery/index.js'
import { boxes, deliveryApp } from '#test/support/delivery-app.js'
import { aDraft, anActionIn } from '#test/support/delivery-office.js'

describe('the page of milestones', () => {
  it('rewords one, takes one away and adds one, in the order of their days', async () => {
    const { deps, office, officer, page, send, close } = await deliveryApp()
    const { id, milestones } = await anActionIn(deps, office)
    const path = `/staff/actions/${id}/milestones`
    const { $ } = await page(path, officer)
    assert.equal($('#title2').val(), 'All teams trained')
    assert.equal($('input[name^=title]').length, 4)
    const form = {
      ...{ version: '2', id1: milestones[0]?.id ?? '', title1: 'Three teams trained', ...boxes('due1', '2025-05-31') },
      ...{ id2: milestones[1]?.id ?? '', title2: '' },
      ...{ title3: 'Trainer found', ...boxes('due3', '2025-02-28') },
    }
    assert.equal((await send(path, form, officer)).status, 303)
    assert.deepEqual(
      (await actionById(deps.db, id))?.milestones.map(({ title, dueOn }) => [title, dueOn]),
      [
        ['Trainer found', '2025-02-28'],
        ['Three teams trained', '2025-05-31'],
      ],
    )
    await close()
  })
  it('asks for the half that is missing', async () => {
    const { deps, office, officer, send, close } = await deliveryApp()
    const { id } = await anActionIn(deps, office)
    const form = { version: '2', title1: 'No day', ...boxes('due2', '2025-05-31') }
    const { status, $ } = await send(`/staff/actions/${id}/milestones`, form, officer)
    assert.equal(status, 422)
    assert.deepEqual(
      $('.govuk-error-summary a')
        .toArray()
        .map((each) => $(each).attr('href')),
      ['#due1-day', '#title2'],
    )
    await close()
  })
  it('refuses to lose one that an update completed, and one forged', async () => {
    const { deps, office, officer, send, close } = await deliveryApp()
    const { id, milestones } = await anActionIn(deps, office)
    await recordUpdate(deps, officer, { actionId: id, ...aDraft({ completes: [milestones[0]?.id ?? ''] }) })
    const second = {
      version: '2',
      id2: milestones[1]?.id ?? '',
      title2: 'All teams trained',
      ...boxes('due2', '2025-09-30'),
    }
    const lost = await send(`/staff/actions/${id}/milestones`, second, officer)
    assert.equal(lost.status, 422)
    assert.match(lost.$('#title1-error').text(), /“Two teams trained” must stay/)
    const forged = { ...second, id1: 'forged', title1: 'x', ...boxes('due1', '2025-05-31') }
    assert.equal((await send(`/staff/actions/${id}/milestones`, forged, officer)).status, 422)
    await close()
  })
})
