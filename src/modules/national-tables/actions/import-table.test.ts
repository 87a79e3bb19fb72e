import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { gzipSync } from 'node:zlib'
import { isoDate } from '#kernel/dates.js'
import { writeWorkbook } from '#platform/tables/write-workbook.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { recordedCrime } from './force-figures.js'
import { type ImportRequest, importTable } from './import-table.js'
import { tableRows } from './table-rows.js'

const HEAD = '12 months ending,PFA,Region,Offence,Rolling year total number of offences'

async function anOffice() {
  const deps = testDeps(await openTestDb())
  const take = (content: string | Uint8Array, request: Partial<ImportRequest> = {}) => {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content
    return importTable(deps, SYSTEM, { kind: 'recorded-crime', fileName: 'crime.csv', bytes, ...request })
  }
  const taken = async (...given: Parameters<typeof take>) => {
    const result = await take(...given)
    assert.ok(result.ok, JSON.stringify(result))
    return result.value
  }
  const refused = async (...given: Parameters<typeof take>) => {
    const result = await take(...given)
    assert.ok(!result.ok, 'it was taken in')
    return result.error.map(({ sheet, cell, problem, fix }) => [sheet, cell, problem, fix].join(' ')).join('\n')
  }
  return { deps, taken, refused }
}

const march = (rows: readonly string[]) => [HEAD, ...rows.map((row) => `31/03/2018,${row}`)].join('\r\n')
const YEAR = march([
  'Kent,South East,Burglary,120',
  'Kent,South East,Robbery,30',
  'Kent,South East,Fraud offences,5',
  'Devon & Cornwall,South West,Burglary,80',
  'Action Fraud,Fraud: Action Fraud,Action Fraud,999',
])

