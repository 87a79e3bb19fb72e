import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import type { Deps } from '#platform/deps.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { asked } from '#test/support/figures.js'
import { A_SOURCE, aMeasure, aMeasureDescription, someFigures } from '#test/support/measures.js'
import { figureFor } from '../data/facts.queries.js'
import { measureById } from '../data/measures.queries.js'
import { measurePicture } from '../data/pictures.queries.js'
import type { MeasureDraft } from '../domain/measure.js'
import { periodFrom } from '../domain/period.js'
import { editMeasure } from './edit-measure.js'
import { publishMeasure } from './publish-measure.js'
import { recordFigures } from './record-figures.js'
import { registerMeasure } from './register-measure.js'

/** Charged and recorded crimes for 12 months, and the people who live there, from one day. */
async function inputs(deps: Deps, left: string[] = []) {
  await aMeasure(deps, { title: 'Charged', unitLabel: 'crimes' })
  await aMeasure(deps, { title: 'Recorded', unitLabel: 'crimes' })
  await aMeasure(deps, { title: 'Population', unitLabel: 'people', frequency: 'as-at' })
  const months = Array.from({ length: 12 }, (_, index) => `2024-${String(index + 1).padStart(2, '0')}`)
  await someFigures(deps, [
    ...months.filter((month) => !left.includes(month)).map((month, index) => `charged,${month},${index + 1},,,final,`),
    ...months.map((month) => `recorded,${month},100,,,${month === '2024-12' ? 'provisional' : 'final'},`),
    'population,2023-06-30,800000,,,final,',
  ])
}

const worked = (formula: string, more: Partial<MeasureDraft> = {}) =>
  aMeasureDescription({ title: 'Charge rate', unit: 'percentage', formula, ...more })

const CHARGE_RATE = 'share([charged], [recorded])'

