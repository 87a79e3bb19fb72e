import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { isoDate } from '#kernel/dates.js'
import { addOrganisation, organisationNames, organisationsOf } from '#modules/body/index.js'
import { auditEntries } from '#platform/audit/audit.queries.js'
import { actorOf, SYSTEM, type TestForm, testApp } from '#test/support/app.js'
import { aBodyWithPartners } from '#test/support/body.js'
import { allForces } from '../data/place.queries.js'

const office = actorOf('office')

function lastDay(date: string, version = 'none'): TestForm {
  const [year = '', month = '', day = ''] = date.split('-')
  return { version, 'until-day': day, 'until-month': month, 'until-year': year }
}

async function anOffice() {
  const { deps, get, post } = await testApp()
  const ids = await aBodyWithPartners(deps)
  const address = `/staff/body/organisations/${ids.councilId}/last-day`
  const namesOn = async (day: string) =>
    (await organisationsOf(deps.db, ids.bodyId, isoDate(day))).map(({ name }) => name)
  return { deps, get, post, ...ids, address, namesOn }
}

describe('the page that sets a last day', () => {
  it('ends an organisation after that day, and keeps its name', async () => {
    const { deps, post, councilId, address, namesOn } = await anOffice()
    assert.equal((await post(address, lastDay('2025-06-30'), office)).statusCode, 303)
    assert.ok((await namesOn('2025-06-30')).includes('Melchester Council'))
    assert.ok(!(await namesOn('2025-07-01')).includes('Melchester Council'))
    assert.equal((await organisationNames(deps.db)).get(councilId)?.name, 'Melchester Council')
    const [entry] = await auditEntries(deps.db, 1)
    assert.deepEqual([entry?.action, entry?.subject], ['body.set-last-day', `body.organisation:${councilId}`])
  })

  it('shows the last day on record, and takes it away when the boxes are empty', async () => {
    const { get, post, address, namesOn } = await anOffice()
    await post(address, lastDay('2025-06-30'), office)
    const page = load((await get(address, office)).body)
    assert.equal(page('#until-month').attr('value'), '6')
    assert.equal(page('input[name="version"]').attr('value'), '2025-06-30')
    assert.equal((await post(address, lastDay('', '2025-06-30'), office)).statusCode, 303)
    assert.ok((await namesOn('2030-01-01')).includes('Melchester Council'))
  })

  it('refuses a last day before the first, and the one that it has', async () => {
    const { post, address, namesOn } = await anOffice()
    const early = await post(address, lastDay('2012-11-21'), office)
    assert.equal(early.statusCode, 422)
    assert.match(load(early.body)('#until-error').text(), /must be 22 November 2012 or later/)
    const same = await post(address, lastDay(''), office)
    assert.equal(same.statusCode, 422)
    assert.match(load(same.body)('#until-error').text(), /this is the one on record/)
    assert.ok((await namesOn('2025-04-30')).includes('Melchester Council'))
  })

  it('refuses to reach into the days of another of the same name', async () => {
    const { deps, post, bodyId, address } = await anOffice()
    await post(address, lastDay('2025-06-30'), office)
    const again = { bodyId, kind: 'council', name: 'Melchester Council', shortName: 'M' } as const
    const term = { from: isoDate('2026-01-01'), until: null }
    assert.ok((await addOrganisation(deps, SYSTEM, { ...again, ...term })).ok)
    const answer = await post(address, lastDay('2026-01-01', '2025-06-30'), office)
    assert.equal(answer.statusCode, 422)
    assert.match(load(answer.body)('#until-error').text(), /must be before 1 January 2026/)
  })

  it('says who saved first, and changes nothing', async () => {
    const { post, address, namesOn } = await anOffice()
    await post(address, lastDay('2025-06-30'), office)
    const answer = await post(address, lastDay('2025-12-31'), office)
    assert.equal(answer.statusCode, 409)
    assert.match(load(answer.body)('.govuk-error-summary').text(), /Test office saved it/)
    assert.equal(load(answer.body)('input[name="version"]').attr('value'), '2025-06-30')
    assert.ok(!(await namesOn('2025-12-31')).includes('Melchester Council'))
  })

  it('refuses a form that does not say which last day it changes', async () => {
    const { post, address, namesOn } = await anOffice()
    assert.equal((await post(address, lastDay('2025-06-30', ''), office)).statusCode, 422)
    assert.ok((await namesOn('2025-07-01')).includes('Melchester Council'))
  })

  it('ends a force, too', async () => {
    const { deps, post, bodyId } = await anOffice()
    const [force] = await allForces(deps.db, bodyId)
    const answer = await post(`/staff/body/forces/${force?.id}/last-day`, lastDay('2025-06-30'), office)
    assert.equal(answer.statusCode, 303)
    assert.equal((await allForces(deps.db, bodyId))[0]?.until, '2025-06-30')
  })

  it('knows no kind, id or mixture of them that is not on record', async () => {
    const { get, post, councilId } = await anOffice()
    for (const path of [`areas/${councilId}`, 'organisations/forged', `kings/${councilId}`]) {
      assert.equal((await get(`/staff/body/${path}/last-day`, office)).statusCode, 404)
      assert.equal((await post(`/staff/body/${path}/last-day`, lastDay('2025-06-30'), office)).statusCode, 404)
    }
  })

  it('is for the office alone', async () => {
    const { get, post, address, namesOn } = await anOffice()
    for (const role of ['force', 'partner', 'panel', 'auditor', 'visitor'] as const) {
      assert.equal((await get(address, actorOf(role))).statusCode, 403)
      assert.equal((await post(address, lastDay('2025-06-30'), actorOf(role))).statusCode, 403)
    }
    assert.ok((await namesOn('2025-07-01')).includes('Melchester Council'))
  })
})
