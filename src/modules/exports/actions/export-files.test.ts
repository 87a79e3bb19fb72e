import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { before, describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { type NewFigure, parsePeriod, publishMeasure, recordFigures } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { readTables } from '#platform/tables/read-tables.js'
import { csvRows } from '#test/support/csv.js'
import { checkCsvw } from '#test/support/csvw.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { A_SOURCE, aMeasure } from '#test/support/measures.js'
import { type ExportFile, exportFiles } from './export-files.js'
import { publishedData } from './published-data.js'
import { setMeasureRule } from './small-numbers.js'

const textOf = (files: readonly ExportFile[], path: string) => {
  const file = files.find((each) => each.path === path)
  return file && Buffer.from(file.bytes).toString('utf8')
}

/** Rows of a CSV file by the names of its columns. */
function rowsOf(text: string): Record<string, string>[] {
  const [head = [], ...rows] = csvRows(text)
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

async function record(deps: Deps, knownOn: string, figures: readonly NewFigure[]): Promise<void> {
  const source = { ...A_SOURCE, reason: 'Return' }
  const sha256 = createHash('sha256').update(knownOn).digest('hex')
  const vintage = { kind: 'file', fileName: `${knownOn}.csv`, sha256, knownOn: isoDate(knownOn), source } as const
  const result = await recordFigures(deps, SYSTEM, { vintage, figures })
  assert.ok(result.ok, JSON.stringify(result))
}

function aFigure(measureSlug: string, code: string, change: Partial<NewFigure> = {}): NewFigure {
  const period = parsePeriod(code)
  assert.ok(period.ok)
  const words = { value: null, numerator: null, denominator: null, status: 'final', note: '', interval: null } as const
  return { measureSlug, period: period.value, ...words, ...change }
}

/** Measures of every kind of period and unit, with every mark, in two areas and two releases. */
async function anOffice(): Promise<Deps> {
  const deps = testDeps(await openTestDb())
  const kinds = [
    ['Burglary', { unit: 'count', unitLabel: 'burglaries', frequency: 'month', caveat: '=1+1, "and" more' }],
    ['Calls answered', { unit: 'percentage', unitLabel: 'of calls', denominator: 'All calls', frequency: 'quarter' }],
    ['Precept', { unit: 'pounds', unitLabel: 'pounds', frequency: 'financial-year' }],
    ['Days to an answer', { unit: 'duration', unitLabel: 'days', denominator: 'Answers', frequency: 'calendar-year' }],
    [
      'Crime',
      { unit: 'rate', unitLabel: 'for each 1,000 people', denominator: 'People', frequency: 'rolling-12-months' },
    ],
    ['Officers', { unit: 'count', unitLabel: 'officers', frequency: 'as-at' }],
  ] as const
  const measures = []
  for (const [title, words] of kinds) measures.push(await aMeasure(deps, { title, polarity: 'neither', ...words }))
  await record(deps, '2025-02-10', [
    aFigure('burglary', '2024-12', { value: 230, status: 'provisional', note: '-2 since last month' }),
    aFigure('burglary', '2025-02', { value: 1234567.25, status: 'estimated' }),
    aFigure('burglary', '2024-12', { value: 3, area: 'E07000008' }),
    aFigure('calls-answered', '2024/25 Q3', { numerator: 60, denominator: 90, interval: { lower: 56.2, upper: 75.9 } }),
    aFigure('precept', '2024/25', { value: 272.52 }),
    aFigure('days-to-an-answer', '2024', { numerator: 410, denominator: 40 }),
    aFigure('crime', '12m to 2024-12', { value: 81.5 }),
    aFigure('officers', '2024-09-30', { value: 1420 }),
  ])
  await record(deps, '2025-04-10', [aFigure('burglary', '2024-12', { value: 236 })])
  for (const { id: measureId, version } of measures) {
    assert.ok((await publishMeasure(deps, SYSTEM, { measureId, version })).ok)
  }
  const rule = { slug: 'burglary', below: 5, reason: 'Few victims' }
  assert.ok((await setMeasureRule(deps, SYSTEM, rule)).ok)
  return deps
}

describe('an export of measures', () => {
  let deps: Deps
  before(async () => {
    deps = await anOffice()
  })
  const files = async (format: 'csvw' | 'json' | 'datapackage' | 'xlsx', knownOn?: string) =>
    exportFiles(await publishedData(deps, knownOn ? { knownOn: isoDate(knownOn) } : {}), format)

  it('has metadata beside every CSV file that the rules of the W3C find nothing wrong with', async () => {
    const all = await files('csvw')
    const tables = all.filter(({ path }) => path.endsWith('.csv'))
    assert.equal(tables.length, 7)
    for (const { path } of tables) {
      const metadata = textOf(all, `${path}-metadata.json`) ?? ''
      assert.deepEqual(
        checkCsvw(metadata, (url) => textOf(all, url)),
        { errors: [], warnings: [] },
        path,
      )
      assert.equal(JSON.parse(metadata).url, path)
    }
  })

  it('would be found wrong if a number were a word, a key came twice, or a column went', async () => {
    const all = await files('csvw')
    const metadata = textOf(all, 'burglary.csv-metadata.json') ?? ''
    const csv = textOf(all, 'burglary.csv') ?? ''
    const [, first = ''] = csv.split('\r\n')
    const broken = [
      csv.replace(',236,', ',many,'),
      `${csv}${first}\r\n`,
      csv.replace('measure,area', 'measure'),
      csv.replace('2024-12-31', '31/12/2024'),
    ]
    for (const text of broken) assert.ok(checkCsvw(metadata, () => text).errors.length > 0)
  })

  it('gives each value with its period, area, marks, day and file', async () => {
    const rows = rowsOf(textOf(await files('csvw'), 'burglary.csv') ?? '')
    const told = rows.map(({ area, period, from, until, value, marks, known_on }) => [
      area,
      period,
      from,
      until,
      value,
      marks,
      known_on,
    ])
    assert.deepEqual(told, [
      ['own', '2024-12', '2024-12-01', '2024-12-31', '236', '[r]', '2025-04-10'],
      ['own', '2025-01', '2025-01-01', '2025-01-31', '', '[x]', ''],
      ['own', '2025-02', '2025-02-01', '2025-02-28', '1234567.25', '[e]', '2025-02-10'],
      ['E07000008', '2024-12', '2024-12-01', '2024-12-31', '', '[c]', '2025-02-10'],
    ])
    assert.equal(rows[3]?.area_uri, 'http://statistics.data.gov.uk/id/statistical-geography/E07000008')
    assert.equal(rows[0]?.file, '2025-04-10.csv')
    assert.match(rows[0]?.file_sha256 ?? '', /^[0-9a-f]{64}$/)
    assert.equal(rows[3]?.file_sha256, '', 'the fingerprint of a file with a withheld figure')
  })

  it('names periods as reference.data.gov.uk does', async () => {
    const all = await files('csvw')
    const uris = all
      .filter(({ path }) => /^(?!measures).*\.csv$/.test(path))
      .map(({ path }) => rowsOf(textOf(all, path) ?? '')[0]?.period_uri)
    const own = 'http://reference.data.gov.uk/id'
    assert.deepEqual(uris.sort(), [
      `${own}/day/2024-09-30`,
      `${own}/government-quarter/2024-2025/Q3`,
      `${own}/government-year/2024-2025`,
      `${own}/gregorian-interval/2024-01-01T00:00:00/P1Y`,
      `${own}/month/2024-12`,
      `${own}/year/2024`,
    ])
  })

  it('can be had as it was known on a day', async () => {
    const rows = rowsOf(textOf(await files('csvw', '2025-03-31'), 'burglary.csv') ?? '')
    assert.deepEqual([rows[0]?.value, rows[0]?.marks, rows[0]?.note], ['230', '[p]', "'-2 since last month"])
    const json = JSON.parse(textOf(await files('json', '2025-03-31'), 'measures.json') ?? '')
    assert.equal(json.asKnownOn, '2025-03-31')
    assert.equal(json.measures.find(({ measure }: { measure: string }) => measure === 'burglary').figures[0].value, 230)
  })

  it('is the same bytes for the same figures, on another day too', async () => {
    for (const format of ['csvw', 'json', 'datapackage', 'xlsx'] as const) {
      const later = { ...deps, now: () => new Date('2025-04-30T18:30:00Z') }
      const [one, two] = [await files(format), await exportFiles(await publishedData(later), format)]
      assert.deepEqual(
        one.map(({ bytes }) => Buffer.from(bytes).toString('hex')),
        two.map(({ bytes }) => Buffer.from(bytes).toString('hex')),
        format,
      )
    }
  })

  it('lets no text through that a spreadsheet would run', async () => {
    const cells = rowsOf(textOf(await files('csvw'), 'measures.csv') ?? '').flatMap((row) => Object.values(row))
    assert.ok(cells.includes(`'=1+1, "and" more`))
    assert.deepEqual(
      cells.filter((cell) => /^[=+@]/.test(cell)),
      [],
    )
  })

  it('is a data package whose files have the bytes, fingerprints and keys that it says', async () => {
    const all = await files('datapackage')
    const { created, name, resources }: Package = JSON.parse(textOf(all, 'datapackage.json') ?? '')
    assert.equal(created, '2025-04-30T12:00:00.000Z')
    assert.match(name, /^[a-z0-9._-]+$/)
    for (const { path, bytes, hash, schema } of resources) {
      const file = all.find((each) => each.path === path)
      assert.ok(file, path)
      assert.equal(file.bytes.length, bytes)
      assert.equal(`sha256:${createHash('sha256').update(file.bytes).digest('hex')}`, hash)
      const rows = rowsOf(Buffer.from(file.bytes).toString())
      const fields = schema.fields.map((field) => field.name)
      assert.deepEqual(Object.keys(rows[0] ?? {}), fields)
      const keys = rows.map((row) => schema.primaryKey.map((key) => row[key]).join('|'))
      assert.equal(new Set(keys).size, keys.length, path)
    }
  })

  it('is a data package whose figures lead to their measures and files, and which keeps every vintage', async () => {
    const all = await files('datapackage')
    const { resources }: Package = JSON.parse(textOf(all, 'datapackage.json') ?? '')
    const tables = new Map(resources.map(({ name, path }) => [name, rowsOf(textOf(all, path) ?? '')]))
    for (const { name, schema } of resources) {
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const known = new Set(tables.get(reference.resource)?.map((row) => row[reference.fields[0] ?? '']))
        const lost = tables.get(name)?.filter((row) => row[fields[0] ?? ''] && !known.has(row[fields[0] ?? '']))
        assert.deepEqual(lost, [], `${name} to ${reference.resource}`)
      }
    }
    const vintages = tables.get('vintages')?.filter(({ measure, area }) => measure === 'burglary' && area === 'own')
    assert.equal(vintages?.length, 3)
  })

  it('is a workbook with a cover, a list, notes, and one table a sheet from A1, and shorthand where there is no number', async () => {
    const [book] = await files('xlsx')
    const read = await readTables(book?.bytes ?? new Uint8Array(), { fileName: 'measures.xlsx' })
    assert.ok(read.ok, JSON.stringify(read))
    const names = read.value.map(({ name }) => name)
    assert.deepEqual(names.slice(0, 4), ['Cover', 'Contents', 'Notes', '1_burglary'])
    assert.equal(names.length, 9)
    assert.ok(
      read.value.every(({ merged, isHidden, rows }) => merged.length === 0 && !isHidden && rows[0]?.number === 1),
    )
    const table = read.value[3]
    const rows = table?.rows.map(({ cells }) => cells.map((cell) => cell?.text ?? '')) ?? []
    assert.deepEqual(rows[0]?.slice(0, 6), [
      'Period',
      'First day',
      'Last day',
      'Area',
      'Value (burglaries)',
      'Numerator',
    ])
    assert.equal(rows.length, 5)
    assert.deepEqual(
      rows.slice(1).map((row) => row[4]),
      ['236', '[x]', '1234567.25', '[c]'],
    )
  })
})

type Package = {
  readonly created: string
  readonly name: string
  readonly resources: readonly {
    readonly name: string
    readonly path: string
    readonly bytes: number
    readonly hash: string
    readonly schema: {
      readonly fields: readonly { readonly name: string }[]
      readonly primaryKey: readonly string[]
      readonly foreignKeys?: readonly {
        readonly fields: readonly string[]
        readonly reference: { readonly resource: string; readonly fields: readonly string[] }
      }[]
    }
  }[]
}
