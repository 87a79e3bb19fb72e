import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { allGroups } from '../data/comparisons.queries.js'

const ADDRESS = '/staff/comparisons/new'
const office = actorOf('office')
const answers = {
  kind: 'most-similar-group',
  name: 'Most similar group',
  source: 'The list that the inspectorate sent, October 2024',
  sourceUrl: '',
  publishable: 'no',
}

describe('the page that adds a group', () => {
  it('adds one with its source', async () => {
    const { deps, post } = await testApp()
    const answer = await post(ADDRESS, answers, office)
    assert.equal(answer.statusCode, 303)
    const [group] = await allGroups(deps.db)
    assert.equal(answer.headers.location, `/staff/comparisons/${group?.id}`)
    assert.deepEqual([group?.kind, group?.isPublishable, group?.sourceUrl], ['most-similar-group', false, null])
  })

  it('asks for what is missing, and keeps what was typed', async () => {
    const { deps, post } = await testApp()
    const answer = await post(ADDRESS, { ...answers, source: '', kind: '' }, office)
    assert.equal(answer.statusCode, 422)
    const page = load(answer.body)
    assert.equal(page('.govuk-error-summary a').length, 2)
    assert.equal(page('#name').attr('value'), 'Most similar group')
    assert.deepEqual(await allGroups(deps.db), [])
  })

  it('is for the office alone', async () => {
    const { get, post } = await testApp()
    assert.equal((await get(ADDRESS, actorOf('auditor'))).statusCode, 403)
    assert.equal((await post(ADDRESS, answers, actorOf('force'))).statusCode, 403)
  })
})
