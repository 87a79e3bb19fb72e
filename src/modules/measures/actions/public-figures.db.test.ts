import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { relateParts, setOfficeRule } from '#modules/disclosure/index.js'
import { reading, writing } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { aPublishedMeasure, someFigures } from '#test/support/measures.js'
import { measureBySlug } from '../data/measures.queries.js'
import type { MeasuresTables } from '../data/measures.tables.js'
import { seriesOf, vintagesNearSmall } from '../data/observations.queries.js'
import { measurePicture } from '../data/pictures.queries.js'
import { publicPicture, publicView } from './public-figures.js'

const RULE = { suppressBelow: 5, showsZero: true, reason: 'Few victims' }

async function shown(deps: Deps, slug: string) {
  const measure = await measureBySlug(deps.db, slug)
  if (!measure) throw new Error(slug)
  return publicPicture(deps.db, measure, { today: deps.today() })
}

describeOnEachDatabase('what the public is shown of figures', (open) => {
  it('is all of them without a rule, and no small ones with one', async () => {
    const deps = testDeps(await open())
    const measure = await aPublishedMeasure(deps)
    await someFigures(deps, ['burglary,2025-02,3,,,final,Three in Mill Lane', 'burglary,2025-01,0,,,final,'])
    const values = async () => (await shown(deps, 'burglary')).series.map(({ value }) => value)
    assert.deepEqual(await values(), [0, 3, 230])
    await setOfficeRule(deps, SYSTEM, RULE)
    assert.deepEqual(await values(), [0, null, 230])
    const point = (await shown(deps, 'burglary')).series[1]
    assert.equal(point?.isWithheld, true)
    assert.equal(point?.numerator, null)
    assert.doesNotMatch(JSON.stringify(await shown(deps, 'burglary')), /Mill Lane/)
    assert.deepEqual((await shown(deps, 'burglary')).sources.map(({ sha256 }) => sha256 === '').sort(), [false, true])
    const forStaff = await measurePicture(deps.db, measure, { today: deps.today() })
    assert.equal(forStaff.series[1]?.value, 3)
    assert.equal((await seriesOf(deps.db, measure.id, await publicView(deps.db)))[1]?.value, null)
  })

  it('keeps back the figures of a sum that the office has named, and no more', async () => {
    const deps = testDeps(await open())
    const whole = await aPublishedMeasure(deps, { title: 'Burglary' })
    const parts = [
      await aPublishedMeasure(deps, { title: 'Homes', unitLabel: 'homes' }),
      await aPublishedMeasure(deps, { title: 'Shops', unitLabel: 'shops' }),
    ]
    await someFigures(deps, ['burglary,2025-02,48,,,final,', 'homes,2025-02,45,,,final,', 'shops,2025-02,3,,,final,'])
    await setOfficeRule(deps, SYSTEM, RULE)
    const february = async () =>
      Promise.all(['burglary', 'homes', 'shops'].map(async (slug) => (await shown(deps, slug)).series[0]?.value))
    assert.deepEqual(await february(), [48, 45, null])
    await relateParts(deps, SYSTEM, { whole: whole.id, parts: parts.map(({ id }) => id) })
    assert.deepEqual(await february(), [48, null, null])
  })

  it('looks for small numbers only in the periods that have any', async () => {
    const deps = testDeps(await open())
    const { id } = await aPublishedMeasure(deps)
    await someFigures(deps, ['burglary,2025-02,3,,,final,', 'burglary,2025-01,40,,,final,'])
    const near = await vintagesNearSmall(deps.db, [id], 5)
    assert.deepEqual(
      near.map(({ period }) => period.code),
      ['2025-02'],
    )
  })

  it('is made once for each state of the register, and for each day that it is asked as of', async () => {
    const deps = testDeps(await open())
    await aPublishedMeasure(deps)
    await someFigures(deps, ['burglary,2025-02,30,,,final,'])
    const first = await shown(deps, 'burglary')
    assert.equal(await shown(deps, 'burglary'), first)
    const measure = await measureBySlug(deps.db, 'burglary')
    if (!measure) throw new Error('burglary')
    const earlier = await publicPicture(deps.db, measure, { today: isoDate('2025-01-01') })
    assert.notEqual(earlier, first)
    await someFigures(deps, ['burglary,2025-03,31,,,final,'])
    const later = await shown(deps, 'burglary')
    assert.deepEqual([first.latest?.value, later.latest?.value], [230, 31])
  })

  it('is made anew within a transaction, which may have written figures that nothing tells of yet', async () => {
    const deps = testDeps(await open())
    const measure = await aPublishedMeasure(deps)
    await someFigures(deps, ['burglary,2025-02,30,,,final,'])
    await deps.db.transaction(async (tx) => {
      const before = await publicPicture(tx, measure, { today: deps.today() })
      const rows = reading<MeasuresTables>(tx).selectFrom('measures_observation').selectAll()
      const row = await rows.where('period', '=', '2025-02').executeTakeFirstOrThrow()
      const revised = { ...row, id: 'revised', value: 99, recorded_at: '2099-01-01T00:00:00.000Z' }
      await writing<MeasuresTables>(tx).insertInto('measures_observation').values(revised).execute()
      const after = await publicPicture(tx, measure, { today: deps.today() })
      assert.notDeepEqual(after.series, before.series)
    })
  })
})