describeOnEachDatabase('a measure that is worked out from others', (open) => {
  it('has a series, pools longer periods from the totals, and shows every step', async () => {
    const deps = testDeps(await open())
    await inputs(deps)
    const result = await registerMeasure(deps, SYSTEM, worked(CHARGE_RATE))
    assert.ok(result.ok)
    const picture = await measurePicture(deps.db, result.value, { today: deps.today() })
    assert.deepEqual(
      picture.series.map(({ value }) => value),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    )
    assert.equal(picture.latest?.status, 'provisional')
    assert.match(JSON.stringify(picture.derivation), /"shown":"12"/)
    assert.equal(picture.sources.length, 1)
    const year = await figureFor(deps.db, result.value, { period: asked('2024') })
    assert.equal(year.ok && year.value.value, (100 * 78) / 1200)
    assert.equal(year.ok && year.value.status, 'provisional')
  })

  it('is missing with the reason where an input is, and a year with eleven months is none', async () => {
    const deps = testDeps(await open())
    await inputs(deps, ['2024-05'])
    const result = await registerMeasure(deps, SYSTEM, worked(CHARGE_RATE))
    assert.ok(result.ok)
    const picture = await measurePicture(deps.db, result.value, { today: deps.today() })
    const may = picture.series.find(({ period }) => period.code === '2024-05')
    assert.deepEqual([may?.value, may?.status], [null, 'missing'])
    assert.match(may?.note ?? '', /charged/)
    const zero = await registerMeasure(
      deps,
      SYSTEM,
      worked('share(coalesce([charged], 0), [recorded])', { title: 'Z' }),
    )
    assert.ok(zero.ok)
    for (const measure of [result.value, zero.value]) {
      const year = await figureFor(deps.db, measure, { period: asked('2024') })
      assert.ok(!year.ok && year.error.code === 'not-calculated')
      assert.match(year.error.why, /\[charged\].*May 2024 is missing/)
    }
  })

  it('refuses a formula that adds monthly and rolling figures, in words, and a later change that would make it so', async () => {
    const deps = testDeps(await open())
    await inputs(deps)
    await aMeasure(deps, { title: 'Yearly', unitLabel: 'crimes', frequency: 'rolling-12-months' })
    const count: Partial<MeasureDraft> = { unit: 'count', unitLabel: 'crimes' }
    const added = await registerMeasure(deps, SYSTEM, worked('[charged] + [yearly]', count))
    assert.ok(!added.ok && added.error.code === 'formula')
    assert.match(added.error.problems[0]?.what ?? '', /\[yearly\] has figures of 12 months each/)
    const still = await aMeasure(deps, { title: 'Open', unitLabel: 'crimes' })
    assert.ok((await registerMeasure(deps, SYSTEM, worked('[charged] + [open]', count))).ok)
    const description = aMeasureDescription({ title: 'Open', unitLabel: 'crimes', frequency: 'financial-year' })
    const changed = await editMeasure(deps, SYSTEM, { measureId: still.id, version: still.version, description })
    assert.equal(!changed.ok && changed.error.code, 'breaks-formula')
  })

  it('divides by the newest population there is', async () => {
    const deps = testDeps(await open())
    await inputs(deps)
    const rate = worked('per(1000, [recorded], [population])', { title: 'Rate', unit: 'rate', per: 1000 })
    const result = await registerMeasure(deps, SYSTEM, rate)
    assert.ok(result.ok)
    const year = await figureFor(deps.db, result.value, { period: asked('2024') })
    assert.equal(year.ok && year.value.value, (1000 * 1200) / 800_000)
  })

  it('is known as its inputs were on the day', async () => {
    const db = await open()
    const deps = testDeps(db, isoDate('2025-02-01'))
    await inputs(deps)
    const result = await registerMeasure(deps, SYSTEM, worked(CHARGE_RATE))
    assert.ok(result.ok)
    await someFigures(testDeps(db, isoDate('2025-03-01')), ['charged,2024-12,50,,,final,'])
    const december = async (day: string) => {
      const figure = await figureFor(db, result.value, { period: asked('2024-12'), knownOn: isoDate(day) })
      return figure.ok ? [figure.value.value, figure.value.isRevised] : undefined
    }
    assert.deepEqual(await december('2025-02-15'), [12, false])
    assert.deepEqual(await december('2025-03-15'), [50, true])
  })

  it('is refused when saved with unknown names, units that do not fit, or a circle', async () => {
    const deps = testDeps(await open())
    await inputs(deps)
    await aMeasure(deps, { title: 'Budget', unit: 'pounds', frequency: 'financial-year' })
    const why = async (formula: string, more: Partial<MeasureDraft> = {}) => {
      const result = await registerMeasure(deps, SYSTEM, worked(formula, more))
      return result.ok ? 'saved' : JSON.stringify(result.error)
    }
    assert.match(await why('share([charged], [no-such])'), /no-such/)
    assert.match(await why('[budget] + [charged]'), /formula/)
    assert.match(await why('share([charged],'), /"line":1/)
    assert.match(await why('[charged] / [recorded] * 100 + [budget]'), /formula/)
    assert.match(await why('[budget]'), /percentage/)
    const first = await registerMeasure(deps, SYSTEM, worked(CHARGE_RATE, { title: 'First' }))
    assert.ok(first.ok)
    const second = await registerMeasure(deps, SYSTEM, worked('[first]', { title: 'Second' }))
    assert.ok(second.ok)
    const { id: measureId, version } = first.value
    const circle = await editMeasure(deps, SYSTEM, { measureId, version, description: worked('[second]') })
    assert.match(JSON.stringify(circle), /goes in a circle: \[first\] → \[second\] → \[first\]/)
    assert.equal((await measureById(deps.db, measureId))?.formula, CHARGE_RATE)
  })

  it('takes no figures of its own', async () => {
    const deps = testDeps(await open())
    await inputs(deps)
    await registerMeasure(deps, SYSTEM, worked(CHARGE_RATE))
    const source = { ...A_SOURCE, reason: 'By hand' }
    const words = { numerator: null, denominator: null, status: 'final', note: '', interval: null } as const
    const figure = { measureSlug: 'charge-rate', period: periodFrom('2024-01'), value: 5, ...words }
    const result = await recordFigures(deps, SYSTEM, { vintage: { kind: 'typed', source }, figures: [figure] })
    assert.match(JSON.stringify(result), /worked out from others and takes no figures/)
  })

  it('is public over measures that are not only if somebody says so', async () => {
    const deps = testDeps(await open())
    await inputs(deps)
    const result = await registerMeasure(deps, SYSTEM, worked(CHARGE_RATE))
    assert.ok(result.ok)
    const { id: measureId, version } = result.value
    const refused = await publishMeasure(deps, SYSTEM, { measureId, version })
    assert.deepEqual(refused, { ok: false, error: { code: 'inputs-not-public', measures: ['charged', 'recorded'] } })
    assert.ok((await publishMeasure(deps, SYSTEM, { measureId, version, inputsStayPrivate: true })).ok)
  })

  it('keeps what it is worked out from in units that its formula can bear', async () => {
    const deps = testDeps(await open())
    const charged = await aMeasure(deps, { title: 'Charged', unitLabel: 'crimes' })
    await aMeasure(deps, { title: 'Recorded', unitLabel: 'crimes' })
    const both = await registerMeasure(
      deps,
      SYSTEM,
      aMeasureDescription({ title: 'Both', formula: 'charged + recorded' }),
    )
    assert.ok(both.ok)
    const edit = (more: Partial<MeasureDraft>) => {
      const description = aMeasureDescription({ title: 'Charged', unitLabel: 'crimes', ...more })
      return editMeasure(deps, SYSTEM, { measureId: charged.id, version: charged.version, description })
    }
    const refused = await edit({ unit: 'pounds' })
    assert.ok(!refused.ok && refused.error.code === 'breaks-formula')
    assert.equal(refused.error.title, 'Both')
    assert.match(refused.error.problems[0]?.what ?? '', /pounds .*cannot be added/i)
    assert.equal((await measureById(deps.db, charged.id))?.unit, 'count')
    assert.ok((await edit({ owner: 'Analyst' })).ok)
  })
})
