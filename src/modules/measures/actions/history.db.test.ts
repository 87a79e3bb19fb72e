import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import type { Db } from '#platform/db/db.js'
import { Conflict, Forbidden } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { asked } from '#test/support/figures.js'
import { aMeasure, aMeasureDescription, aPublishedMeasure, someFigures } from '#test/support/measures.js'
import { commentariesOf } from '../data/commentary.queries.js'
import { asKnownOn, definitionsOf } from '../data/definitions.queries.js'
import { figureFor } from '../data/facts.queries.js'
import { marksOf } from '../data/marks.queries.js'
import { measureById, publishedMeasureBySlug, publishedMeasures } from '../data/measures.queries.js'
import { measurePicture } from '../data/pictures.queries.js'
import { commentaryFor } from '../domain/commentary.js'
import { periodFrom } from '../domain/period.js'
import { editMeasure } from './edit-measure.js'
import { labelsOf, measuresInFramework } from './labels-of.js'
import { rebaseMeasure } from './rebase-measure.js'
import { acknowledgeBreak, recordBreak } from './record-break.js'
import { recordCommentary } from './record-commentary.js'
import { frameMeasure, saveFramework } from './save-framework.js'
import { setTarget } from './set-target.js'
import { withdrawMark } from './withdraw-mark.js'
import { withdrawMeasure } from './withdraw-measure.js'

const on = (db: Db, day: string) => testDeps(db, isoDate(day))
const said = (measureId: string) => ({ measureId, reason: 'New counting rules', by: 'Head of Performance' })

describeOnEachDatabase('what is recorded of a series', (open) => {
  it('is a break that stands from the day it is known, until it is acknowledged or taken back', async () => {
    const db = await open()
    const measure = await aMeasure(testDeps(db))
    await someFigures(on(db, '2025-01-10'), ['burglary,2023-12,90,,,final,', 'burglary,2024-12,100,,,final,'])
    const kind = { startsOn: isoDate('2024-04-01'), kind: 'recording' as const }
    const broken = await recordBreak(on(db, '2025-02-01'), SYSTEM, { ...said(measure.id), ...kind })
    assert.ok(broken.ok)
    const again = await recordBreak(on(db, '2025-02-02'), SYSTEM, { ...said(measure.id), ...kind })
    assert.deepEqual(again, { ok: false, error: { code: 'breaks-there' } })
    const change = async (day: string) => {
      const figure = await figureFor(db, measure, { period: asked('2024-12'), knownOn: isoDate(day) })
      return figure.ok ? [figure.value.change?.difference, figure.value.change?.breaks.length] : undefined
    }
    assert.deepEqual(await change('2025-01-31'), [10, 0])
    assert.deepEqual(await change('2025-02-01'), [undefined, undefined])
    const request = { ...said(measure.id), breakId: broken.value.id }
    assert.ok((await acknowledgeBreak(on(db, '2025-03-01'), SYSTEM, request)).ok)
    assert.deepEqual(await change('2025-02-15'), [undefined, undefined])
    assert.deepEqual(await change('2025-03-01'), [10, 1])
    await assert.rejects(acknowledgeBreak(testDeps(db), SYSTEM, request), Conflict)
    const mark = { ...said(measure.id), kind: 'break' as const, markId: broken.value.id }
    assert.ok((await withdrawMark(on(db, '2025-04-01'), SYSTEM, mark)).ok)
    assert.deepEqual((await marksOf(db, [measure.id])).get(measure.id)?.breaks, [])
    assert.equal(
      (await marksOf(db, [measure.id], { knownOn: isoDate('2025-03-31') })).get(measure.id)?.breaks.length,
      1,
    )
  })

  it('needs a reason and a named person, and the right to say it', async () => {
    const deps = testDeps(await open())
    const { id } = await aMeasure(deps)
    const rebase = (more: object) =>
      rebaseMeasure(deps, SYSTEM, { ...said(id), startsOn: isoDate('2024-04-01'), baselinePoints: null, ...more })
    assert.deepEqual(await rebase({ reason: ' ' }), { ok: false, error: { code: 'no-reason' } })
    assert.deepEqual(await rebase({ by: '' }), { ok: false, error: { code: 'no-name' } })
    assert.equal((await rebase({ baselinePoints: 3 })).ok, false)
    const request = { ...said(id), startsOn: isoDate('2024-04-01'), baselinePoints: 12 }
    const byPerson = await rebaseMeasure(deps, actorOf('office'), { ...request, by: 'Somebody else' })
    assert.ok(byPerson.ok && byPerson.value.recordedBy !== 'Somebody else')
    await assert.rejects(rebaseMeasure(deps, actorOf('auditor'), request), Forbidden)
    const yearly = await aMeasure(deps, { title: 'Yearly', frequency: 'financial-year' })
    const refused = await rebaseMeasure(deps, SYSTEM, { ...request, measureId: yearly.id })
    assert.deepEqual(refused, { ok: false, error: { code: 'not-monthly' } })
  })

  it('is a target with its day and source, in force from that day on', async () => {
    const deps = testDeps(await open())
    const measure = await aMeasure(deps)
    await someFigures(deps, ['burglary,2025-03,230,,,final,'])
    const target = { ...said(measure.id), value: 200, startsOn: isoDate('2025-01-01') }
    assert.deepEqual(await setTarget(deps, SYSTEM, { ...target, source: '' }), {
      ok: false,
      error: { code: 'no-source' },
    })
    assert.ok((await setTarget(deps, SYSTEM, { ...target, source: 'Plan 2021 to 2024' })).ok)
    const later = { ...target, value: 100, startsOn: isoDate('2025-04-01'), source: 'New plan' }
    assert.ok((await setTarget(deps, SYSTEM, later)).ok)
    const picture = await measurePicture(deps.db, measure, { today: deps.today() })
    assert.equal(picture.target?.value, 200)
    assert.match(picture.summary, /does not meet it/)
  })
})

