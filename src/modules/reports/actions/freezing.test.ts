import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { A_SOURCE, aFigureFile, aFile } from '#test/support/measures.js'
import { anOfficeToReportOn, aReport, aReportDraft } from '#test/support/reports.js'
import { publicationsOf, reportById } from '../data/reports.queries.js'
import { sectionWork, textsOf } from '../data/section.queries.js'
import { builtReport, reportPaper } from '../document/build.js'
import { reportFacts } from '../document/facts.js'
import { allTemplates } from '../document/templates.js'
import { writableSections } from '../document/writable-sections.js'
import { textVersion } from '../domain/section-work.js'
import { editReport } from './edit-report.js'
import { loseSignOff } from './lose-sign-off.js'
import { publishReport } from './publish-report.js'
import { revisedFigures } from './revised-figures.js'
import { takeInTemplate } from './save-template.js'
import { setSectionWork } from './section-work.js'
import { writeNarrative } from './write-narrative.js'

const SECTION = 'context'
const WORDS = 'There were :fig[burglary.2025-03] burglaries.\n\n::chart{measure=burglary}'

describe('the figures of a section', () => {
  let deps: Deps
  let reportId: string
  let office: Awaited<ReturnType<typeof anOfficeToReportOn>>
  beforeEach(async () => {
    deps = testDeps(await openTestDb())
    office = await anOfficeToReportOn(deps)
    await figures(230)
    reportId = (await aReport(deps, office)).id
    await write(WORDS)
  })
  const figures = (march: number, day = '2025-04-29') => {
    const rows = Array.from({ length: 15 }, (_, index) => month(index)).map(
      (each) => `burglary,${each},${each === '2025-03' ? march : 200},,,final,`,
    )
    return aFile(deps, { fileName: `${day}-${march}.csv`, bytes: aFigureFile(rows), source: A_SOURCE })
  }
  const month = (index: number) => new Date(Date.UTC(2024, index)).toISOString().slice(0, 7)
  const version = async () => textVersion(await textsOf(deps.db, reportId, SECTION))
  const report = async () => found(await reportById(deps.db, reportId))
  const write = async (text: string) =>
    writeNarrative(deps, SYSTEM, { reportId, section: SECTION, text, version: await version() })
  const set = async (state: 'draft' | 'ready' | 'signed-off') => {
    const done = await setSectionWork(deps, SYSTEM, {
      ...{ reportId, section: SECTION, version: await version(), ownerId: null, state },
    })
    assert.ok(done.ok)
  }
  const said = async () => JSON.stringify((await reportPaper(deps, await report())).paper.blocks)
  const here = async () =>
    found(writableSections(await reportFacts(deps, await report())).find(({ key }) => key === SECTION))

  it('lose the sign-off of standing words that a changed template has otherwise, and keep that of their own', async () => {
    await set('signed-off')
    const standing = { ...{ reportId, section: 'purpose', version: 1, ownerId: null }, state: 'signed-off' as const }
    assert.ok((await setSectionWork(deps, SYSTEM, standing)).ok)
    const template = found((await allTemplates(deps.db)).find(({ key }) => key === 'theme-monitoring'))
    const states = async () => [...(await sectionWork(deps.db, reportId)).values()].map(({ state }) => state).sort()
    const changed = async (from: string, to: string) => {
      const file = found((await allTemplates(deps.db)).find(({ key }) => key === template.key)).file
      assert.ok(file.includes(from))
      assert.ok((await takeInTemplate(deps, SYSTEM, { key: template.key, file: file.replace(from, to) })).ok)
      return states()
    }
    assert.deepEqual(await changed('## Recommendation', '## What is recommended'), ['signed-off', 'signed-off'])
    assert.deepEqual(await changed('This report tells', 'This paper tells'), ['draft', 'signed-off'])
  })

  it('follow the register while it is a draft, and stand as they were known once it is signed off', async () => {
    await figures(231)
    assert.match(await said(), /There were.*"231"/)
    assert.equal((await here()).frozenAt, null)
    await set('signed-off')
    await figures(240)
    const words = await said()
    assert.match(words, /"id":"burglary\.2025-03\.value@2025-04-30","text":"231"/)
    const drawn = (await reportPaper(deps, await report())).paper.blocks.flatMap((block) =>
      block.kind === 'figure' && block.behind ? [block.behind.points.at(-1)?.value] : [],
    )
    assert.ok(drawn.includes(231), 'the chart of the section is frozen with it')
    const { frozenAt, revised } = await here()
    assert.ok(frozenAt)
    assert.deepEqual(
      revised.map(({ id, from, to }) => [id, from, to]),
      [['burglary.2025-03.value', '231', '240']],
    )
  })

  it('live again when the sign-off is lost: the words change, it is set back, or the report speaks of other days', async () => {
    await set('signed-off')
    await figures(240)
    await write(`${WORDS}\n\nAnd more.`)
    assert.match(await said(), /"240"/)
    await set('signed-off')
    await figures(250)
    assert.match(await said(), /"240"/)
    await set('ready')
    assert.match(await said(), /"250"/)
    await set('signed-off')
    const { version: read } = await report()
    const draft = { ...aReportDraft(office), periodFrom: isoDate('2025-01-01') }
    assert.ok((await editReport(deps, SYSTEM, { ...draft, reportId, version: read })).ok)
    assert.equal((await sectionWork(deps.db, reportId)).get(SECTION)?.state, 'draft')
    assert.equal((await here()).frozenAt, null)
  })

  it('are published as they were signed off, and the site says since when they were revised', async () => {
    await set('signed-off')
    await figures(240)
    const built = await builtReport(deps, await report())
    assert.ok(built.ok, built.ok ? '' : built.error)
    const facts = built.value.figures.get('burglary.2025-03.value@2025-04-30') as { value: number; frozenAt: string }
    assert.equal(facts.value, 230)
    assert.ok(facts.frozenAt)
    const sent = { reportId, version: (await report()).version, built: built.value }
    assert.ok((await publishReport(deps, SYSTEM, sent)).ok)
    const [publication] = await publicationsOf(deps.db, reportId)
    const revised = await revisedFigures(deps, found(publication))
    const one = found(revised.find(({ measure, period }) => measure.slug === 'burglary' && period.code === '2025-03'))
    assert.deepEqual([one.from, one.to], ['230 burglaries', '240 burglaries'])
  })

  it('are followed in charts and behind typed numbers too: the site says from what to what', async () => {
    await write('Some :typed[230]{by="Analyst" of=burglary.2025-03}.\n\n::chart{measure=burglary}')
    const built = await builtReport(deps, await report())
    assert.ok(built.ok, built.ok ? '' : built.error)
    assert.deepEqual(built.value.problems, [])
    assert.ok(built.value.figures.has('burglary.2025-03.value'))
    const sent = { reportId, version: (await report()).version, built: built.value }
    assert.ok((await publishReport(deps, SYSTEM, sent)).ok)
    const publication = found((await publicationsOf(deps.db, reportId))[0])
    assert.deepEqual(await revisedFigures(deps, publication), [])
    const rows = ['burglary,2025-03,240,,,final,', 'burglary,2024-11,190,,,final,']
    const later = { ...deps, now: () => new Date('2025-06-02T12:00:00Z') }
    await aFile(later, { fileName: 'later.csv', bytes: aFigureFile(rows), source: A_SOURCE })
    const revised = (await revisedFigures(deps, publication)).filter(({ kind }) => kind === 'value')
    const told = revised.map(({ period, from, to, figures: printed, charts }) => [
      ...[period.code, from, to, printed.length > 0, charts.length > 0],
    ])
    assert.deepEqual(told.sort(), [
      ['2024-11', '200 burglaries', '190 burglaries', false, true],
      ['2025-03', '230 burglaries', '240 burglaries', true, true],
    ])
    assert.equal(revised.find(({ period }) => period.code === '2024-11')?.file?.name, 'later.csv')
  })

  it('are right after a correction: sections that stand on the corrected measure lose their sign-off, others keep theirs', async () => {
    await set('signed-off')
    await figures(240)
    const notice = {
      on: deps.today(),
      reason: 'x',
      decidedBy: 'y',
      figures: [],
      replaces: { number: 1, on: deps.today() },
    }
    const other = await builtReport(deps, await report(), { notice, measures: ['robbery'] })
    assert.ok(other.ok && other.value.figures.has('burglary.2025-03.value@2025-04-30'))
    const right = await builtReport(deps, await report(), { notice, measures: ['burglary'] })
    assert.ok(right.ok && !right.value.figures.has('burglary.2025-03.value@2025-04-30'))
    await deps.db.transaction(async (tx) => {
      await loseSignOff(deps, { tx, actor: SYSTEM, reportId, measures: ['robbery'], why: 'Test' })
    })
    assert.ok((await here()).frozenAt)
    await deps.db.transaction(async (tx) => {
      await loseSignOff(deps, { tx, actor: SYSTEM, reportId, measures: ['burglary'], why: 'Test' })
    })
    assert.equal((await here()).frozenAt, null)
    assert.equal((await sectionWork(deps.db, reportId)).get(SECTION)?.state, 'draft')
  })
})
