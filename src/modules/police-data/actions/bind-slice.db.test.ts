import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { measurePicture, seriesOf, vintagesOf } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { ask } from '#test/support/ask-command.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, TEST_DAY, testDeps } from '#test/support/deps.js'
import { aMeasure } from '#test/support/measures.js'
import { fillLake, type StreetRecord } from '#test/support/police-lake.js'
import { bindCrimes, listBindings, unbindCrimes } from '../cli/bind.cli.js'
import type { BoundSlice } from '../domain/binding.js'
import { bindSlice, previewSlice } from './bind-slice.js'
import { fillBindings } from './fill-bindings.js'
import { importPoliceFiles } from './import-police-files.js'

const HEAD =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context'
const SALFORD = 'E01005600'
const DISTRICT = 'E08000006'
const force = 'greater-manchester'
const burglaries = (month: string, count: number, lsoa: string | null = SALFORD): StreetRecord[] =>
  Array.from({ length: count }, () => ({ force, month, lsoa }))
const own: BoundSlice = { forces: [force], types: ['Burglary'], districts: [DISTRICT], includeAsb: false }

async function figures(deps: Deps, measureId: string): Promise<(string | number | null)[][]> {
  const series = await seriesOf(deps.db, measureId)
  return series.map(({ period, value }) => [period.code, value])
}

