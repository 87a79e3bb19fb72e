import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { isoDate } from '#kernel/dates.js'
import { auditEntries } from '#platform/audit/audit.queries.js'
import type { Deps } from '#platform/deps.js'
import { aBodyWithPartners, anExampleBody } from '#test/support/body.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anAccount, GOOD_PASSWORD } from '#test/support/people.js'
import { aBrowser, openSite } from '#test/support/signing-in.js'

const HERE = '/staff/account/stand-in'

async function setUp() {
  let today = isoDate('2025-04-30')
  const plain = testDeps(await openTestDb())
  const deps: Deps = { ...plain, today: () => today }
  const chief = await anAccount(deps, { name: 'Chief', email: 'chief@wessex.example', roles: ['administrator'] })
  const aide = await anAccount(deps, { name: 'Aide', email: 'aide@wessex.example', roles: ['finance'] })
  const site = await openSite(deps)
  const signIn = async (email: string) => {
    const browser = aBrowser(site)
    await browser.send('/sign-in', { email, password: GOOD_PASSWORD })
    return browser
  }
  const dayTurns = (day: string) => {
    today = isoDate(day)
  }
  return { deps, chief, aide, signIn, dayTurns }
}

const days = (from: string, until: string) => {
  const part = (name: string, date: string) => {
    const [year = '', month = '', day = ''] = date.split('-')
    return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
  }
  return { ...part('from', from), ...part('until', until) }
}

const ACT = 'button[name="act"]'

describe('acting for somebody who is away', () => {
  it('is arranged for some days, begun and stopped by hand, and names both on the trail', async () => {
    const { deps, chief, aide, signIn, dayTurns } = await setUp()
    await anExampleBody(deps)
    const away = await signIn(chief.email)
    const form = { standInId: aide.id, end: '', ...days('2025-05-01', '2025-05-02') }
    assert.equal((await away.send(HERE, form)).statusCode, 303)
    const browser = await signIn(aide.email)
    assert.equal(load((await browser.get(HERE)).body)(ACT).length, 0, 'may act before the first day')
    dayTurns('2025-05-01')
    assert.equal((await browser.get('/staff/people/new')).statusCode, 403)
    const act = load((await browser.get(HERE)).body)(ACT).attr('value') ?? ''
    await browser.send(HERE, { act })
    assert.equal((await browser.get('/staff/people/new')).statusCode, 200)
    await browser.send(`/staff/people/${aide.id}`, {
      version: '1',
      name: 'Aide de camp',
      organisationId: '',
      isActive: 'yes',
    })
    const [entry] = await auditEntries(deps.db, 1)
    assert.deepEqual([entry?.action, entry?.actorName], ['people.edit-account', 'Aide for Chief'])
    dayTurns('2025-05-03')
    assert.equal((await browser.get('/staff/people/new')).statusCode, 403, 'may act after the last day')
    dayTurns('2025-05-02')
    await browser.send(HERE, { act: 'own' })
    assert.equal((await browser.get('/staff/people/new')).statusCode, 403)
  })

  it('is over at once when the arrangement is ended', async () => {
    const { deps, chief, aide, signIn } = await setUp()
    await anExampleBody(deps)
    const away = await signIn(chief.email)
    await away.send(HERE, { standInId: aide.id, end: '', ...days('2025-04-30', '2025-05-02') })
    const browser = await signIn(aide.email)
    const act = load((await browser.get(HERE)).body)(ACT).attr('value') ?? ''
    await browser.send(HERE, { act })
    await away.send(HERE, { end: act })
    assert.equal((await browser.get('/staff/people/new')).statusCode, 403)
  })

  it('is refused across the table, backwards, for too long, and to whom it was not arranged', async () => {
    const { deps, chief, aide, signIn } = await setUp()
    const { councilId } = await aBodyWithPartners(deps)
    const partner = { email: 'lead@council.example', roles: ['partner'], organisationId: councilId } as const
    const lead = await anAccount(deps, partner)
    const away = await signIn(chief.email)
    const wrong: [standInId: string, from: string, until: string][] = [
      [lead.id, '2025-05-01', '2025-05-02'],
      [chief.id, '2025-05-01', '2025-05-02'],
      [aide.id, '2025-05-02', '2025-05-01'],
      [aide.id, '2025-04-01', '2025-04-02'],
      [aide.id, '2025-05-01', '2026-05-01'],
      ['', '2025-05-01', '2025-05-02'],
    ]
    for (const [standInId, from, until] of wrong)
      assert.equal((await away.send(HERE, { standInId, end: '', ...days(from, until) })).statusCode, 422)
    const second = { standInId: aide.id, end: '', ...days('2025-04-30', '2025-05-02') }
    await away.send(HERE, second)
    const act = load((await (await signIn(aide.email)).get(HERE)).body)(ACT).attr('value') ?? ''
    const other = await signIn(lead.email)
    assert.equal((await other.send(HERE, { act })).statusCode, 422)
    assert.equal((await other.send(HERE, { end: act })).statusCode, 404)
  })
})
