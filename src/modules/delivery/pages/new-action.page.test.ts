import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deliveryFor } from '#modules/delivery/index.js'
import { boxes, deliveryApp, wordsOf } from '#test/support/delivery-app.js'

const PATH = '/staff/actions/new'
const answers = (node: string, lead: string) => ({
  ...{ node, title: 'Talk in schools', description: 'A talk in every school.', lead },
  ...boxes('startsOn', '2025-05-01'),
  ...boxes('dueOn', '2026-03-31'),
})

describe('the page that adds an action', () => {
  it('adds it and goes on to its milestones', async () => {
    const { deps, office, officer, send, close } = await deliveryApp()
    const { status, to } = await send(PATH, answers(office.youthId, office.forceId), officer)
    const [picture] = (await deliveryFor(deps.db, office.planId, deps.today())).actions
    assert.equal(status, 303)
    assert.equal(to, `/staff/actions/${picture?.action.id}/milestones`)
    assert.equal(picture?.action.nodeId, office.youthId)
    await close()
  })
  it('offers the parts of the plan that hold actions, with the asked one chosen', async () => {
    const { office, officer, page, close } = await deliveryApp()
    const { $ } = await page(`${PATH}?node=${office.youthId}`, officer)
    assert.deepEqual(
      $('#node option')
        .toArray()
        .map((each) => $(each).text()),
      ['Choose one', 'Crime prevention: Visit repeat victims', 'Crime prevention: Work with young people'],
    )
    assert.equal($('#node option[selected]').attr('value'), office.youthId)
    await close()
  })
  it('keeps what was typed when something is missing', async () => {
    const { office, officer, send, close } = await deliveryApp()
    const { status, $ } = await send(
      PATH,
      { ...answers(office.youthId, ''), title: '', 'dueOn-day': '31', 'dueOn-month': '2' },
      officer,
    )
    assert.equal(status, 422)
    assert.equal($('#description').text(), 'A talk in every school.')
    assert.deepEqual(
      $('.govuk-error-summary a')
        .toArray()
        .map((each) => wordsOf($(each).text())),
      ['Enter what the action is called', 'Due date must be a real date'],
    )
    await close()
  })
  it('refuses a forged place and a forged organisation, and adds nothing', async () => {
    const { deps, office, officer, send, close } = await deliveryApp()
    assert.equal((await send(PATH, answers('forged', ''), officer)).status, 422)
    assert.equal((await send(PATH, answers(office.youthId, 'forged'), officer)).status, 422)
    assert.equal((await deliveryFor(deps.db, office.planId, deps.today())).actions.length, 0)
    await close()
  })
  it('is not for the force', async () => {
    const { sergeant, page, close } = await deliveryApp()
    assert.equal((await page(PATH, sergeant)).status, 403)
    await close()
  })
})
