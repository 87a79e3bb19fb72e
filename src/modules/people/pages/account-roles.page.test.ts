import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { isoDate } from '#kernel/dates.js'
import { accountByEmail } from '#modules/people/index.js'
import { actorOf, testApp } from '#test/support/app.js'
import { anAccount } from '#test/support/people.js'

const office = actorOf('office')

async function setUp() {
  const app = await testApp()
  await anAccount(app.deps)
  const { id, email } = await anAccount(app.deps, { email: 'finance@wessex.example', roles: ['finance'] })
  const stored = async () => (await accountByEmail(app.deps.db, email)) ?? assert.fail()
  return { ...app, address: `/staff/people/${id}/roles`, stored }
}

describe('the page of somebody’s roles', () => {
  it('gives a role for some days, beside those that they have', async () => {
    const { get, post, address, stored } = await setUp()
    const until = { 'until-day': '31', 'until-month': '5', 'until-year': '2025' }
    const from = { 'from-day': '1', 'from-month': '5', 'from-year': '2025' }
    const answer = await post(
      address,
      { version: '1', role: 'chief-finance-officer', ...from, ...until, do: '' },
      office,
    )
    assert.equal(answer.statusCode, 303)
    assert.deepEqual((await stored()).roles, [
      { role: 'finance', from: '2025-04-30', until: null },
      { role: 'chief-finance-officer', from: '2025-05-01', until: '2025-05-31' },
    ])
    assert.match(
      load((await get(address, office)).body)('main').text(),
      /Chief finance officer, from 1 May 2025, until 31 May/,
    )
  })

  it('ends a role at once', async () => {
    const { post, address, stored } = await setUp()
    assert.equal((await post(address, { version: '1', do: 'finance' }, office)).statusCode, 303)
    assert.deepEqual((await stored()).roles, [])
  })

  it('notes that the roles were looked at, for a year', async () => {
    const { deps, get, post, address, stored } = await setUp()
    const later = { ...(await stored()), reviewOn: isoDate('2025-04-01') }
    const { saveAccount } = await import('../data/account.store.js')
    await deps.db.transaction((tx) => saveAccount(tx, later))
    assert.match((await get('/staff/people', office)).body, /The roles of 1 person are to be looked at again/)
    assert.equal((await post(address, { version: '2', do: 'reviewed' }, office)).statusCode, 303)
    assert.equal((await stored()).reviewOn, '2026-04-30')
    assert.doesNotMatch((await get('/staff/people', office)).body, /looked at again/)
  })

  it('refuses both sides of the table, a last day before the first, and no role', async () => {
    const { post, address, stored } = await setUp()
    const backwards = { 'until-day': '1', 'until-month': '4', 'until-year': '2025' }
    const wrong: [form: Record<string, string>, field: string][] = [
      [{ role: 'auditor' }, '#role'],
      [{ role: '' }, '#role'],
      [{ role: 'king' }, '#role'],
      [{ role: 'policy', ...backwards }, '#until-day'],
    ]
    for (const [form, field] of wrong) {
      const answer = await post(address, { version: '1', do: '', ...form }, office)
      assert.equal(answer.statusCode, 422)
      assert.equal(load(answer.body)('.govuk-error-summary a').attr('href'), field)
    }
    assert.equal((await stored()).roles.length, 1)
  })
})
