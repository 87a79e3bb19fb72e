import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deliveryFor } from '#modules/delivery/index.js'
import { boxes, type DeliveryApp, deliveryApp, wordsOf } from '#test/support/delivery-app.js'
import { anActionIn } from '#test/support/delivery-office.js'

const answers = (changes: Record<string, string | string[]> = {}) => ({
  ...{ text: 'Two teams were trained.', status: '', reason: '', ...boxes('on', '2025-04-28') },
  ...changes,
})
const updatesIn = async ({ deps, office }: Pick<DeliveryApp, 'deps' | 'office'>) =>
  (await deliveryFor(deps.db, office.planId, deps.today())).actions[0]?.updates ?? []

describe('the page that records an update', () => {
  it('offers today’s date and the open milestones', async () => {
    const { deps, office, sergeant, page, close } = await deliveryApp()
    const { id, milestones } = await anActionIn(deps, office)
    const { $ } = await page(`/staff/actions/${id}/updates/new`, sergeant)
    assert.deepEqual(
      ['day', 'month', 'year'].map((part) => $(`#on-${part}`).val()),
      ['30', '4', '2025'],
    )
    assert.deepEqual(
      $('input[name=completes]')
        .toArray()
        .map((each) => $(each).val()),
      milestones.map((milestone) => milestone.id),
    )
    await close()
  })
  it('records what the force says of its own action', async () => {
    const app = await deliveryApp()
    const { id, milestones } = await anActionIn(app.deps, app.office)
    const form = answers({ completes: milestones[0]?.id ?? '', evidenceTitle: 'Training record', evidenceUrl: '' })
    const { status, to } = await app.send(`/staff/actions/${id}/updates/new`, form, app.sergeant)
    assert.deepEqual([status, to], [303, `/staff/actions/${id}`])
    const [update] = await updatesIn(app)
    assert.deepEqual(
      [update?.on, update?.evidence, update?.completes, update?.publishedAt],
      ['2025-04-28', { title: 'Training record', url: null }, [milestones[0]?.id], null],
    )
    await app.close()
  })
  it('refuses, keeps what was typed, and records nothing when something is wrong', async () => {
    const app = await deliveryApp()
    const { id, milestones } = await anActionIn(app.deps, app.office)
    const all = milestones.map((milestone) => milestone.id)
    const wrong: [Record<string, string | string[]>, string, RegExp][] = [
      [{ text: '' }, '#text', /Enter what was done/],
      [boxes('on', '2025-05-01'), '#on-day', /Date must be today or earlier/],
      [{ completes: all }, '#evidenceTitle', /without it an action cannot be complete/],
      [{ completes: 'forged' }, '#completes', /Select milestones of this action/],
      [{ status: 'behind' }, '#reason', /Enter why the state differs/],
      [{ reason: 'Because' }, '#status', /Select the state that the reason is for/],
      [{ status: 'not-updated' }, '#status', /Select a state from the list/],
      [{ evidenceUrl: 'javascript:alert(1)', evidenceTitle: 'x' }, '#evidenceUrl', /must be a full web address/],
      [{ evidenceUrl: 'https://www.example.org/' }, '#evidenceTitle', /Enter what the evidence is called/],
    ]
    for (const [change, href, message] of wrong) {
      const { status, $ } = await app.send(`/staff/actions/${id}/updates/new`, answers(change), app.officer)
      assert.equal(status, 422)
      assert.equal($('.govuk-error-summary a').attr('href'), href)
      assert.match(wordsOf($('.govuk-error-summary').text()), message)
      assert.equal($('#text').text(), change.text ?? 'Two teams were trained.')
    }
    assert.deepEqual(await updatesIn(app), [])
    await app.close()
  })
  it('answers 403 to a crafted request for another organisation’s action', async () => {
    const app = await deliveryApp()
    const { id } = await anActionIn(app.deps, app.office, { leadId: app.office.councilId })
    const { status } = await app.send(`/staff/actions/${id}/updates/new`, answers(), app.sergeant)
    assert.equal(status, 403)
    assert.deepEqual(await updatesIn(app), [])
    await app.close()
  })
})
