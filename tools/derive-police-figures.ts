import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

/** One month of street-level records, as the newest release that holds the month gives it. */
export type StreetMonth = {
  month: string
  name: string
  sha256: string
  fromNewest: boolean
  counts: Map<string, number>
}

/** The two files that the example office bundles: the figures, and what they were made from. */
export type PoliceFigures = { csv: string; source: string }

const importedOn = '2025-04-28'
const earlierImportedOn = '2025-04-14'
const total = 'recorded-crime'
const antiSocialBehaviour = 'Anti-social behaviour'

/** The publisher's fourteen types since May 2013 and the measure that each one feeds. */
const measureOfType = new Map([
  [antiSocialBehaviour, 'anti-social-behaviour'],
  ['Bicycle theft', 'bicycle-theft'],
  ['Burglary', 'burglary'],
  ['Criminal damage and arson', 'criminal-damage-and-arson'],
  ['Drugs', 'drugs'],
  ['Other crime', 'other-crime'],
  ['Other theft', 'other-theft'],
  ['Possession of weapons', 'possession-of-weapons'],
  ['Public order', 'public-order'],
  ['Robbery', 'robbery'],
  ['Shoplifting', 'shoplifting'],
  ['Theft from the person', 'theft-from-the-person'],
  ['Vehicle crime', 'vehicle-crime'],
  ['Violence and sexual offences', 'violence-and-sexual-offences'],
])

/** Rows of a CSV text by RFC 4180: quoted cells may hold commas, doubled quotes and line breaks. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|\r|$)/y
  cell.lastIndex = text.startsWith('\uFEFF') ? 1 : 0
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex
    const match = cell.exec(text)
    if (!match) throw new Error(`Unreadable CSV at character ${at}`)
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === ',') continue
    rows.push(row)
    row = []
  }
  if (row.length > 0) rows.push([...row, ''])
  return rows
}

/** How many records of each type a month's file holds; a record of another month or type stops the work. */
export function countTypes(text: string, month: string): Map<string, number> {
  const [header = [], ...records] = csvRows(text)
  const monthAt = header.indexOf('Month')
  const typeAt = header.indexOf('Crime type')
  if (monthAt < 0 || typeAt < 0) throw new Error(`No Month or Crime type column in the file of ${month}`)
  const counts = new Map<string, number>()
  for (const record of records) {
    if (record[monthAt] !== month) throw new Error(`A record of ${record[monthAt]} stands in the file of ${month}`)
    const type = record[typeAt] ?? ''
    if (!measureOfType.has(type)) throw new Error(`Unknown crime type "${type}" in ${month}`)
    counts.set(type, (counts.get(type) ?? 0) + 1)
  }
  return counts
}

function releasesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => /^release-to-\d{4}-\d{2}$/.test(name))
    .sort()
}

/** Every month that the releases hold, in order; where two releases hold a month, the newer one stands. */
export function streetMonths(folder: string, releases = releasesIn(folder)): StreetMonth[] {
  const newest = releasesIn(folder).at(-1)
  const months = new Map<string, StreetMonth>()
  for (const release of releases) {
    for (const month of readdirSync(join(folder, release)).sort()) {
      const file = readdirSync(join(folder, release, month)).find((name) => /-street\.csv(\.gz)?$/.test(name))
      if (!file) continue
      const raw = readFileSync(join(folder, release, month, file))
      const content = file.endsWith('.gz') ? gunzipSync(raw) : raw
      months.set(month, {
        month,
        name: `${release}/${month}/${file.replace(/\.gz$/, '')}`,
        sha256: createHash('sha256').update(content).digest('hex'),
        fromNewest: release === newest,
        counts: countTypes(content.toString('utf8'), month),
      })
    }
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1))
}

function crimesOf(month: StreetMonth): number {
  const all = [...month.counts.values()].reduce((sum, count) => sum + count, 0)
  return all - (month.counts.get(antiSocialBehaviour) ?? 0)
}

function span(months: StreetMonth[]): string {
  const written = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const ends = [months[0], months.at(-1)].map((month) => written.format(new Date(`${month?.month}-01T00:00:00Z`)))
  return ends.join(' to ')
}

/** The observations and their source, the same bytes for the same releases. */
export function derivePoliceFigures(folder: string): PoliceFigures {
  const months = streetMonths(folder)
  if (months.length === 0) throw new Error(`No release-to-YYYY-MM folder with street files in ${folder}`)
  return figuresOf(months, { importedOn, provisionalNote: 'Held only in the earlier of the two releases' })
}

type Taken = { importedOn: string; provisionalNote: string }

function figuresOf(months: StreetMonth[], { importedOn: takenOn, provisionalNote }: Taken): PoliceFigures {
  const observation = (measure: string, month: StreetMonth, count: number) => {
    const [status, note] = month.fromNewest ? ['final', ''] : ['provisional', provisionalNote]
    return [measure, month.month, count, '', '', status, note].join(',')
  }
  const totals = months.map((month) => observation(total, month, crimesOf(month)))
  const types = [...measureOfType].flatMap(([type, measure]) =>
    months.map((month) => observation(measure, month, month.counts.get(type) ?? 0)),
  )
  const header = 'measure,period,numerator,denominator,value,status,note'
  const source = {
    title: `Street-level crime and anti-social behaviour, Cambridgeshire Constabulary, ${span(months)}`,
    publisher: 'data.police.uk',
    licence: 'Open Government Licence v3.0',
    attribution:
      'Contains public sector information licensed under the Open Government Licence v3.0. Source: data.police.uk',
    url: 'https://data.police.uk/data/',
    files: months.map(({ name, sha256 }) => ({ name, sha256 })),
    importedOn: takenOn,
  }
  return { csv: `${[header, ...totals, ...types].join('\n')}\n`, source: `${JSON.stringify(source, null, 2)}\n` }
}

/** What the earlier release said of months that the newer one holds too: taken in before it, as provisional figures. */
export function deriveEarlierFigures(folder: string): PoliceFigures {
  const releases = releasesIn(folder)
  const newer = new Set(streetMonths(folder, releases.slice(-1)).map(({ month }) => month))
  const months = streetMonths(folder, releases.slice(0, -1)).filter(({ month }) => newer.has(month))
  return figuresOf(months, { importedOn: earlierImportedOn, provisionalNote: '' })
}

function main(): void {
  const [folder, target = join(dirname(import.meta.dirname), 'example', 'observations')] = process.argv.slice(2)
  if (!folder) {
    console.error('Usage: node tools/derive-police-figures.ts <folder of police.uk releases> [folder to write to]')
    process.exitCode = 2
    return
  }
  const { csv, source } = derivePoliceFigures(folder)
  mkdirSync(target, { recursive: true })
  writeFileSync(join(target, 'police-uk.csv'), csv)
  writeFileSync(join(target, 'police-uk.source.json'), source)
  const earlier = deriveEarlierFigures(folder)
  writeFileSync(join(target, 'police-uk-earlier-release.csv'), earlier.csv)
  writeFileSync(join(target, 'police-uk-earlier-release.source.json'), earlier.source)
  console.log(`Wrote ${csv.split('\n').length - 2} figures to ${join(target, 'police-uk.csv')}`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
