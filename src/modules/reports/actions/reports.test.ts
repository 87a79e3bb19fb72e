import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { Conflict, Forbidden } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { anOfficeToReportOn, aReport, aReportDraft } from '#test/support/reports.js'
import { publicationsOf, reportById } from '../data/reports.queries.js'
import type { BuiltReport } from '../document/build.js'
import { createReport } from './create-report.js'
import { editReport } from './edit-report.js'
import { publishReport } from './publish-report.js'
import { verifyPublications } from './verify-publications.js'
import { writeNarrative } from './write-narrative.js'

/** A report that was built as these words alone. */
const saying = (html: string, number = 1): BuiltReport => ({
  ...{ html, checked: html, number },
  ...{ files: [], figures: new Map(), series: [], problems: [] },
})

async function office() {
  const deps = testDeps(await openTestDb())
  return { deps, office: await anOfficeToReportOn(deps) }
}

it('begins a report on a theme of a published plan, and on nothing else', async () => {
  const { deps, office: where } = await office()
  assert.ok((await createReport(deps, SYSTEM, aReportDraft(where))).ok)
  const forged = [
    aReportDraft({ ...where, themeId: where.visitsId }),
    aReportDraft({ ...where, themeId: 'no-such-node' }),
    aReportDraft({ ...where, planId: 'no-such-plan' }),
  ]
  for (const draft of forged) assert.equal((await createReport(deps, SYSTEM, draft)).ok, false)
})

it('gives two reports of one title two addresses', async () => {
  const { deps, office: where } = await office()
  const [first, second] = [await aReport(deps, where), await aReport(deps, where)]
  assert.notEqual(first.slug, second.slug)
})

it('lets only the office write and publish', async () => {
  const { deps, office: where } = await office()
  const report = await aReport(deps, where)
  for (const role of ['force', 'partner', 'panel', 'visitor', 'auditor', 'public'] as const) {
    const actor = actorOf(role)
    await assert.rejects(createReport(deps, actor, aReportDraft(where)), Forbidden)
    await assert.rejects(
      publishReport(deps, actor, { reportId: report.id, version: 1, built: saying('<p>x</p>') }),
      Forbidden,
    )
    const words = { reportId: report.id, version: 1, section: 'purpose', text: 'x' }
    await assert.rejects(writeNarrative(deps, actor, words), Forbidden)
  }
})

it('keeps nothing of a stale save', async () => {
  const { deps, office: where } = await office()
  const { id } = await aReport(deps, where)
  assert.ok((await writeNarrative(deps, SYSTEM, { reportId: id, version: 1, section: 'context', text: 'First.' })).ok)
  await assert.rejects(
    writeNarrative(deps, SYSTEM, { reportId: id, version: 1, section: 'context', text: 'Second.' }),
    Conflict,
  )
  const late = { ...aReportDraft(where), reportId: id, version: 1, meetingOn: isoDate('2025-07-01') }
  await assert.rejects(editReport(deps, SYSTEM, late), Conflict)
  const report = await reportById(deps.db, id)
  assert.equal(report?.narratives.get('context'), 'First.')
  assert.equal(report?.meetingOn, '2025-06-11')
})

it('writes only in sections that a report has', async () => {
  const { deps, office: where } = await office()
  const { id } = await aReport(deps, where)
  for (const section of ['', 'toString', 'objective:', 'objective:<b>', 'annex']) {
    assert.equal(
      (await writeNarrative(deps, SYSTEM, { reportId: id, version: 1, section, text: 'x' })).ok,
      false,
      section,
    )
  }
})

it('publishes under a further number each time, and proves each unchanged', async () => {
  const { deps, office: where } = await office()
  const report = await aReport(deps, where)
  await publishReport(deps, SYSTEM, { reportId: report.id, version: 1, built: saying('<p>One</p>') })
  await publishReport(deps, SYSTEM, { reportId: report.id, version: 1, built: saying('<p>Two</p>', 2) })
  assert.deepEqual(
    (await publicationsOf(deps.db, report.id)).map(({ number, html }) => [number, html]),
    [
      [2, '<p>Two</p>'],
      [1, '<p>One</p>'],
    ],
  )
  const verdicts = await verifyPublications(deps.db, report)
  assert.deepEqual(
    verdicts.map(({ number, problems }) => [number, problems.length]),
    [
      [1, 0],
      [2, 0],
    ],
  )
})

it('publishes nothing that was changed since it was built', async () => {
  const { deps, office: where } = await office()
  const { id } = await aReport(deps, where)
  await writeNarrative(deps, SYSTEM, { reportId: id, version: 1, section: 'purpose', text: 'New words.' })
  await assert.rejects(publishReport(deps, SYSTEM, { reportId: id, version: 1, built: saying('<p>Old</p>') }), Conflict)
  assert.deepEqual(await publicationsOf(deps.db, id), [])
})

it('does not publish a report whose figures do not add up, until each error is mended or dismissed', async () => {
  const { deps, office: where } = await office()
  const { id } = await aReport(deps, where)
  const html = '<p>Recorded burglaries fell from 400 in 2022/23 to 300 in 2023/24, a fall of 40%.</p>'
  const refused = await publishReport(deps, SYSTEM, { reportId: id, version: 1, built: saying(html) })
  assert.ok(!refused.ok && refused.error.code === 'open-errors')
  assert.equal(refused.error.open.length, 1)
  assert.deepEqual(await publicationsOf(deps.db, id), [])
  const mended = html.replace('40%', '25%')
  assert.equal((await publishReport(deps, SYSTEM, { reportId: id, version: 1, built: saying(mended) })).ok, true)
})
