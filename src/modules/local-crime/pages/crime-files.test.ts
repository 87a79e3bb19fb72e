import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { testApp } from '#test/support/app.js'
import { csvRows } from '#test/support/csv.js'
import { anOfficeOfBedfordshire, aPoliceOffice, FORCE } from '#test/support/local-crime.js'
import { fillLake } from '#test/support/police-lake.js'

/** The rows of a file as records. */
function records(csv: string): Record<string, string>[] {
  const [head = [], ...rows] = csvRows(csv)
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])))
}

const sum = (rows: readonly Record<string, string>[]) => rows.reduce((total, { count }) => total + Number(count), 0)

describe('the tables of local crime as CSV', () => {
  it('say place, source, release and licence in every row, and add up', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps, { without: ['2024-05'] })
    const { body, headers } = await get('/crime/months.csv')
    assert.match(String(headers['content-type']), /^text\/csv/)
    const rows = records(body)
    const march = rows.filter(({ month, kind }) => month === '2025-03' && kind !== 'Anti-social behaviour')
    assert.equal(sum(march), 24)
    for (const row of rows) {
      assert.equal(row.place_code, 'E23000026')
      assert.deepEqual(
        [row.source, row.release, row.licence],
        ['data.police.uk, street-level files', '2025-03', 'Open Government Licence v3.0'],
      )
    }
    const gap = rows.filter(({ month }) => month === '2024-05')
    assert.deepEqual(
      gap.map(({ count, note }) => [count, note]),
      [['', 'no file of this month']],
    )
  })

  it('are there for each place and table, with the areas within it', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const districts = records((await get('/crime/areas.csv')).body)
    assert.deepEqual(districts.map(({ area }) => area).sort(), ['Bedford', 'Central Bedfordshire', 'Luton'])
    const kinds = records((await get('/crime/district/luton/kinds.csv')).body)
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['Burglary', 'Robbery'],
    )
    const outcomes = records((await get('/crime/district/luton/outcomes.csv')).body)
    assert.equal(sum(outcomes), sum(kinds))
    const rates = records((await get('/crime/district/luton/rates.csv')).body)
    assert.deepEqual(
      rates.map(({ place, where, from, to }) => [place, where, from, to]),
      ['Luton', 'Bedfordshire'].map((where) => ['Luton', where, '2024-04', '2025-03']),
    )
    const [luton] = rates
    assert.equal(Number(luton?.per_1000), Math.round((100_000 * sum(kinds)) / Number(luton?.residents)) / 100)
    assert.equal((await get('/crime/district/peterborough/kinds.csv')).statusCode, 404)
  })

  it('keep outcomes by the month of the outcome apart from outcomes of the months’ crimes', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const charged = (id: string, month: string) => ({ id, force: FORCE, month, outcome: 'Suspect charged' })
    const outcomes = [charged('a', '2025-02'), charged('b', '2025-02'), charged('a', '2025-03')]
    await fillLake(deps, { release: '2025-03', outcomes })
    const recorded = records((await get('/crime/outcomes-recorded.csv')).body)
    assert.deepEqual(
      recorded.map((row) => [row.outcomes_recorded_from, row.outcomes_recorded_to, row.outcome, row.count]),
      [['2025-02', '2025-03', 'Suspect charged', '3']],
    )
    const cohort = records((await get('/crime/outcomes.csv')).body)
    assert.ok(cohort.every((row) => row.crimes_recorded_from === '2024-04' && row.withheld === 'no'))
  })

  it('say of a ward which numbers are withheld', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const kinds = records((await get('/crime/ward/E05014737/kinds.csv')).body)
    for (const { count, withheld } of kinds) assert.equal(withheld, count === '' ? 'yes' : 'no')
  })

  it('are there for rates of search, points and the totals of years', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const rates = records((await get('/stop-and-search/rates.csv')).body)
    assert.equal(rates.find(({ ethnic_group }) => ethnic_group === 'White')?.searches, '12')
    const [point] = records((await get('/crime/points.csv')).body)
    assert.ok(Number(point?.count) >= 5)
    const years = records((await get('/crime/totals.csv')).body)
    assert.deepEqual(
      years.map(({ year_to_march, verdict }) => [year_to_march, verdict]),
      [
        ['2023/24', 'not compared'],
        ['2024/25', 'not compared'],
      ],
    )
    assert.deepEqual(records((await get('/crime/beside.csv')).body), [])
  })

  it('are empty before anything is taken in', async () => {
    const { deps, get } = await testApp()
    const isEmpty = async () => {
      for (const address of ['/crime/months.csv', '/crime/coverage.csv', '/stop-and-search/searches.csv']) {
        const { body, statusCode } = await get(address)
        assert.equal(statusCode, 200, address)
        assert.equal(body.trim().split('\r\n').length, 1, address)
      }
    }
    await isEmpty()
    await anOfficeOfBedfordshire(deps)
    await isEmpty()
  })

  it('give stops and searches with what was not recorded left empty', async () => {
    const { deps, get } = await testApp()
    await aPoliceOffice(deps)
    const rows = records((await get('/stop-and-search/searches.csv')).body)
    assert.equal(sum(rows), 45)
    assert.ok(rows.some(({ ethnicity, age }) => ethnicity === '' && age === ''))
  })
})