describeOnEachDatabase('the wordings of a measure', (open) => {
  it('are all kept and numbered, and one that changes the meaning breaks the series', async () => {
    const db = await open()
    const measure = await aMeasure(testDeps(db))
    await someFigures(on(db, '2025-02-01'), ['burglary,2024-12,90,,,final,'])
    const edit = (version: number, definition: string, more: object) =>
      editMeasure(on(db, '2025-03-01'), SYSTEM, {
        ...{ measureId: measure.id, version, description: aMeasureDescription({ definition }), ...more },
      })
    assert.deepEqual(await edit(1, 'Other words', {}), { ok: false, error: { code: 'no-reason' } })
    assert.ok((await edit(1, 'Other words', { reason: 'Plainer' })).ok)
    const meaning = { reason: 'Sheds count too', changesMeaningFrom: isoDate('2025-01-01') }
    assert.ok((await edit(2, 'With sheds', meaning)).ok)
    const definitions = await definitionsOf(db, measure.id)
    assert.deepEqual(
      definitions.map(({ number, description, reason, changesMeaning }) => [
        number,
        description.definition,
        reason,
        changesMeaning,
      ]),
      [
        [1, measure.definition, '', false],
        [2, 'Other words', 'Plainer', false],
        [3, 'With sheds', 'Sheds count too', true],
      ],
    )
    const [mark] = (await marksOf(db, [measure.id])).get(measure.id)?.breaks ?? []
    assert.deepEqual([mark?.startsOn, mark?.kind], ['2025-01-01', 'definition'])
    const now = await measureById(db, measure.id)
    assert.ok(now)
    const [then] = await asKnownOn(db, [now], { knownOn: isoDate('2025-02-28') })
    assert.deepEqual([now.definition, then?.definition], ['With sheds', measure.definition])
  })

  it('say which control chart was in force on a day, and refuse one that the figures held do not fit', async () => {
    const db = await open()
    const about = { title: 'Solved', unit: 'percentage', denominator: 'Outcomes' } as const
    const { id: measureId, slug } = await aMeasure(testDeps(db), about)
    const months = Array.from(
      { length: 13 },
      (_, index) => `${2024 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`,
    )
    await someFigures(
      on(db, '2025-02-01'),
      months.map((month, index) => `${slug},${month},${20 + (index % 3)},100,,final,`),
    )
    const choose = async (day: string, controlChart: 'p' | 'u' | 'run') => {
      const measure = await measureById(db, measureId)
      assert.ok(measure)
      const request = {
        measureId,
        version: measure.version,
        reason: 'Few cases',
        description: aMeasureDescription({ ...about, controlChart }),
      }
      const result = await editMeasure(on(db, day), SYSTEM, request)
      return result.ok ? 'ok' : result.error
    }
    assert.equal(await choose('2025-03-01', 'p'), 'ok')
    const chartOn = async (knownOn?: string) => {
      const measure = await measureById(db, measureId)
      assert.ok(measure)
      const options = knownOn === undefined ? {} : { knownOn: isoDate(knownOn) }
      return (await measurePicture(db, measure, { today: isoDate('2025-04-01'), ...options })).control?.chart
    }
    assert.deepEqual([await chartOn('2025-02-28'), await chartOn('2025-03-01'), await chartOn()], ['xmr', 'p', 'p'])
    assert.deepEqual(
      (await definitionsOf(db, measureId)).map(({ number, description }) => [number, description.controlChart]),
      [
        [1, 'xmr'],
        [2, 'p'],
      ],
    )
    assert.deepEqual(await choose('2025-03-02', 'u'), { code: 'no-such-chart', allowed: ['xmr', 'run', 'p'] })
    assert.equal(await choose('2025-03-03', 'run'), 'ok')
    await someFigures(on(db, '2025-03-04'), [`${slug},2025-02,,,21.5,final,`])
    const refused = await choose('2025-03-05', 'p')
    assert.ok(typeof refused === 'object' && refused.code === 'chart-unfit')
    assert.match(refused.why, /February 2025 has a figure without the two numbers behind it/)
    assert.equal(await chartOn(), 'run')
  })

  it('are public only on the days that the measure was, and no longer once it is withdrawn', async () => {
    const db = await open()
    const { id: measureId, slug } = await aPublishedMeasure(on(db, '2025-04-10'))
    const seen = async (day: string) =>
      (await publishedMeasureBySlug(db, slug, { knownOn: isoDate(day) })) !== undefined
    assert.deepEqual([await seen('2025-04-09'), await seen('2025-04-10')], [false, true])
    const { version } = (await measureById(db, measureId)) ?? { version: 0 }
    const reason = 'It named a person'
    assert.ok((await withdrawMeasure(on(db, '2025-04-20'), SYSTEM, { measureId, version, reason })).ok)
    assert.deepEqual(await publishedMeasures(db, { knownOn: isoDate('2025-04-15') }), [])
  })
})

