import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { MODULES } from '#app/modules.js'
import { type IsoDate, isoDate } from '#kernel/dates.js'
import { recovered, relateParts, setOfficeRule } from '#modules/disclosure/index.js'
import { type NewFigure, parsePeriod, publishMeasure, recordFigures } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { SYSTEM, type TestApp, testApp } from '#test/support/app.js'
import { csvRows } from '#test/support/csv.js'
import { A_SOURCE, aMeasure } from '#test/support/measures.js'
import { anOfficeInPublic, linksOn } from '#test/support/public-site.js'
import { exportFiles } from './actions/export-files.js'
import { publishedData } from './actions/published-data.js'

const DISTRICTS = ['E07000008', 'E07000009', 'E07000010', 'E06000031'] as const
const MONTHS = ['2024-11', '2024-12', '2025-01', '2025-02', '2025-03'] as const
const KINDS = ['adults', 'children'] as const

/** One table: the count of each kind in each district, for each month. */
type Counts = Readonly<Record<string, Readonly<Record<string, readonly [adults: number, children: number]>>>>

/** Small numbers of children in two months; and a share with few in it. */
function theCounts(): Record<string, Record<string, [number, number]>> {
  const counts: Record<string, Record<string, [number, number]>> = {}
  for (const [at, month] of MONTHS.entries()) {
    counts[month] = Object.fromEntries(
      DISTRICTS.map((area, district) => [area, [40 + 7 * district + at, 12 + 9 * district]]),
    )
  }
  Object.assign(counts['2025-01'] ?? {}, { E07000008: [44, 3], E07000009: [51, 21] })
  Object.assign(counts['2025-03'] ?? {}, { E07000010: [58, 2] })
  return counts
}

type At = { readonly area: string; readonly month: string }

function figureOf(measureSlug: string, { area, month }: At, numbers: Partial<NewFigure>): NewFigure {
  const period = parsePeriod(month)
  assert.ok(period.ok)
  const words = { value: null, numerator: null, denominator: null, status: 'final', note: '', interval: null } as const
  return { measureSlug, area, period: period.value, ...words, ...numbers }
}

/** All figures of one release: kinds, their sum, the districts and the whole, and the share of children. */
function releaseOf(counts: Counts, months: readonly string[]): NewFigure[] {
  return months.flatMap((month) => {
    const rows = Object.entries(counts[month] ?? {})
    const sum = (kind: 0 | 1) => rows.reduce((all, [, row]) => all + row[kind], 0)
    const whole: (typeof rows)[number] = ['', [sum(0), sum(1)]]
    return [...rows, whole].flatMap(([area, [adults, children]]) => [
      figureOf('adults', { area, month }, { value: adults }),
      figureOf('children', { area, month }, { value: children }),
      figureOf('victims', { area, month }, { value: adults + children }),
      figureOf('share-of-children', { area, month }, { numerator: children, denominator: adults + children }),
    ])
  })
}

async function record(deps: Deps, figures: readonly NewFigure[], knownOn: IsoDate): Promise<void> {
  const source = { ...A_SOURCE, reason: 'Return' }
  const vintage = {
    kind: 'file',
    fileName: 'victims.csv',
    sha256: knownOn.replaceAll('-', '').repeat(8),
    knownOn,
    source,
  } as const
  const result = await recordFigures(deps, SYSTEM, { vintage, figures })
  assert.ok(result.ok, JSON.stringify(result))
}