describe('taking in recorded crime', () => {
  it('refuses a file that was cut inside its last row, and names the row', async () => {
    const { refused, taken } = await anOffice()
    assert.match(await refused(YEAR.slice(0, YEAR.lastIndexOf(','))), /row 6 The last line ends before its row does/)
    assert.equal((await taken(`${YEAR}\r\nSource: Home Office`)).rowsRead, 5)
  })

  it('gives each force its year, without fraud, by whatever name it is called', async () => {
    const { deps, taken } = await anOffice()
    const outcome = await taken(YEAR)
    assert.deepEqual([outcome.rowsRead, outcome.added, outcome.warnings], [5, 5, []])
    const until = isoDate('2018-03-31')
    for (const [force, offences] of [
      ['kent', 150],
      ['E23000032', 150],
      ['Devon and Cornwall Police', 80],
    ] as const)
      assert.equal((await recordedCrime(deps.db, force, { until }))?.offences, offences)
    const burglary = await recordedCrime(deps.db, 'kent', { until, offence: 'burglary' })
    assert.deepEqual(
      [burglary?.offences, burglary?.files[0]?.name, burglary?.files[0]?.sha256.length],
      [120, 'crime.csv', 64],
    )
    assert.equal(await recordedCrime(deps.db, 'kent', { until: isoDate('2017-03-31') }), null)
    assert.equal(await recordedCrime(deps.db, 'essex', { until }), null)
  })

  it('changes nothing for the same bytes, nor for other bytes that say the same', async () => {
    const { taken } = await anOffice()
    await taken(YEAR)
    const again = await taken(YEAR)
    assert.deepEqual([again.added, again.changed, again.unchanged, again.knownSince !== null], [0, 0, 5, true])
    const packed = await taken(gzipSync(YEAR.replaceAll('\r\n', '\n')))
    assert.deepEqual([packed.added, packed.changed, packed.unchanged, packed.knownSince], [0, 0, 5, null])
  })

  it('replaces what a newer file says otherwise, withdraws what it leaves out, and keeps both on record', async () => {
    const { deps, taken } = await anOffice()
    await taken(YEAR)
    const newer = march([
      'Kent,South East,Residential burglary,70',
      'Kent,South East,Robbery,31',
      'Kent,South East,Fraud offences,5',
    ])
    const dry = await taken(newer, { dryRun: true })
    const wet = await taken(newer, { fileName: 'newer.csv' })
    for (const { added, changed, withdrawn, unchanged } of [dry, wet])
      assert.deepEqual([added, changed, withdrawn, unchanged], [1, 1, 1, 1])
    assert.equal(dry.file, null)
    assert.deepEqual(
      wet.revisions.map(({ area, what, before, after }) => [area, what, before, after]),
      [
        ['Kent', 'Robbery, offences', 30, 31],
        ['Kent', 'Burglary, offences', 120, null],
      ],
    )
    const until = isoDate('2018-03-31')
    assert.equal((await recordedCrime(deps.db, 'kent', { until }))?.offences, 101)
    assert.equal((await recordedCrime(deps.db, 'devon-and-cornwall', { until }))?.offences, 80)
  })

  it('puts a dirty day right and says in how many rows', async () => {
    const { taken } = await anOffice()
    const { warnings, until } = await taken(YEAR.replaceAll('31/03/2018', '30/12/2017'))
    assert.equal(until, '2017-12-31')
    assert.match(warnings.join(), /“30\/12\/2017” is read as 2017-12-31, in 5 rows/)
  })

  it('says so where a file ends before the one that it changes', async () => {
    const { taken } = await anOffice()
    await taken(`${YEAR}\r\n30/06/2018,Kent,South East,Burglary,125`)
    const { warnings } = await taken(YEAR.replace('Burglary,120', 'Burglary,119'), { fileName: 'older.csv' })
    assert.match(warnings.join(), /It ends before “crime.csv” does, and may be older/)
  })

  it('keeps a mark as missing with its meaning, never as nought', async () => {
    const { deps, taken } = await anOffice()
    await taken(march(['Kent,South East,Burglary,..']))
    const [row] = await tableRows(deps.db, 'recorded-crime', { area: 'E23000032' })
    assert.deepEqual([row?.values.offences, row?.marks.offences], [null, 'not available'])
  })

  it('takes nothing in when one row is wrong, and names it', async () => {
    const { deps, refused } = await anOffice()
    const said = await refused(YEAR.replace('Robbery,30', 'Robbery,thirty'))
    assert.match(said, /row 3, column “Rolling year total number of offences” “thirty” is not a number/)
    assert.deepEqual(await tableRows(deps.db, 'recorded-crime'), [])
  })

  it('refuses heads that lack, that nobody knows and that stand twice, by name', async () => {
    const { refused } = await anOffice()
    assert.match(
      await refused(YEAR.replace('Offence,', 'Crime kind,')),
      /lacks the column “Offence”[\s\S]*Nobody knows the column “Crime kind”/,
    )
    assert.match(await refused(YEAR.replace('Region', 'Force')), /“PFA” and “Force”/)
    assert.match(
      await refused(`${HEAD}\n31/03/2018,Kent,South East,Burglary,1\n31/03/2018,Kent,South East,Burglary,2`),
      /row 3.*something else.*row 2/,
    )
  })

  it('names forces that nobody knows, and keeps them under their own names', async () => {
    const { taken } = await anOffice()
    const { warnings } = await taken(march(['Camford,South East,Burglary,1', 'CIFAS,Fraud: CIFAS,CIFAS,2']))
    assert.match(warnings.join(), /“Camford”/)
    assert.doesNotMatch(warnings.join(), /CIFAS/)
  })

  it('refuses damaged files, files of another form and empty ones', async () => {
    const { refused } = await anOffice()
    assert.match(await refused(gzipSync(YEAR).subarray(0, 60)), /damaged or cut short/)
    assert.match(await refused('{"type":"FeatureCollection","features":[]}'), /another form/)
    assert.match(await refused(''), /empty/)
    assert.match(await refused(`${HEAD}\n`), /not one line/)
  })
})

