import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { allMeasures, type MeasureDraft, seriesOf } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { Forbidden } from '#platform/errors.js'
import { type WorkbookSheet, writeWorkbook } from '#platform/tables/write-workbook.js'
import { actorOf } from '#test/support/app.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { A_SOURCE, aMeasure } from '#test/support/measures.js'
import { fileBySha256 } from '../data/imports.queries.js'
import { NO_MAPPING } from '../domain/mapping.js'
import { importFile } from './import-file.js'
import type { FileRequest } from './read-file.js'

async function aRegister(...others: Partial<MeasureDraft>[]): Promise<Deps> {
  const deps = testDeps(await openTestDb())
  await aMeasure(deps)
  for (const other of others) await aMeasure(deps, other)
  return deps
}

const SHARE: Partial<MeasureDraft> = {
  ...{ title: 'Victims satisfied', unit: 'percentage', frequency: 'financial-year', denominator: 'Victims asked' },
}

function file(content: string | Uint8Array, more: Partial<FileRequest> = {}): FileRequest {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  return { fileName: 'return.csv', bytes, source: A_SOURCE, ...more }
}

async function taken(deps: Deps, request: FileRequest & { dryRun?: boolean }) {
  const result = await importFile(deps, SYSTEM, request)
  assert.ok(result.ok, JSON.stringify(result))
  return result.value
}

/** Every problem of a file as "sheet cell: problem". */
async function problems(deps: Deps, request: FileRequest): Promise<string[]> {
  const result = await importFile(deps, SYSTEM, request)
  assert.ok(!result.ok && result.error.code === 'problems', JSON.stringify(result))
  for (const { id } of await allMeasures(deps.db)) assert.deepEqual(await seriesOf(deps.db, id), [])
  return result.error.problems.map(({ sheet, cell, problem }) => `${sheet} ${cell}: ${problem}`)
}

async function figures(deps: Deps, slug: string): Promise<[string, number | null, string][]> {
  const measure = (await allMeasures(deps.db)).find((each) => each.slug === slug)
  const series = await seriesOf(deps.db, measure?.id ?? '')
  return series.map(({ period, value, status }) => [period.code, value, status])
}

const xlsx = (rows: WorkbookSheet['rows'], name = 'Data') => writeWorkbook([{ name, rows }], 'xlsx')

describe('a table with a row for each figure', () => {
  it('is read by the names of its heads, wherever they stand', async () => {
    const deps = await aRegister(SHARE)
    const text = [
      'Police and crime measures,,,,',
      ',,,,',
      'Reporting period,Figure status,Value,Indicator,Notes',
      'Mar-25,p,"1,230",Burglary,Late',
      "Apr '23 to Mar '24,,90.6%,victims-satisfied,",
      'Feb 2025,,198 [p],BURGLARY,',
      ',,,,',
      'Source: the force,,,,',
    ].join('\r\n')
    assert.equal((await taken(deps, file(text))).added, 3)
    assert.deepEqual(await figures(deps, 'burglary'), [
      ['2025-02', 198, 'provisional'],
      ['2025-03', 1230, 'provisional'],
    ])
    assert.deepEqual(await figures(deps, 'victims-satisfied'), [['2023/24', 90.6, 'final']])
  })

  it('may speak of other areas, by any of their names', async () => {
    const deps = await aRegister()
    const text =
      'measure,area,period,value\nburglary,Wessex police area,2025-03,5\nburglary,Avon & Somerset,2025-03,7\n'
    const { changes } = await taken(deps, file(text))
    assert.deepEqual(
      changes.map(({ area }) => area),
      ['', 'Avon and Somerset'],
    )
  })
})

