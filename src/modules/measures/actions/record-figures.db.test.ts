import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import type { Db } from '#platform/db/db.js'
import { describeOnEachDatabase, openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { A_SOURCE, aMeasure } from '#test/support/measures.js'
import { allImports } from '../data/imports.queries.js'
import { areaSeriesOf, seriesOf, vintagesOf } from '../data/observations.queries.js'
import type { NewFigure } from '../domain/new-figure.js'
import { periodFrom } from '../domain/period.js'
import type { Vintage } from '../domain/vintage.js'
import { recordFigures } from './record-figures.js'

const aFile = (sha256 = 'a'.repeat(64), rest: Partial<Vintage> = {}): Vintage =>
  ({ kind: 'file', fileName: 'return.csv', sha256, source: A_SOURCE, ...rest }) as Vintage

const typed = (reason: string): Vintage => ({ kind: 'typed', source: { ...A_SOURCE, reason } })

function figure(period: string, value: number | null, rest: Partial<NewFigure> = {}): NewFigure {
  const empty = { numerator: null, denominator: null, note: '', interval: null }
  return { measureSlug: 'burglary', period: periodFrom(period), value, status: 'final', ...empty, ...rest }
}

const on = (db: Db, day: string) => testDeps(db, isoDate(day))
const values = (series: readonly { value: number | null }[]) => series.map(({ value }) => value)

describeOnEachDatabase('figures as they come in', (open) => {
  it('stand beside the earlier ones, and each vintage says who, when, why and from which file', async () => {
    const db = await open()
    const { id } = await aMeasure(testDeps(db))
    await recordFigures(on(db, '2025-04-10'), SYSTEM, { vintage: aFile(), figures: [figure('2025-03', 230)] })
    const corrected = await recordFigures(on(db, '2025-04-20'), SYSTEM, {
      vintage: typed('Two were counted twice'),
      figures: [figure('2025-03', 228)],
    })
    assert.ok(corrected.ok)
    assert.deepEqual(corrected.value.changes[0]?.kind, 'changed')
    assert.equal(corrected.value.changes[0]?.before?.value, 230)
    assert.deepEqual(values(await vintagesOf(db, id, '2025-03')), [230, 228])
    assert.deepEqual(values(await seriesOf(db, id)), [228])
    assert.equal((await seriesOf(db, id))[0]?.isRevised, true)
    assert.deepEqual(values(await seriesOf(db, id, { knownOn: isoDate('2025-04-19') })), [230])
    const [newest] = await allImports(db)
    assert.deepEqual(
      [newest?.kind, newest?.reason, newest?.knownOn, newest?.importedBy],
      ['typed', 'Two were counted twice', '2025-04-20', 'Test'],
    )
    assert.match(newest?.sha256 ?? '', /^[0-9a-f]{64}$/)
  })

  it('change nothing when the same file comes again, even after a correction', async () => {
    const db = await open()
    const { id } = await aMeasure(testDeps(db))
    const file = { vintage: aFile(), figures: [figure('2025-02', 198), figure('2025-03', 230)] }
    await recordFigures(on(db, '2025-04-10'), SYSTEM, file)
    await recordFigures(on(db, '2025-04-20'), SYSTEM, { vintage: typed('Late'), figures: [figure('2025-03', 236)] })
    const again = await recordFigures(on(db, '2025-04-25'), SYSTEM, file)
    assert.ok(again.ok)
    assert.deepEqual([again.value.importId, again.value.unchanged], [null, 2])
    assert.deepEqual(values(await seriesOf(db, id)), [198, 236])
  })

  it('of an older release do not take the place of newer ones', async () => {
    const db = await open()
    const { id } = await aMeasure(testDeps(db))
    await recordFigures(on(db, '2025-04-20'), SYSTEM, { vintage: aFile(), figures: [figure('2025-01', 12)] })
    const old = aFile('b'.repeat(64), { knownOn: isoDate('2025-02-15') })
    const result = await recordFigures(on(db, '2025-04-25'), SYSTEM, { vintage: old, figures: [figure('2025-01', 10)] })
    assert.ok(result.ok)
    assert.equal(result.value.added, 1)
    assert.deepEqual(values(await seriesOf(db, id)), [12])
    assert.deepEqual(values(await seriesOf(db, id, { knownOn: isoDate('2025-03-01') })), [10])
    const again = await recordFigures(on(db, '2025-04-26'), SYSTEM, { vintage: old, figures: [figure('2025-01', 10)] })
    assert.equal(again.ok && again.value.unchanged, 1)
  })

  it('of other areas stand apart from the own', async () => {
    const db = await open()
    const deps = testDeps(db)
    const { id } = await aMeasure(deps)
    const figures = [figure('2025-03', 230), figure('2025-03', 99, { area: 'E23000023' })]
    assert.ok((await recordFigures(deps, SYSTEM, { vintage: aFile(), figures })).ok)
    assert.deepEqual(values(await seriesOf(db, id)), [230])
    assert.deepEqual(values(await seriesOf(db, id, { area: 'E23000023' })), [99])
    assert.deepEqual([...(await areaSeriesOf(db, id)).keys()].sort(), ['', 'E23000023'])
  })

  it('keep the interval that the source gives', async () => {
    const db = await open()
    const deps = testDeps(db)
    const survey = await aMeasure(deps, {
      title: 'Confidence',
      unit: 'percentage',
      frequency: 'quarter',
      isSurvey: true,
    })
    const interval = { lower: 70.1, upper: 76.3 }
    const figures = [figure('2024/25 Q4', 73.2, { measureSlug: 'confidence', interval })]
    assert.ok((await recordFigures(deps, SYSTEM, { vintage: aFile(), figures })).ok)
    assert.deepEqual((await seriesOf(db, survey.id))[0]?.interval, interval)
    assert.equal(survey.pooling, 'none')
  })

  it('are only tried when nothing is to be saved', async () => {
    const db = await open()
    const { id } = await aMeasure(testDeps(db))
    const request = { vintage: aFile(), figures: [figure('2025-03', 230)], dryRun: true }
    const result = await recordFigures(testDeps(db), SYSTEM, request)
    assert.ok(result.ok)
    assert.deepEqual([result.value.importId, result.value.added, result.value.changes[0]?.before], [null, 1, null])
    assert.deepEqual(await seriesOf(db, id), [])
    assert.deepEqual(await allImports(db), [])
  })
})

describe('figures that are refused', () => {
  const refusals: readonly (readonly [string, Vintage, readonly NewFigure[], RegExp])[] = [
    ['a typed figure without a reason', typed(' '), [figure('2025-03', 1)], /no-reason/],
    ['a source without a licence', { ...typed('x'), source: { ...A_SOURCE, licence: '' } }, [], /source-incomplete/],
    ['figures known only tomorrow', aFile('c', { knownOn: isoDate('2025-05-01') }), [], /known-later/],
    ['an unknown measure', aFile(), [figure('2025-03', 1, { measureSlug: '__proto__' })], /There is no measure/],
    ['another kind of period', aFile(), [figure('2024/25', 1)], /not the kind of period/],
    ['a month that has not ended', aFile(), [figure('2025-05', 1)], /has not ended/],
    ['a missing figure without a reason', aFile(), [figure('2025-03', null, { status: 'missing' })], /no reason/],
    [
      'a missing figure with a number',
      aFile(),
      [figure('2025-03', 1, { status: 'missing', note: 'x' })],
      /has a number/,
    ],
    ['a count below nought', aFile(), [figure('2025-03', -1)], /less than 0/],
    ['a number beyond counting', aFile(), [figure('2025-03', 1e300)], /too large/],
    ['one figure twice', aFile(), [figure('2025-03', 1), figure('2025-03', 1)], /same measure, area and period/],
    [
      'an interval that does not hold the figure',
      aFile(),
      [figure('2025-03', 5, { interval: { lower: 6, upper: 7 } })],
      /does not hold/,
    ],
  ]
  for (const [what, vintage, figures, why] of refusals) {
    it(`leave the register as it was: ${what}`, async () => {
      const deps = testDeps(await openTestDb())
      const { id } = await aMeasure(deps)
      const result = await recordFigures(deps, SYSTEM, { vintage, figures: [figure('2025-01', 7), ...figures] })
      assert.ok(!result.ok)
      assert.match(JSON.stringify(result.error), why)
      assert.deepEqual(await seriesOf(deps.db, id), [])
    })
  }
})