/** An office that publishes all that in two releases, the later of which revises one number in the open. */
async function anOfficeWithSmallNumbers(deps: Deps, counts: Counts): Promise<void> {
  await anOfficeInPublic(deps)
  const measures = new Map<string, string>()
  const versions = new Map<string, number>()
  for (const title of ['Adults', 'Children', 'Victims', 'Share of children']) {
    const isShare = title.startsWith('Share')
    const words = isShare
      ? ({ unit: 'percentage', unitLabel: 'of victims', denominator: 'All victims' } as const)
      : { unitLabel: 'victims' }
    const measure = await aMeasure(deps, { title, polarity: 'neither', ...words })
    measures.set(title, measure.id)
    versions.set(title, measure.version)
  }
  await record(deps, releaseOf(counts, MONTHS.slice(0, 4)), isoDate('2025-03-10'))
  const edited = structuredClone(counts) as Record<string, Record<string, [number, number]>>
  const february = edited['2025-02']?.E06000031
  if (february) february[0] += 5
  await record(deps, releaseOf(edited, MONTHS), isoDate('2025-04-10'))
  for (const [title, measureId] of measures) {
    const published = await publishMeasure(deps, SYSTEM, { measureId, version: versions.get(title) ?? 1 })
    assert.ok(published.ok)
  }
  const id = (title: string) => measures.get(title) ?? ''
  assert.ok((await setOfficeRule(deps, SYSTEM, { suppressBelow: 5, showsZero: true, reason: 'Few victims' })).ok)
  assert.ok((await relateParts(deps, SYSTEM, { whole: id('Victims'), parts: [id('Adults'), id('Children')] })).ok)
}

type Row = Readonly<Record<string, string>>