describe('a table with a column for each period or measure', () => {
  it('is read from a workbook with days as heads, and leaves empty cells out', async () => {
    const deps = await aRegister({ title: 'Arson' })
    const bytes = await xlsx([
      ['', new Date('2025-01-01T00:00:00Z'), 'Feb 2025', 'Mar 25'],
      ['Burglary', 12, 15, '..'],
      ['arson', null, 3, 4],
    ])
    assert.equal((await taken(deps, file(bytes, { fileName: 'x.xlsx' }))).added, 5)
    assert.deepEqual(await figures(deps, 'burglary'), [
      ['2025-01', 12, 'final'],
      ['2025-02', 15, 'final'],
      ['2025-03', null, 'missing'],
    ])
    assert.deepEqual((await figures(deps, 'arson')).length, 2)
  })

  it('may have a column for each measure, or for each part of a share', async () => {
    const deps = await aRegister({ title: 'Arson' }, SHARE)
    const wide = 'Month,Burglary,Arson\n2025-01,5,1\n2025-02,6,\n'
    assert.equal((await taken(deps, file(wide))).added, 3)
    const parts = 'Year,Victims satisfied (numerator),Victims satisfied (denominator)\n2023/24,455,772\n'
    await taken(deps, file(parts))
    assert.deepEqual(await figures(deps, 'victims-satisfied'), [['2023/24', (100 * 455) / 772, 'final']])
  })

  it('is of the measure that its sheet is called after', async () => {
    const deps = await aRegister()
    const bytes = await xlsx(
      [
        ['Month', 'Count'],
        ['Jan 2025', 3],
      ],
      'Burglary',
    )
    assert.equal((await taken(deps, file(bytes))).added, 1)
  })
})

describe('a mapping', () => {
  it('says what heads, measures and scales mean where the file does not', async () => {
    const deps = await aRegister(SHARE)
    const text = 'Line,When,Outcome,Target\nSatisfaction (all),2023/24,0.453,0.5\n'
    assert.equal((await problems(deps, file(text))).length > 0, true)
    const mapping = {
      ...NO_MAPPING,
      scale: 'proportion' as const,
      columns: [
        { header: 'line', role: 'measure' as const },
        { header: 'When', role: 'period' as const },
        { header: 'Outcome', role: 'value' as const },
        { header: 'Target', role: 'left-out' as const },
      ],
      measures: [{ written: 'Satisfaction (all)', slug: 'victims-satisfied' }],
    }
    await taken(deps, file(text, { mapping }))
    assert.deepEqual(await figures(deps, 'victims-satisfied'), [['2023/24', 45.3, 'final']])
  })

  it('fails when a column that it expects is not there', async () => {
    const deps = await aRegister()
    const mapping = { ...NO_MAPPING, columns: [{ header: 'Outcome', role: 'value' as const }] }
    const text = 'measure,period,value\nburglary,2025-01,3\n'
    assert.deepEqual(await problems(deps, file(text, { mapping })), [
      'return.csv row 1: There is no column “Outcome”, which the kept way of reading expects',
    ])
  })
})

describe('a file that cannot be taken in', () => {
  it('is refused whole, with sheet and cell of every problem', async () => {
    const deps = await aRegister(SHARE)
    const rows = [
      'burglary,2025-01,10',
      'theft,2025-02,10',
      'burglary,2025-13,ten',
      'burglary,2024/25,1',
      'burglary,2025-01,11',
    ]
    assert.deepEqual(await problems(deps, file(['measure,period,value', ...rows, 'burglary,2125-01,1'].join('\n'))), [
      'return.csv A3: There is no measure “theft”',
      'return.csv B4: 2025-13 is no period: there is no month 13',
      'return.csv C4: “ten” is not a number',
      'return.csv B5: “2024/25” is not the kind of period that “Burglary” has, a month',
      'return.csv C6: C2 has the same measure, area and period: burglary, 2025-01',
    ])
    assert.deepEqual(await problems(deps, file('measure,period,value\nburglary,2125-01,1\n')), [
      'return.csv B2: January 2125 is more than ten years ahead',
    ])
    assert.deepEqual(
      await problems(deps, file('measure,period,numerator,denominator\nvictims-satisfied,2023/24,5,0\n')),
      ['return.csv D2: A denominator must be more than 0'],
    )
  })

  it('names heads that are unknown, missing or there twice', async () => {
    const deps = await aRegister()
    assert.deepEqual(
      await problems(deps, file('measure,period,value,colour,Value [note 1]\nburglary,2025-01,1,red,1\n')),
      [
        'return.csv D1: The column “colour” is not known',
        'return.csv E1: “Value [note 1]” says the same as “value” in C1',
      ],
    )
    assert.match((await problems(deps, file('measure,value\nburglary,1\n')))[0] ?? '', /No column says which period/)
    assert.match((await problems(deps, file('a,b\n1,2\n')))[0] ?? '', /which measure.*The heads are “a”, “b”/)
    assert.match((await problems(deps, file('nothing here\n')))[0] ?? '', /No row with the heads/)
    assert.match(
      (await problems(deps, file('__proto__,constructor,value\nx,y,2\n')))[0] ?? '',
      /No column says which measure/,
    )
  })

  it('does not lose what stands under no head, such as the rest of a number with a comma', async () => {
    const deps = await aRegister()
    assert.deepEqual(await problems(deps, file('measure,period,value\nburglary,2025-01,1,230\n')), [
      'return.csv D2: “230” stands in a column without a head',
    ])
  })

  it('asks whether shares go to 1 or to 100', async () => {
    const deps = await aRegister(SHARE)
    const text = 'measure,period,value\nvictims-satisfied,2022/23,0.4\nvictims-satisfied,2023/24,0.6\n'
    assert.deepEqual(await problems(deps, file(text)), [
      'return.csv C2: Every percentage lies between 0 and 1, so it may be a proportion',
    ])
    assert.equal((await taken(deps, file(text.replace('value', 'proportion')))).added, 2)
    assert.deepEqual((await figures(deps, 'victims-satisfied'))[0], ['2022/23', 40, 'final'])
  })

  it('has no merged cells, broken formulas or double sheets', async () => {
    const deps = await aRegister()
    const rows = [
      ['measure', 'period', 'value'],
      ['burglary', '2025-01', '#REF!'],
    ]
    assert.deepEqual(await problems(deps, file(await xlsx(rows))), ['Data C2: The cell shows the error #REF!'])
    const two = await writeWorkbook(
      [
        { name: 'A', rows },
        { name: 'B', rows },
      ],
      'ods',
    )
    assert.deepEqual(await problems(deps, file(two)), [' : More than one sheet holds figures: “A”, “B”'])
    assert.match((await problems(deps, file(Buffer.from('PK\u0003\u0004 no'))))[0] ?? '', /damaged or cut short/)
  })
})

