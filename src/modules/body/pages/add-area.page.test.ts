import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { areasOf } from '#modules/body/index.js'
import { actorOf, testApp } from '#test/support/app.js'
import { aBodyWithPartners } from '#test/support/body.js'

const ADDRESS = '/staff/body/areas/new'
const office = actorOf('office')
const melchester = {
  kind: 'district',
  name: 'Melchester',
  code: 'e07000998',
  'from-day': '1',
  'from-month': '4',
  'from-year': '2025',
}

async function anOffice() {
  const { deps, get, post } = await testApp()
  const { bodyId } = await aBodyWithPartners(deps)
  return { deps, get, post, areas: () => areasOf(deps.db, bodyId, deps.today()) }
}

describe('the page that adds an area', () => {
  it('adds one from its first day, with its code in capitals', async () => {
    const { post, areas } = await anOffice()
    assert.equal((await post(ADDRESS, melchester, office)).statusCode, 303)
    assert.deepEqual(
      (await areas()).map(({ kind, code, name, from }) => [kind, code, name, from]),
      [['district', 'E07000998', 'Melchester', '2025-04-01']],
    )
  })

  it('refuses a second of the same kind and code', async () => {
    const { post, areas } = await anOffice()
    await post(ADDRESS, melchester, office)
    const answer = await post(ADDRESS, { ...melchester, name: 'Other' }, office)
    assert.equal(answer.statusCode, 422)
    assert.match(load(answer.body)('#code-error').text(), /already an area of this kind with this code/)
    assert.equal((await areas()).length, 1)
  })

  it('refuses a code that is none, and keeps what was typed', async () => {
    const { post } = await anOffice()
    const answer = await post(ADDRESS, { ...melchester, code: 'E0700' }, office)
    assert.equal(answer.statusCode, 422)
    const page = load(answer.body)
    assert.match(page('#code-error').text(), /a letter and eight digits/)
    assert.equal(page('#code').attr('value'), 'E0700')
  })

  it('asks for what is missing', async () => {
    const { post } = await anOffice()
    const answer = await post(ADDRESS, {}, office)
    assert.equal(answer.statusCode, 422)
    assert.equal(load(answer.body)('.govuk-error-summary a').length, 4)
  })

  it('is for the office alone, and for a register with a body', async () => {
    const { get, post } = await anOffice()
    assert.equal((await get(ADDRESS, office)).statusCode, 200)
    assert.equal((await get(ADDRESS, actorOf('auditor'))).statusCode, 403)
    assert.equal((await post(ADDRESS, melchester, actorOf('force'))).statusCode, 403)
    const empty = await testApp()
    assert.equal((await empty.get(ADDRESS, office)).statusCode, 404)
  })
})
