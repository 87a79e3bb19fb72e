import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aGroup } from '#test/support/comparisons.js'
import { groupById } from '../data/comparisons.queries.js'

const office = actorOf('office')

async function aGroupToEdit() {
  const { deps, get, post } = await testApp()
  const group = await aGroup(deps, [])
  const answers = { version: '1', kind: 'national', name: 'All', source: 'ONS', sourceUrl: '', publishable: 'no' }
  return { deps, get, post, group, answers, address: `/staff/comparisons/${group.id}/edit` }
}

describe('the page that edits a group', () => {
  it('shows what is on record, and saves what is put right', async () => {
    const { deps, get, post, group, answers, address } = await aGroupToEdit()
    const page = load((await get(address, office)).body)
    assert.equal(page('#name').attr('value'), 'Our neighbours')
    assert.equal(page('input[name="publishable"][checked]').attr('value'), 'yes')
    assert.equal((await post(address, answers, office)).statusCode, 303)
    const saved = await groupById(deps.db, group.id)
    assert.deepEqual([saved?.name, saved?.kind, saved?.isPublishable], ['All', 'national', false])
  })

  it('keeps what was typed when somebody else has saved first', async () => {
    const { post, answers, address } = await aGroupToEdit()
    await post(address, answers, office)
    const late = await post(address, { ...answers, name: 'Mine' }, office)
    assert.equal(late.statusCode, 409)
    assert.equal(load(late.body)('#name').attr('value'), 'Mine')
  })

  it('refuses an empty name, and is for the office alone', async () => {
    const { get, post, answers, address } = await aGroupToEdit()
    assert.equal((await post(address, { ...answers, name: ' ' }, office)).statusCode, 422)
    assert.equal((await get(address, actorOf('auditor'))).statusCode, 403)
    assert.equal((await get('/staff/comparisons/none/edit', office)).statusCode, 404)
  })
})