describe('recognising a table by its heads', () => {
  const QUARTER =
    'Financial Year,Financial Quarter,Force Name,Offence Description,Offence Group,Offence Subgroup,Offence Code'

  it('reads the quarters of open data, from every sheet of a workbook', async () => {
    const { deps, taken } = await anOffice()
    const head = [...QUARTER.split(','), 'Number of Offences']
    const row = (year: string, quarter: number, group: string, count: number) => [
      year,
      quarter,
      'London, City of',
      'A thing',
      group,
      'Sub',
      '1',
      count,
    ]
    const sheet = (name: string, rows: (string | number)[][]) => ({
      name,
      rows: [['Police recorded crime'], head, ...rows],
    })
    const quarters = [1, 2, 3, 4].flatMap((quarter) => [
      row('2019/20', quarter, 'Theft offences', 10),
      row('2019/20', quarter, 'Fraud offences', 90),
    ])
    const bytes = await writeWorkbook(
      [
        { name: 'Notes', rows: [['Read me']] },
        sheet('2019-20', quarters),
        sheet('2020-21', [row('2020/21', 1, 'Theft offences', 7)]),
      ],
      'ods',
    )
    const { kind, added } = await taken(bytes, { kind: 'auto', fileName: 'prc.ods' })
    assert.deepEqual([kind, added], ['recorded-crime-open-data', 9])
    assert.equal((await recordedCrime(deps.db, 'city-of-london', { until: isoDate('2020-03-31') }))?.offences, 40)
    assert.equal(await recordedCrime(deps.db, 'city-of-london', { until: isoDate('2021-03-31') }), null)
  })

  it('keeps partnerships under their force, and leaves them out of its total', async () => {
    const { deps, taken } = await anOffice()
    const head = '12 months ending,PFA,CSP,ONS code,Offence,Rolling year total number of offences'
    await taken(`${head}\n31/03/2018,Cambridgeshire,Fenland,E22000015,Burglary,7`, { kind: 'auto' })
    const [row] = await tableRows(deps.db, 'recorded-crime', { area: 'E23000023' })
    assert.deepEqual([row?.labels.csp, row?.values.offences], ['Fenland', 7])
    assert.equal(await recordedCrime(deps.db, 'cambridgeshire', { until: isoDate('2018-03-31') }), null)
  })

  it('keeps the two ways of counting outcomes apart', async () => {
    const { deps, taken } = await anOffice()
    const head = `${QUARTER},Offence code expired,Outcome Description,Outcome Group,Outcome Type,Force outcomes for offences recorded in quarter,Force outcomes recorded in quarter`
    const { kind } = await taken(
      `${head}\n2018/19,3,Kent,Theft,Theft offences,Other,49,,Caution – adults,Cautions,3,NA,12`,
      { kind: 'auto' },
    )
    const [row] = await tableRows(deps.db, 'outcomes')
    assert.equal(kind, 'outcomes')
    assert.deepEqual(row?.values, { ofCrimesRecorded: null, recorded: 12 })
    assert.deepEqual(
      [row?.from, row?.until, row?.marks.ofCrimesRecorded],
      ['2018-10-01', '2018-12-31', 'not applicable'],
    )
  })

  it('reads the workforce, severity with line breaks in cells, and yearly totals', async () => {
    const { deps, taken } = await anOffice()
    const workforce =
      'As at 31 March,Geo Code,Force Name,Region,Sex,Rank Description,Worker Type,Total (headcount),Total (FTE)\n2022,E23000032,Kent,South East,Female,Constable,Police Officer,12,11.5'
    assert.equal((await taken(workforce, { kind: 'auto' })).kind, 'workforce')
    assert.deepEqual((await tableRows(deps.db, 'workforce'))[0]?.until, '2022-03-31')
    const severity =
      'offence_group,code,name,year,severity_score\nTotal recorded crime,E23000032,Kent,"Apr \'02 to \nMar \'03...4",15.9'
    assert.equal((await taken(severity, { kind: 'auto' })).until, '2003-03-31')
    assert.equal(
      (await taken('force,slug,fy,recorded_crime\nKent,kent,2012/13,99', { kind: 'auto' })).kind,
      'recorded-crime-totals',
    )
    assert.equal((await recordedCrime(deps.db, 'kent', { until: isoDate('2013-03-31') }))?.offences, 99)
  })

  it('says so where the heads are of no kind', async () => {
    const { refused } = await anOffice()
    assert.match(await refused('colour,size\nred,2', { kind: 'auto' }), /of no kind that is known/)
  })
})
