import assert from 'node:assert/strict'
import { it } from 'node:test'
import { checkCode, printedCode, publicationsOf, revisedFigures, writeNarrative } from '#modules/reports/index.js'
import { Forbidden } from '#platform/errors.js'
import { actorOf, SYSTEM } from '#test/support/app.js'
import { published, revised } from '#test/support/corrections.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anOfficeToReportOn, aReport } from '#test/support/reports.js'
import { affectedReports, figureNamed } from './affected-reports.js'
import { checkPrinted } from './check-figure.js'
import { correctFigure, tryCorrection } from './correct-figure.js'

async function aPublishedReport() {
  const deps = testDeps(await openTestDb())
  const office = await anOfficeToReportOn(deps)
  const { id } = await aReport(deps, office)
  return { deps, slug: office.measure.slug, id, first: await published(deps, id) }
}

const request = (measure: string) => ({
  asked: { measure, period: '2025-03' },
  ...{ reason: 'Two were counted twice', decidedBy: 'The chief finance officer', withChangedWords: false },
})

it('says of a published report which figures were revised since, from what to what, when and from which file', async () => {
  const { deps, slug, first } = await aPublishedReport()
  assert.deepEqual(await revisedFigures(deps, first), [])
  const later = await revised(deps, slug, 228)
  const [one, ...others] = await revisedFigures(later, first)
  assert.deepEqual(others, [])
  assert.equal(one?.kind, 'value')
  assert.equal(one?.from, '230 burglaries')
  assert.equal(one?.to, '228 burglaries')
  assert.equal(one?.revisedOn, '2025-05-21')
  assert.equal(one?.file?.name, 'may.csv')
  assert.match(one?.figures[0]?.text ?? '', /230 burglaries were recorded/)
})

it('reissues a report with a dated notice, keeps the old number, and checks each by its code', async () => {
  const { deps, slug, id, first } = await aPublishedReport()
  const later = await revised(deps, slug, 228)
  const code = printedCode(checkCode(id, 1))
  const before = await checkPrinted(later, `${code.toLowerCase()}.1`)
  assert.ok(before.state === 'found')
  assert.equal(before.checked.asked?.standing, 'superseded')
  const [outcome] = await correctFigure(later, SYSTEM, request(slug))
  assert.equal(outcome?.state, 'reissued')
  assert.equal(outcome?.to, 2)
  const [second, old] = await publicationsOf(deps.db, id)
  assert.equal(old?.html, first.html)
  assert.match(second?.html ?? '', /Corrected on 21 May 2025/)
  assert.match(second?.html ?? '', /given as 230 burglaries; it is 228 burglaries/)
  assert.match(second?.html ?? '', /Two were counted twice\. Decided by: The chief finance officer\./)
  const corrected = await checkPrinted(later, `${code}.1`)
  assert.ok(corrected.state === 'found')
  assert.equal(corrected.checked.asked?.standing, 'corrected')
  assert.equal(corrected.checked.correction?.number, 2)
  const now = await checkPrinted(later, `${printedCode(checkCode(id, 2))}.1`)
  assert.ok(now.state === 'found')
  assert.equal(now.checked.asked?.standing, 'confirmed')
  assert.deepEqual(await revisedFigures(later, second ?? first), [])
})

it('reissues nothing while the register has the same figure, nor words that nobody has agreed to send', async () => {
  const { deps, slug, id } = await aPublishedReport()
  assert.equal((await correctFigure(deps, SYSTEM, request(slug)))[0]?.state, 'right')
  const later = await revised(deps, slug, 228)
  await writeNarrative(later, SYSTEM, { reportId: id, version: 1, section: 'purpose', text: 'Half-written words.' })
  assert.equal((await correctFigure(later, SYSTEM, request(slug)))[0]?.state, 'changed-words')
  assert.equal((await publicationsOf(deps.db, id)).length, 1)
  const [sent] = await correctFigure(later, SYSTEM, { ...request(slug), withChangedWords: true })
  assert.equal(sent?.state, 'reissued')
})

it('knows a figure by its name, in any writing of its period, and by its code', async () => {
  const { deps, slug, id } = await aPublishedReport()
  const asked = { measure: slug, period: '2025-03' }
  assert.deepEqual(await figureNamed(deps, `${slug}.2025-03.sentence`), asked)
  assert.deepEqual(await figureNamed(deps, `${printedCode(checkCode(id, 1))}.1`), asked)
  assert.equal(await figureNamed(deps, 'nothing'), undefined)
  assert.deepEqual((await affectedReports(deps, asked))[0]?.numbers, [1])
  assert.deepEqual(await affectedReports(deps, { ...asked, period: '2019-01' }), [])
})

it('is for the office alone', async () => {
  const { deps, slug } = await aPublishedReport()
  for (const role of ['force', 'partner', 'panel', 'auditor', 'public'] as const)
    await assert.rejects(correctFigure(deps, actorOf(role), request(slug)), Forbidden)
})

it('tells nothing of codes that stand for nothing published', async () => {
  const { deps, id } = await aPublishedReport()
  assert.deepEqual(await checkPrinted(deps, checkCode(id, 2)), { state: 'unknown' })
  for (const typed of ['', 'ACDE', 'ACDE-34670', '0000-0000', '<script>', 'ACDE-3467.x'])
    assert.deepEqual(await checkPrinted(deps, typed), { state: 'none' }, typed)
})

it('takes a figure that was taken in again unchanged for what it was', async () => {
  const { deps, slug, first } = await aPublishedReport()
  const later = await revised(deps, slug, 230)
  assert.deepEqual(await revisedFigures(later, first), [])
})

it('tries a correction through the gate of publication, and keeps nothing', async () => {
  const { deps, slug, id } = await aPublishedReport()
  const later = await revised(deps, slug, 228)
  const [ready] = await tryCorrection(later, SYSTEM, request(slug))
  assert.deepEqual([ready?.state, ready?.to], ['reissued', 2])
  await writeNarrative(later, SYSTEM, {
    reportId: id,
    section: 'purpose',
    version: 1,
    text: 'There were 4711 of them.',
  })
  const [barred] = await tryCorrection(later, SYSTEM, { ...request(slug), withChangedWords: true })
  assert.equal(barred?.state, 'refused')
  assert.equal(barred?.refusal?.code, 'unfinished')
  assert.equal((await publicationsOf(deps.db, id)).length, 1)
})