describeOnEachDatabase('what is said of figures', (open) => {
  it('stands beside what was said last time, and is marked when it is the same', async () => {
    const deps = testDeps(await open())
    const { id: measureId } = await aMeasure(deps)
    await someFigures(deps, ['burglary,2025-02,198,,,final,', 'burglary,2025-03,199,,,final,'])
    const say = (period: string, narrative: string) =>
      recordCommentary(deps, SYSTEM, { measureId, period, narrative, response: '' })
    assert.ok((await say('2025-02', 'Fewer nights were dark.')).ok)
    assert.ok((await say('2025-03', 'fewer  nights were dark.')).ok)
    const march = commentaryFor(await commentariesOf(deps.db, measureId), periodFrom('2025-03'))
    assert.deepEqual([march.isUnchanged, march.before?.period.code], [true, '2025-02'])
    assert.ok((await say('2025-03', 'Patrols were moved to the evening.')).ok)
    const mended = commentaryFor(await commentariesOf(deps.db, measureId), periodFrom('2025-03'))
    assert.deepEqual([mended.isUnchanged, mended.now?.narrative], [false, 'Patrols were moved to the evening.'])
    assert.deepEqual(await say('March', 'x'), { ok: false, error: { code: 'not-a-period' } })
  })
})

describeOnEachDatabase('frameworks', (open) => {
  it('hold measures under their own names, each in any number of them', async () => {
    const deps = testDeps(await open())
    const measure = await aMeasure(deps)
    const words = { source: 'Home Office', sourceUrl: null, startsOn: null, endsOn: null }
    const national = { ...words, slug: 'national-measures', name: 'National measures', kind: 'national-measures' }
    const other = { ...words, slug: 'ppf', name: 'Performance framework', kind: 'performance-framework' } as const
    assert.ok((await saveFramework(deps, SYSTEM, { ...national, kind: 'national-measures' })).ok)
    assert.ok((await saveFramework(deps, SYSTEM, other)).ok)
    const measureId = measure.id
    await frameMeasure(deps, SYSTEM, { framework: 'national-measures', measureId, label: 'Neighbourhood crime' })
    await frameMeasure(deps, SYSTEM, { framework: 'ppf', measureId, label: '' })
    assert.deepEqual(await labelsOf(deps.db, measure), [
      { where: 'National measures', label: 'Neighbourhood crime' },
      { where: 'Performance framework', label: 'Burglary' },
    ])
    assert.equal((await measuresInFramework(deps.db, 'national-measures'))[0]?.label, 'Neighbourhood crime')
    await frameMeasure(deps, SYSTEM, { framework: 'ppf', measureId, label: null })
    assert.deepEqual(await measuresInFramework(deps.db, 'ppf'), [])
    const bad = await saveFramework(deps, SYSTEM, { ...other, slug: 'Not a slug' })
    assert.deepEqual(bad, { ok: false, error: { code: 'not-a-slug' } })
  })
})
