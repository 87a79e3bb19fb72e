import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { publishUpdates, waitingToBePublished } from '#modules/delivery/index.js'
import { auditEntries } from '#platform/audit/audit.queries.js'
import { actorOf } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { reportPages } from '#test/support/report-pages.js'
import { publicationsOf } from '../data/reports.queries.js'

describe('publishing a report', () => {
  const { officer, there } = reportPages()

  it('asks first, and is for the office alone', async () => {
    const { app, at, report } = there()
    const { body } = await app.get(`${at}/publish`, officer)
    assert.match(body, /Publish this report\?/)
    assert.match(body, /name="version" value="1"/)
    assert.equal((await app.post(`${at}/publish`, { version: '1' }, actorOf('auditor'))).statusCode, 403)
    assert.equal((await app.post(`${at}/publish`, { version: 'x' }, officer)).statusCode, 422)
    assert.deepEqual(await publicationsOf(app.deps.db, report.id), [])
  })

  it('freezes it: what is published later does not change the copy', async () => {
    const { app, at, report } = there()
    assert.equal((await app.post(`${at}/publish`, { version: '1' }, officer)).statusCode, 303)
    const [frozen] = await publicationsOf(app.deps.db, report.id)
    const { updates } = await waitingToBePublished(app.deps.db)
    await publishUpdates(app.deps, SYSTEM, { updateIds: updates.map(({ update }) => update.id) })
    const [later] = await publicationsOf(app.deps.db, report.id)
    assert.deepEqual(later, frozen)
    assert.doesNotMatch(String(later?.html), /Unpublished words/)
    assert.match((await app.get(at, officer)).body, /Unpublished words/)
    const open = await app.get(`/reports/${report.slug}`)
    assert.equal(open.statusCode, 200)
    assert.match(open.body, /Two teams were trained in March/)
    assert.doesNotMatch(open.body, /Unpublished words/)
  })
})

describe('publishing a report whose figures do not add up', () => {
  const { officer, there } = reportPages()

  it('shows what bars it and publishes only when a person has said why it is no fault', async () => {
    const { app, at, report } = there()
    const checked = (number: string) => `:typed[${number}]{by="Head of finance"}`
    const text = `Robberies fell from ${checked('400')} in 2022/23 to ${checked('300')} in 2023/24, a fall of ${checked('40%')}.`
    await app.post(`${at}/sections/purpose`, { text, version: '1' }, officer)
    const $ = load((await app.get(`${at}/publish`, officer)).body)
    assert.match($('.notice--worry').text(), /One error bars it/)
    assert.equal($('button:contains("Publish report")').length, 0)
    assert.equal((await app.post(`${at}/publish`, { version: '2' }, officer)).statusCode, 422)
    assert.deepEqual(await publicationsOf(app.deps.db, report.id), [])
    const decide = $('.notice--worry a').attr('href') ?? ''
    const reason = 'The 40% is of another count'
    assert.equal((await app.post(decide, { decision: 'dismissed', reason }, officer)).statusCode, 303)
    assert.equal((await app.post(`${at}/publish`, { version: '2' }, officer)).statusCode, 303)
    assert.equal((await publicationsOf(app.deps.db, report.id)).length, 1)
  })
})

describe('publishing a report in the days before an election', () => {
  const { officer, there } = reportPages()

  it('is refused until someone says why it must be, and keeps the reason', async () => {
    const { app, at, report } = there()
    const today = app.deps.today()
    const period = { ...boxesOf('from', today), ...boxesOf('until', today) }
    const answers = { election: 'the by-election', decidedBy: 'the Monitoring Officer', ...period }
    assert.equal((await app.post('/staff/pre-election/new', answers, officer)).statusCode, 303)
    assert.match((await app.get(`${at}/publish`, officer)).body, /Publication is barred until/)
    assert.equal((await app.post(`${at}/publish`, { version: '1' }, officer)).statusCode, 422)
    assert.deepEqual(await publicationsOf(app.deps.db, report.id), [])
    const reason = 'The Panel has called for it by law.'
    assert.equal((await app.post(`${at}/publish`, { version: '1', despiteElection: reason }, officer)).statusCode, 303)
    const entry = (await auditEntries(app.deps.db, 20)).find(({ action }) => action === 'reports.publish-report')
    assert.match(JSON.stringify(entry), /The Panel has called for it by law/)
  })
})

function boxesOf(name: string, date: string): Record<string, string> {
  const [year = '', month = '', day = ''] = date.split('-')
  return { [`${name}-day`]: day, [`${name}-month`]: month, [`${name}-year`]: year }
}

describe('publishing a report that is not finished', () => {
  const { officer, there } = reportPages()

  it('lists each fault with its line, and publishes only when it is mended', async () => {
    const { app, at, report } = there()
    const text = 'Good.\n\nBurglaries were 400, and :fig[no-such-measure.2024/25] besides. See :ref[nothing].'
    await app.post(`${at}/sections/purpose`, { text, version: '1' }, officer)
    const $ = load((await app.get(`${at}/publish`, officer)).body)
    const said = $('.notice--worry').text()
    assert.match(said, /purpose, line 3: 400 was typed by hand/)
    assert.match(said, /line 3: There is no published measure “no-such-measure”/)
    assert.match(said, /line 3: Nothing in this paper is named “nothing”/)
    assert.equal($('button:contains("Publish report")').length, 0)
    assert.equal((await app.post(`${at}/publish`, { version: '2' }, officer)).statusCode, 422)
    assert.deepEqual(await publicationsOf(app.deps.db, report.id), [])
    await app.post(`${at}/sections/purpose`, { text: 'Good.', version: '2' }, officer)
    assert.equal((await app.post(`${at}/publish`, { version: '3' }, officer)).statusCode, 303)
  })
})
