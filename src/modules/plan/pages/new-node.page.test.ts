import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aDraftPlan } from '#test/support/draft-plan.js'
import { levelsOf, planTree } from '../data/plan.queries.js'

const office = actorOf('office')

async function draft() {
  const app = await testApp()
  const plan = await aDraftPlan(app.deps)
  const [theme, commitment] = await levelsOf(app.deps.db, plan.planId)
  const address = (levelId = '', parent = '') =>
    `/staff/plans/${plan.planId}/nodes/new?level=${levelId}&parent=${parent}`
  const nodes = async () => (await planTree(app.deps.db, plan.planId))?.nodes ?? []
  return { ...app, ...plan, theme: theme?.id, commitment: commitment?.id, address, nodes }
}

describe('the page that adds a part', () => {
  it('adds it under its parent, with its lead and those who support it', async () => {
    const { address, commitment, idOf, forceId, councilId, get, post, nodes, planId } = await draft()
    const here = address(commitment, idOf('fairness'))
    assert.match(load((await get(here, office)).body)('main').text(), /last under Fair policing/)
    const form = { title: 'Wear cameras', text: 'All of us.', lead: forceId, support2: councilId, part2: 'Watches' }
    const answer = await post(here, form, office)
    const added = (await nodes()).at(-1)
    assert.equal(answer.headers.location, `/staff/plans/${planId}#part-${added?.id}`)
    assert.deepEqual([added?.title, added?.parentId], ['Wear cameras', idOf('fairness')])
    assert.deepEqual(
      added?.bodies.map(({ organisationId, part }) => [organisationId, part]),
      [
        [forceId, ''],
        [councilId, 'Watches'],
      ],
    )
  })

  it('asks for a title, and for the body that does what was typed', async () => {
    const { address, theme, post, nodes } = await draft()
    const missing = await post(address(theme), { title: '' }, office)
    assert.equal(load(missing.body)('.govuk-error-summary a').attr('href'), '#title')
    const orphan = await post(address(theme), { title: 'T', part3: 'Helps' }, office)
    assert.deepEqual([orphan.statusCode, load(orphan.body)('.govuk-error-summary a').attr('href')], [422, '#support3'])
    assert.equal((await nodes()).length, 5)
  })

  it('refuses a body that leads and supports at once, beside its last mention', async () => {
    const { address, theme, forceId, post } = await draft()
    const answer = await post(address(theme), { title: 'T', lead: forceId, support1: forceId }, office)
    assert.deepEqual(
      [answer.statusCode, load(answer.body)('#support1-error').text()],
      [422, 'Error: This body is named twice: it leads or it supports'],
    )
  })

  it('is not there for a level or a parent that does not fit', async () => {
    const { address, theme, commitment, idOf, get } = await draft()
    assert.equal((await get(address(commitment), office)).statusCode, 404)
    assert.equal((await get(address(theme, idOf('streets')), office)).statusCode, 404)
    assert.equal((await get(address('forged'), office)).statusCode, 404)
  })
})
