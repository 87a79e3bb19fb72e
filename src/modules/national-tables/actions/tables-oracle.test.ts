import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { before, describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import type { Deps } from '#platform/deps.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { preceptsOf, recordedCrime, workforceOf } from './force-figures.js'
import { importTable } from './import-table.js'

/** Real files of the publishers, kept beside the repository where it is worked on; elsewhere there is nothing to try. */
const FILES = join(import.meta.dirname, '../../../../../../shared/data')
const skip = existsSync(FILES) ? false : 'the real files are not here'

let deps: Deps
const take = async (path: string) => {
  const result = await importTable(deps, SYSTEM, {
    kind: 'auto',
    fileName: path,
    bytes: readFileSync(join(FILES, path)),
  })
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

it('finds the real files beside it', { skip }, () => assert.ok(existsSync(FILES)))

describe('the publishers’ own files', { skip }, () => {
  before(async () => {
    deps = testDeps(await openTestDb())
  })

  it('give the recorded crime of Cambridgeshire, year by year, as reconciled by hand', async () => {
    const { warnings } = await take('home-office-ons/ons-prc/rec-crime-pfa.csv.gz')
    assert.match(warnings.join(), /30\/12\/2017.*927 rows/)
    for (const [year, offences] of [
      [2014, 43_970],
      [2015, 46_321],
      [2016, 48_647],
      [2017, 57_899],
      [2018, 66_194],
    ] as const)
      assert.equal(
        (await recordedCrime(deps.db, 'cambridgeshire', { until: isoDate(`${year}-03-31`) }))?.offences,
        offences,
      )
  })

  it('give the officers of September and March', async () => {
    await take('home-office-ons/ods/police-workforce-sep18-tables.ods')
    const officers = (await workforceOf(deps.db, 'cambridgeshire')).filter(
      ({ labels }) => labels.worker === 'Police officers',
    )
    assert.deepEqual(
      officers.map(({ until, values }) => [until, Math.round(values.fte ?? 0)]),
      [
        ['2017-09-30', 1332],
        ['2018-03-31', 1383],
        ['2018-09-30', 1420],
      ],
    )
  })

  for (const file of ['CTR_Table_9_2023-24.ods', 'ctr_2223.xlsx', 'ctr_2021.xlsx'])
    it(`give the precept of all 39 policing bodies of England (${file})`, async () => {
      const { added, warnings } = await take(`precept/mhclg-original/${file}`)
      assert.ok(added >= 76, `${added}`)
      assert.ok(
        warnings.every((warning) => /Metropolitan Police/.test(warning)),
        warnings.join(),
      )
    })

  it('give a requirement over a base that comes to Band D', async () => {
    const year = (await preceptsOf(deps.db, 'cambridgeshire')).find(({ until }) => until === '2023-03-31')
    assert.deepEqual([year?.values.requirement, year?.values.base, year?.values.bandD], [76_322_685, 296_306.7, 257.58])
  })

  for (const [path, kind] of [
    ['lookups/lookup_ltla24_csp24_pfa24.csv', 'area-lookup'],
    ['lookups/LAD16_CSP16_PFA16_lookup_Dec2016.csv', 'area-lookup'],
    ['lookups/la_all_codes.csv', 'area-codes'],
    ['lookups/lookup_lsoa21_ward24_ltla24_cambridgeshire_pfa.csv', 'lsoa-lookup'],
    ['lookups/lookup_lsoa11_lsoa21_ltla22_cambridgeshire_pfa.csv', 'lsoa-changes'],
    ['population/population_mid2020_ltla20_single_year_of_age_cambridgeshire_pfa.csv', 'population'],
    ['imd/imd2019_lsoa11_cambridgeshire_pfa.csv', 'deprivation'],
    ['imd/imd2025_lsoa21_cambridgeshire_pfa.csv', 'deprivation'],
    ['boundaries/lsoa_cambridge_E07000008.geojson', 'boundaries'],
    ['boundaries/topojson/lsoa11_topo_E07000010.topojson', 'boundaries'],
    ['home-office-ons/lesscrime/crime-pressure-force-2022-data.csv.gz', 'severity'],
    ['precept/ctr_raw_csv/ctr_1516_raw.csv.gz', 'council-tax'],
  ] as const)
    it(`are recognised: ${path}`, async () => {
      assert.equal((await take(path)).kind, kind)
    })
})
