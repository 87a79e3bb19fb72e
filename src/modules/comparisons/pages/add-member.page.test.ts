import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aGroup } from '#test/support/comparisons.js'
import { membersOf } from '../data/comparisons.queries.js'

const office = actorOf('office')

async function aGroupToFill() {
  const { deps, get, post } = await testApp()
  const group = await aGroup(deps, ['Kent'])
  const members = async () => (await membersOf(deps.db, group.id)).map(({ areaName }) => areaName)
  return { get, post, members, address: `/staff/comparisons/${group.id}/members/new` }
}

function answers(area: string, from: string, until = ''): Record<string, string> {
  const boxes = (name: string, date: string) => {
    const [year = '', month = '', day = ''] = date.split('-')
    return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
  }
  return { area, ...boxes('from', from), ...boxes('until', until) }
}

describe('the page that adds an area to a group', () => {
  it('offers every police area, and adds the one that is chosen', async () => {
    const { get, post, members, address } = await aGroupToFill()
    assert.equal(load((await get(address, office)).body)('option').length, 44)
    assert.equal((await post(address, answers('E23000028', '2024-10-01'), office)).statusCode, 303)
    assert.deepEqual(await members(), ['Essex', 'Kent'])
  })

  it('refuses one that is there, one that does not exist, and days that run backwards', async () => {
    const { post, members, address } = await aGroupToFill()
    const errorOf = async (form: Record<string, string>, field: string) => {
      const answer = await post(address, form, office)
      assert.equal(answer.statusCode, 422)
      return load(answer.body)(`#${field}-error`).text()
    }
    assert.match(await errorOf(answers('E23000032', '2024-10-01'), 'area'), /belongs to the group already/)
    assert.match(await errorOf(answers('Borsetshire', '2024-10-01'), 'area'), /Choose an area/)
    assert.match(await errorOf(answers('E23000028', '2024-10-01', '2024-09-30'), 'until'), /must not be before/)
    assert.match(await errorOf(answers('', '2024-10-01'), 'area'), /Select an area/)
    assert.deepEqual(await members(), ['Kent'])
  })

  it('is for the office alone', async () => {
    const { get, address } = await aGroupToFill()
    assert.equal((await get(address, actorOf('force'))).statusCode, 403)
  })
})
