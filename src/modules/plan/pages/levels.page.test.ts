import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aDraftPlan } from '#test/support/draft-plan.js'
import { levelsOf } from '../data/plan.queries.js'

const office = actorOf('office')

async function draft() {
  const app = await testApp()
  const { planId } = await aDraftPlan(app.deps)
  const levels = () => levelsOf(app.deps.db, planId)
  return { ...app, address: `/staff/plans/${planId}/levels`, levels }
}

describe('the page for levels', () => {
  it('shows the levels and adds one that hangs from another', async () => {
    const { address, get, post, levels } = await draft()
    assert.equal(load((await get(address, office)).body)('tbody tr').length, 2)
    const [theme] = await levels()
    const form = { version: '1', name: 'Aim', plural: 'Aims', parent: theme?.id ?? '', traits: 'tracked' }
    assert.equal((await post(address, form, office)).statusCode, 303)
    const added = (await levels()).at(-1)
    assert.deepEqual(
      [added?.name, added?.parentId, added?.isTracked, added?.holdsActions],
      ['Aim', theme?.id, true, false],
    )
  })

  it('renames the level in its address', async () => {
    const { address, get, post, levels } = await draft()
    const commitment = (await levels())[1]
    const editing = `${address}?level=${commitment?.id}`
    const page = load((await get(editing, office)).body)
    assert.equal(page('#name').val(), 'Commitment')
    assert.equal(page('[name="traits"][checked]').length, 2)
    const form = { version: '1', name: 'Promise', plural: 'Promises', traits: ['tracked', 'actions'] }
    assert.equal((await post(editing, form, office)).statusCode, 303)
    assert.deepEqual((await levels()).map(({ name, id }) => [name, id]).at(1), ['Promise', commitment?.id])
  })

  it('refuses a name twice, a parent that is not there, and a level of no plan', async () => {
    const { address, get, post } = await draft()
    const form = { version: '1', name: 'theme', plural: 'Themes', parent: '' }
    const twice = await post(address, form, office)
    assert.deepEqual([twice.statusCode, load(twice.body)('.govuk-error-summary a').attr('href')], [422, '#name'])
    const forged = await post(address, { ...form, name: 'Other', parent: 'forged' }, office)
    assert.deepEqual([forged.statusCode, load(forged.body)('.govuk-error-summary a').attr('href')], [422, '#parent'])
    assert.equal((await get(`${address}?level=forged`, office)).statusCode, 404)
  })
})
