import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aDraftPlan } from '#test/support/draft-plan.js'
import { planTree } from '../data/plan.queries.js'

const office = actorOf('office')

async function draft(key: string) {
  const app = await testApp()
  const plan = await aDraftPlan(app.deps)
  const order = async () => ((await planTree(app.deps.db, plan.planId))?.nodes ?? []).map(({ slug }) => slug)
  return { ...app, ...plan, address: `/staff/plans/nodes/${plan.idOf(key)}/move`, order }
}

describe('the page that moves a part', () => {
  it('says where it stands and offers only parents that fit', async () => {
    const { address, get, idOf } = await draft('patrols')
    const page = load((await get(address, office)).body)
    assert.match(page('main').text(), /place 1 of 2/)
    const offered = page('#parent option')
      .map((_index, each) => String(load(each)('option').val() ?? each.attribs.value))
      .get()
    assert.deepEqual(offered, [idOf('streets'), idOf('fairness')])
  })

  it('moves it under another parent, last when no place is given', async () => {
    const { address, post, idOf, order } = await draft('patrols')
    assert.equal((await post(address, { version: '1', parent: idOf('fairness'), place: '' }, office)).statusCode, 303)
    assert.deepEqual((await order()).slice(1), [
      'ask-for-better-lighting',
      'fair-policing',
      'open-stop-and-search-to-view',
      'patrol-the-worst-streets',
    ])
  })

  it('refuses a place that is not there, a parent that does not fit, and one that was made up', async () => {
    const { address, post, idOf, order } = await draft('patrols')
    const before = await order()
    const refused = async (parent: string, place: string) => {
      const answer = await post(address, { version: '1', parent, place }, office)
      return [answer.statusCode, load(answer.body)('.govuk-error-summary a').attr('href')]
    }
    for (const place of ['0', '3', 'x', '1.5']) assert.deepEqual(await refused(idOf('streets'), place), [422, '#place'])
    assert.deepEqual(await refused(idOf('lighting'), '1'), [422, '#parent'])
    assert.deepEqual(await refused('forged', '1'), [422, '#parent'])
    assert.deepEqual(await order(), before)
  })

  it('does not ask where to put a theme, only at which place', async () => {
    const { address, get, post, order } = await draft('fairness')
    assert.equal(load((await get(address, office)).body)('#parent').length, 0)
    assert.equal((await post(address, { version: '1', parent: '', place: '1' }, office)).statusCode, 303)
    assert.equal((await order())[0], 'fair-policing')
  })
})