describe('taking in', () => {
  const text = 'measure,period,value\nburglary,2025-01,3\nburglary,2025-02,4\n'

  it('shows every new, changed and unchanged figure first, and changes nothing by that', async () => {
    const deps = await aRegister()
    await taken(deps, file(text))
    const later = { ...deps, now: () => new Date(deps.now().getTime() + 1000) }
    const again = `${text.replace('02,4', '02,5')}burglary,2025-03,6\n`
    const { changes, importId } = await taken(later, { ...file(again), dryRun: true })
    assert.equal(importId, null)
    assert.deepEqual(
      changes.map(({ kind, before, after }) => [kind, before?.value ?? null, after.value]),
      [
        ['unchanged', 3, 3],
        ['changed', 4, 5],
        ['new', null, 6],
      ],
    )
    assert.deepEqual(await figures(deps, 'burglary'), [
      ['2025-01', 3, 'final'],
      ['2025-02', 4, 'final'],
    ])
  })

  it('keeps the file as it came, and the same file again changes nothing', async () => {
    const deps = await aRegister()
    const { sha256 } = await taken(deps, file(text))
    const kept = await fileBySha256(deps.db, sha256)
    assert.deepEqual(Buffer.from(kept?.bytes ?? []).toString(), text)
    assert.deepEqual(await taken(deps, file(text)).then(({ importId, unchanged }) => [importId, unchanged]), [null, 2])
  })

  it('says when it was taken in before and its figures were replaced since, and leaves those as they are', async () => {
    const deps = await aRegister()
    await taken(deps, file(text))
    await taken(testDeps(deps.db, isoDate('2025-05-02')), file(text.replace('2025-01,3', '2025-01,5')))
    const again = await taken(testDeps(deps.db, isoDate('2025-05-03')), file(text))
    assert.deepEqual([again.importId, again.unchanged], [null, 2])
    const shown = again.changes.map(({ before, after }) => [before?.value, after.value])
    assert.deepEqual(shown, [
      [5, 5],
      [4, 4],
    ])
    assert.match(again.notes.join(), /taken in before. 1 of its figures was replaced since\. What stands now stays/)
  })

  it('is known from the day on which the source published it, which must have come', async () => {
    const deps = await aRegister()
    await taken(deps, file(text, { knownOn: isoDate('2025-03-20') }))
    const [measure] = await allMeasures(deps.db)
    assert.deepEqual(await seriesOf(deps.db, measure?.id ?? '', { knownOn: isoDate('2025-03-19') }), [])
    const result = await importFile(deps, SYSTEM, file(text, { knownOn: isoDate('2099-01-01') }))
    assert.equal(!result.ok && result.error.code, 'known-later')
  })

  it('is for those who may', async () => {
    const deps = await aRegister()
    await assert.rejects(importFile(deps, actorOf('auditor'), file(text)), Forbidden)
  })
})