describeOnEachDatabase('crimes bound to a measure', (open) => {
  it('fill it with each month that is there, and leave a missing month missing', async () => {
    const deps = testDeps(await open())
    const measure = await aMeasure(deps, { title: 'Burglary in Salford' })
    await fillLake(deps, {
      release: '2024-04',
      street: [
        ...burglaries('2024-01', 3),
        ...burglaries('2024-02', 0),
        ...burglaries('2024-04', 2),
        ...burglaries('2024-04', 5, null),
      ],
      also: [{ force, month: '2024-02', type: 'street' }],
    })
    const result = await bindSlice(deps, SYSTEM, { measureId: measure.id, slice: own })
    assert.ok(result.ok)
    assert.deepEqual([result.value.filled.added, result.value.filled.brought], [3, ['2024-04']])
    const picture = await measurePicture(deps.db, measure, { today: TEST_DAY })
    assert.deepEqual(
      picture.series.map(({ period, value }) => [period.code, value]),
      [
        ['2024-01', 3],
        ['2024-02', 0],
        ['2024-03', null],
        ['2024-04', 2],
      ],
    )
  })

  it('bring each release as a vintage known from its last day, and nothing twice', async () => {
    const deps = testDeps(await open())
    const measure = await aMeasure(deps, { title: 'Burglary in Salford' })
    await fillLake(deps, { release: '2024-02', street: [...burglaries('2024-01', 3), ...burglaries('2024-02', 4)] })
    await bindSlice(deps, SYSTEM, { measureId: measure.id, slice: own })
    await fillLake(deps, { release: '2024-03', street: [...burglaries('2024-02', 5), ...burglaries('2024-03', 6)] })
    const [filled] = await fillBindings(deps, SYSTEM)
    assert.deepEqual([filled?.added, filled?.revised, filled?.brought], [1, 1, ['2024-03']])
    assert.deepEqual((await fillBindings(deps, SYSTEM))[0]?.brought, [])
    const vintages = await vintagesOf(deps.db, measure.id, '2024-02')
    assert.deepEqual(vintages.map(({ value, knownOn }) => [value, knownOn]).sort(), [
      [4, '2024-02-29'],
      [5, '2024-03-31'],
    ])
    const then = await measurePicture(deps.db, measure, { today: TEST_DAY, knownOn: isoDate('2024-03-30') })
    assert.deepEqual(
      then.series.map(({ value }) => value),
      [3, 4],
    )
    assert.deepEqual(
      then.sources[0]?.files.map(({ name }) => name),
      [`2024-01-${force}-street.csv`, `2024-02-${force}-street.csv`],
    )
  })

  it('break the series where a kind of crime changed in 2013, once', async () => {
    const deps = testDeps(await open())
    const measure = await aMeasure(deps, { title: 'Theft' })
    const theft = { force, lsoa: SALFORD, type: 'Other theft' }
    const street = [
      { ...theft, month: '2013-04' },
      { ...theft, month: '2013-05' },
    ]
    await fillLake(deps, { release: '2014-01', street })
    await bindSlice(deps, SYSTEM, { measureId: measure.id, slice: { ...own, types: ['Other theft'] } })
    await fillBindings(deps, SYSTEM)
    const { breaks } = await measurePicture(deps.db, measure, { today: TEST_DAY })
    assert.deepEqual(
      breaks.map(({ startsOn, kind }) => [startsOn, kind]),
      [['2013-05-01', 'definition']],
    )
  })

  it('have no nought for a kind of crime before it was counted by itself', async () => {
    const deps = testDeps(await open())
    const measure = await aMeasure(deps, { title: 'Bicycle theft' })
    const street = [...burglaries('2013-04', 1), ...burglaries('2013-05', 1)]
    await fillLake(deps, { release: '2014-01', street })
    await bindSlice(deps, SYSTEM, { measureId: measure.id, slice: { ...own, types: ['Bicycle theft'] } })
    assert.deepEqual(await figures(deps, measure.id), [['2013-05', 0]])
  })

  it('make a rate of the residents of the area, and say of which year they are', async () => {
    const deps = testDeps(await open())
    const about = { unit: 'rate', per: 1000, denominator: 'Residents', numerator: 'Burglaries' } as const
    const measure = await aMeasure(deps, { title: 'Burglary rate', ...about })
    await fillLake(deps, { release: '2020-02', street: burglaries('2020-01', 259) })
    await bindSlice(deps, SYSTEM, { measureId: measure.id, slice: own })
    const { series } = await measurePicture(deps.db, measure, { today: TEST_DAY })
    const [point] = series
    assert.equal(point?.numerator, 259)
    assert.ok(point?.denominator && Math.abs((point.value ?? 0) - 259_000 / point.denominator) < 1e-9)
    assert.match(point?.note ?? '', /^Residents: 2020, /)
  })

  it('are refused where they cannot fill the measure', async () => {
    const deps = testDeps(await open())
    const quarterly = await aMeasure(deps, { title: 'Quarterly', frequency: 'quarter' })
    const pounds = await aMeasure(deps, { title: 'Pounds', unit: 'pounds' })
    const good = await aMeasure(deps, { title: 'Good' })
    const refusal = async (measureId: string, slice: BoundSlice = own) => {
      const result = await bindSlice(deps, SYSTEM, { measureId, slice })
      return result.ok ? 'bound' : result.error.code
    }
    assert.equal(await refusal(quarterly.id), 'not-monthly')
    assert.equal(await refusal(pounds.id), 'not-a-count')
    assert.equal(await refusal(good.id, { ...own, forces: [] }), 'no-force')
    assert.equal(await refusal(good.id), 'bound')
    assert.equal(await refusal(good.id), 'bound-already')
  })

  it('are bound, listed, filled and ended at the command line', async () => {
    const deps = testDeps(await open())
    const measure = await aMeasure(deps, { title: 'Burglary in Salford' })
    await fillLake(deps, { release: '2024-02', street: burglaries('2024-01', 3) })
    const words = [measure.slug, '--force', 'GMP', '--district', 'Salford', '--type', 'burglary']
    assert.deepEqual((await ask(bindCrimes, deps, ...words, '--dry-run')).data, [
      { month: '2024-01', count: 3, release: '2024-02' },
    ])
    assert.deepEqual((await ask(listBindings, deps)).data, [])
    const bound = await ask(bindCrimes, deps, ...words)
    assert.match(bound.lines.join('\n'), /Burglary, Salford, reported by Greater Manchester Police/)
    assert.match(bound.lines.join('\n'), /1 new figure, from the release of February 2024/)
    const listed = await ask(listBindings, deps)
    assert.match(listed.lines.join('\n'), /burglary-in-salford +Burglary, Salford/)
    const { id } = (listed.data as { id: string }[])[0] ?? { id: '' }
    await ask(unbindCrimes, deps, id)
    assert.deepEqual((await ask(listBindings, deps)).lines, ['No crimes fill any measure'])
    assert.deepEqual(await figures(deps, measure.id), [['2024-01', 3]])
    assert.equal((await ask(bindCrimes, deps, measure.slug, '--type', 'burglary')).refused, true)
  })

  it('fill the measure again whenever a release is imported', async () => {
    const deps = testDeps(await open())
    const measure = await aMeasure(deps, { title: 'Burglary in Salford' })
    await bindSlice(deps, SYSTEM, { measureId: measure.id, slice: own })
    const folder = await mkdtemp(join(tmpdir(), 'police-files-'))
    const name = `2024-01-${force}-street.csv`
    const row = `${'a'.repeat(64)},2024-01,Greater Manchester Police,Greater Manchester Police,-2.3,53.5,On or near High Street,${SALFORD},Salford 026B,Burglary,Under investigation,`
    await writeFile(join(folder, name), `${HEAD}\r\n${row}\r\n`)
    const taken = await importPoliceFiles(deps, SYSTEM, { paths: [join(folder, name)], release: '2024-02' })
    await rm(folder, { recursive: true })
    assert.ok(taken.ok, JSON.stringify(taken))
    assert.deepEqual(
      taken.value.filled.map(({ measure: slug, added, brought }) => [slug, added, brought]),
      [['burglary-in-salford', 1, ['2024-02']]],
    )
    assert.deepEqual(await figures(deps, measure.id), [['2024-01', 1]])
  })

  it('show their months beforehand', async () => {
    const deps = testDeps(await open())
    await fillLake(deps, { release: '2024-02', street: burglaries('2024-01', 3) })
    await fillLake(deps, { release: '2024-03', street: burglaries('2024-01', 2) })
    assert.deepEqual(await previewSlice(deps, own), [{ month: '2024-01', count: 2, release: '2024-03' }])
  })

  it('wait for the day from which a release counts as known', async () => {
    const deps = testDeps(await open(), isoDate('2024-01-15'))
    const measure = await aMeasure(deps, { title: 'Burglary in Salford' })
    await fillLake(deps, { release: '2024-02', street: burglaries('2024-01', 3) })
    const result = await bindSlice(deps, SYSTEM, { measureId: measure.id, slice: own })
    assert.match(result.ok ? result.value.filled.problem : '', /counts as known from 29 February 2024/)
  })
})
