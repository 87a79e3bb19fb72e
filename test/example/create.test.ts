import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { load } from 'cheerio'
import { permissionsByRole } from '#app/application.js'
import { isoDate } from '#kernel/dates.js'
import { ACCOUNT_ROLES, WHOLE_OFFICE } from '#kernel/roles.js'
import { areasOf, currentBody, forceOf, organisationsOf } from '#modules/body/index.js'
import { publishedDelivery, waitingToBePublished } from '#modules/delivery/index.js'
import { readContent } from '#modules/example/cli/read-content.js'
import { allImports, allMeasures, publishedMeasures, seriesOf } from '#modules/measures/index.js'
import { accountNames, allAccounts } from '#modules/people/index.js'
import {
  compareContents,
  type PlanVersion,
  planInForce,
  publishedPlans,
  verifyVersions,
  versionsOf,
} from '#modules/plan/index.js'
import { publishedReports } from '#modules/reports/index.js'
import { auditEntries, verifyAudit } from '#platform/audit/audit.queries.js'
import type { Db } from '#platform/db/db.js'
import { openTestDb } from '#test/support/databases.js'
import { makeExample } from '#test/support/example.js'

const DAY = isoDate('2025-04-30')

describe('the example office', () => {
  let db: Db
  before(async () => {
    db = await openTestDb()
    const made = await makeExample(db)
    assert.ok(made.ok)
  })
  after(() => db.close())

  const versions = async (slug: string): Promise<PlanVersion[]> => {
    const plan = (await publishedPlans(db)).find((each) => each.slug === slug)
    return plan ? versionsOf(db, plan.planId) : []
  }
  const countOfLevels = ({ content }: PlanVersion) =>
    Object.fromEntries(
      content.levels.map(({ id, name }) => [name, content.nodes.filter(({ levelId }) => levelId === id).length]),
    )

  it('is a body with its force, 13 areas and those that it works with today', async () => {
    const body = await currentBody(db, DAY)
    assert.equal(body?.demonstrationOn, DAY)
    assert.equal((await forceOf(db, body.id, DAY))?.name, 'Cambridgeshire Constabulary')
    assert.equal((await areasOf(db, body.id, DAY)).length, 13)
    const names = (await organisationsOf(db, body.id, DAY)).map(({ name }) => name)
    assert.ok(names.includes('Probation Service') && !names.includes('National Probation Service'))
  })

  it('has both plans whole, and the newer is in force', async () => {
    const [first] = await versions('police-and-crime-plan-2017-to-2020')
    assert.ok(first)
    assert.deepEqual(countOfLevels(first), {
      ...{ Theme: 4, Aim: 4, 'Shared outcome': 4, Objective: 14, 'Priority for action': 40 },
    })
    const inForce = await planInForce(db, DAY)
    assert.equal(inForce?.latest, 2)
    const [second] = await versions('police-and-crime-plan-2021-to-2025')
    assert.ok(second)
    assert.deepEqual(countOfLevels(second), { Theme: 5, 'What we will do': 5, 'How we will achieve this': 39 })
  })

  it('published each version on its own day', async () => {
    const days = [...(await versions('police-and-crime-plan-2017-to-2020')), ...(await versions(PLAN_2021))]
    assert.deepEqual(
      days.map(({ number, publishedAt }) => [number, publishedAt.slice(0, 10)]),
      [
        [1, '2017-03-24'],
        [2, '2023-03-27'],
        [1, '2021-12-01'],
      ],
    )
  })

  it('changed its second plan in five places, each shown as what it is', async () => {
    const [second, first] = await versions(PLAN_2021)
    assert.ok(first && second)
    const changes = compareContents(first.content, second.content)
    assert.deepEqual(changes.map((change) => `${change.kind}: ${'title' in change ? change.title : ''}`).toSorted(), [
      'added: Agree one strategy against serious violence',
      'moved: Keep children out of the hands of drug gangs',
      'reassigned: Reach children and families before trouble does',
      'reworded: Account in the open for money and decisions',
      'reworded: Meet residents in person, online and in small groups',
    ])
  })

  it('has 78 measures, 71 of them public, and all 495 figures of its own area, from 15 files', async () => {
    assert.equal((await allMeasures(db)).length, 78)
    const open = await publishedMeasures(db)
    assert.equal(open.filter(({ isHeadline }) => isHeadline).length, 3)
    let figures = 0
    for (const { id } of open) figures += (await seriesOf(db, id)).length
    assert.equal(figures, 495)
    assert.equal((await allImports(db)).length, 15)
  })

  it('ties every measure to all the parts of plans that it informs', async () => {
    const crime = (await allMeasures(db)).find(({ slug }) => slug === 'recorded-crime')
    assert.equal(crime?.nodeIds.length, 3)
    const calls = (await allMeasures(db)).find(({ slug }) => slug === 'answered-999')
    assert.ok((calls?.nodeIds.length ?? 0) > 0)
  })

  it('has 54 published actions, and three updates that wait to be published', async () => {
    let actions = 0
    for (const { planId } of await publishedPlans(db))
      actions += (await publishedDelivery(db, planId, DAY)).actions.length
    assert.equal(actions, 54)
    assert.deepEqual((await waitingToBePublished(db)).updates.map(({ update }) => update.on).toSorted(), [
      '2025-04-22',
      '2025-04-28',
      '2025-04-29',
    ])
  })

  it('sent two reports to the Panel before it met, and the older one has the figures of its time', async () => {
    const reports = await publishedReports(db)
    assert.equal(reports.length, 2)
    const old = reports.find(({ report }) => report.meetingOn === '2017-11-22')
    assert.equal(old?.publication.publishedAt.slice(0, 10), '2017-11-15')
    assert.match(old.publication.html, /71\.2%/)
    assert.doesNotMatch(old.publication.html, /63\.4%/)
  })

  it('sent its reports with every section that the office wrote', async () => {
    const written = readContent().reports.filter(({ publish }) => publish)
    for (const { title, narratives } of written) {
      const sent = (await publishedReports(db)).find(({ report }) => report.title === title)
      const words = load(sent?.publication.html ?? '').text()
      for (const [section, text] of Object.entries(narratives)) {
        const opening = text.split(/\n|\*\*/)[0] ?? ''
        assert.ok(words.includes(opening), `${title}: ${section}`)
      }
    }
  })

  it('has one account for each role and one for all of the office, each of which may sign in', async () => {
    const accounts = await allAccounts(db)
    const single = accounts.filter(({ roles }) => roles.length === 1).map(({ roles }) => roles[0]?.role)
    assert.deepEqual(single.toSorted(), ACCOUNT_ROLES.toSorted())
    const all = accounts.filter(({ roles }) => roles.length > 1).map(({ roles }) => roles.map(({ role }) => role))
    assert.deepEqual(all, [WHOLE_OFFICE])
    for (const { email } of accounts) assert.match(email, /@example\.test$/)
  })

  it('has an audit trail that holds together, in which accounts that exist did the work', async () => {
    assert.equal((await verifyAudit(db)).intact, true)
    const names = new Set([...(await accountNames(db)).values(), 'Test'])
    const entries = await auditEntries(db, 5000)
    assert.ok(entries.some(({ actorName }) => actorName === 'Constabulary contributor'))
    for (const { actorName } of entries) assert.ok(names.has(actorName), actorName)
    const times = entries.map(({ at }) => at)
    assert.deepEqual(times, times.toSorted().reverse())
  })

  it('has published plans that nobody has changed', async () => {
    const verdicts = await verifyVersions(db)
    assert.equal(verdicts.length, 3)
    assert.ok(verdicts.every(({ isSound }) => isSound))
  })

  it('is refused where there is an office already, and changes nothing', async () => {
    const head = await verifyAudit(db)
    assert.deepEqual(await makeExample(db), { ok: false, error: { code: 'has-office' } })
    assert.deepEqual(await verifyAudit(db), head)
  })

  it('gives nobody who signs in the right to make it', () => {
    const holders = [...permissionsByRole()].filter(([, permissions]) => permissions.has('example:create'))
    assert.deepEqual(holders, [])
  })
})

const PLAN_2021 = 'police-and-crime-plan-2021-to-2025'