function rowsOf(csv: string): Row[] {
  const [head = [], ...rows] = csvRows(csv)
  return rows.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

type KnownCell = { id: string; amount: number | null; least: number; isPublished: boolean }
type Terms = (readonly [string, number])[]

/** The equations that any reader knows to hold between the numbers of one export, and the numbers themselves. */
function whatAReaderKnows(rows: readonly Row[]) {
  const cells = new Map<string, KnownCell>()
  const relations: { terms: Terms }[] = []
  for (const day of new Set(rows.map(({ known_on = '' }) => known_on))) {
    const inForce = new Map<string, Row>()
    for (const row of rows)
      if ((row.known_on ?? '') <= day) inForce.set(`${row.measure} ${row.area} ${row.period}`, row)
    const cell = (name: string, column = 'value') => {
      const row = inForce.get(name)
      const id = `${name} ${row?.known_on} ${column}`
      // The base of a share is all victims, which have a table of their own.
      const isPublished = column !== 'denominator'
      if (row) cells.set(id, { id, amount: row[column] ? Number(row[column]) : null, least: 0, isPublished })
      return id
    }
    for (const month of MONTHS.filter((each) => inForce.has(`victims own ${each}`))) {
      relations.push(...additionsOf(month, cell).map((terms) => ({ terms })))
    }
  }
  return { cells: [...cells.values()], relations }
}

/** What adds up in one month: adults and children in each area, districts in each kind; and the share's own numbers. */
function additionsOf(month: string, cell: (name: string, column?: string) => string): Terms[] {
  const kinds = [...KINDS, 'victims'].map(
    (measure): Terms => [
      [cell(`${measure} own ${month}`), -1],
      ...DISTRICTS.map((area) => [cell(`${measure} ${area} ${month}`), 1] as const),
    ],
  )
  const areas = ['own', ...DISTRICTS].flatMap((area): Terms[] => {
    const count = (measure: string) => cell(`${measure} ${area} ${month}`)
    const share = (column: string) => cell(`share-of-children ${area} ${month}`, column)
    return [
      [
        [count('adults'), 1],
        [count('children'), 1],
        [count('victims'), -1],
      ],
      [
        [share('numerator'), 1],
        [count('children'), -1],
      ],
      [
        [share('denominator'), 1],
        [count('victims'), -1],
      ],
    ]
  })
  return [...kinds, ...areas]
}

describe('small numbers of people', () => {
  it('cannot be worked out of any export: every withheld number stays unknown to someone who adds and takes away', async () => {
    const app = await testApp()
    await anOfficeWithSmallNumbers(app.deps, theCounts())
    const files = await exportFiles(await publishedData(app.deps), 'datapackage')
    const vintages = rowsOf(Buffer.from(files.find(({ path }) => path === 'data/vintages.csv')?.bytes ?? '').toString())
    const about = vintages.filter(({ measure = '' }) => [...KINDS, 'victims', 'share-of-children'].includes(measure))
    const known = whatAReaderKnows(about)
    const withheld = known.cells.filter(({ amount }) => amount === null)
    assert.ok(withheld.length >= 8, `only ${withheld.length} are withheld`)
    assert.ok(known.cells.length > 3 * withheld.length, 'too much is withheld')
    assert.deepEqual(recovered(known), [])
    await app.close()
  })

  it('cannot be told from anything public: other small numbers behind the same totals give the same bytes everywhere', async () => {
    const told = theCounts()
    const other = theCounts()
    Object.assign(other['2025-01'] ?? {}, { E07000008: [45, 2], E07000009: [50, 22] })
    const [one, two] = [await everythingPublic(told), await everythingPublic(other)]
    assert.ok(one.size >= 60, `only ${one.size} addresses were read`)
    const changed = [...one].filter(([path, body]) => two.get(path) !== body).map(([path]) => path)
    assert.deepEqual(changed, [])
    assert.ok(one.get('/measures/children')?.includes('data.xlsx'))
    assert.match(one.get('/measures/children/data.csv') ?? '', /withheld,\[c\]/)
  })

  it('are all shown again to staff, and to everyone when the office has no rule', async () => {
    const app = await testApp()
    await anOfficeWithSmallNumbers(app.deps, theCounts())
    await setOfficeRule(app.deps, SYSTEM, { suppressBelow: null, showsZero: true, reason: 'None of these are people' })
    const { measures } = await publishedData(app.deps)
    const statuses = new Set(measures.flatMap(({ figures }) => figures.map(({ status }) => status)))
    assert.ok(!statuses.has('withheld'))
    await app.close()
  })
})

/** Every public address and what it answers, with the register's own numbers and fingerprints taken out. */
async function everythingPublic(counts: Counts): Promise<Map<string, string>> {
  const app = await testApp()
  await anOfficeWithSmallNumbers(app.deps, counts)
  const answers = await crawl(app)
  await app.close()
  return answers
}

async function crawl(app: TestApp): Promise<Map<string, string>> {
  const routes = MODULES.flatMap(({ routes: own }) => own).filter(({ permission }) => permission === 'site:read')
  const waiting = routes.map(({ path }) => path).filter((path) => !path.includes(':'))
  waiting.push('/search?q=children', '/open-data/datapackage.json?as-known-on=2025-03-31')
  for (const measure of ['children', 'victims', 'adults', 'share-of-children']) {
    for (const file of ['data.csv', 'data.json', 'data.csv-metadata.json', 'data.xlsx']) {
      waiting.push(`/measures/${measure}/${file}`, `/measures/${measure}/${file}?as-known-on=2025-03-31`)
    }
  }
  const answers = new Map<string, string>()
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (answers.has(withoutNumbers(path))) continue
    const { statusCode, body, rawPayload, headers } = await app.get(path)
    assert.equal(statusCode, 200, path)
    const isText = /text|json|xml;|csvm/.test(String(headers['content-type']))
    // A report's PDF and Word are made of the same tree as its page, and bear a code as random as the register's numbers.
    const isPrinted = /\.(pdf|docx)$/.test(path)
    if (!isPrinted) answers.set(withoutNumbers(path), isText ? withoutNumbers(body) : rawPayload.toString('base64'))
    else answers.set(path, '')
    if (String(headers['content-type']).startsWith('text/html')) waiting.push(...linksOn(body))
  }
  return answers
}

/** Numbers of the register are as random as its fingerprints; bytes of compressed files that name them are too. */
function withoutNumbers(body: string): string {
  return body
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f-]{21}/g, 'id')
    .replaceAll(/\b[0-9a-f]{64}\b/g, 'fingerprint')
    .replaceAll(/\b[0-9a-f]{12,16}\b/g, 'fingerprint')
    .replaceAll(/\b[2-9A-Z]{4}-[2-9A-Z]{4}\b/g, 'code')
    .replaceAll(/\(\d+ kB\)/g, 'size')
}
