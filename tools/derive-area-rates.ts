import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { csvRows } from './derive-police-figures.ts'

/** The five files that the rates are made from, by where they lie. */
export type RateSources = {
  /** Recorded crime by force, rolling years. */
  readonly crimes: string
  /** Mid-year population by local authority. */
  readonly population: string
  /** Local authorities to police force areas, of 2016 and of 2024. */
  readonly lookups: readonly [string, string]
  /** Former codes of local authorities and what became of them. */
  readonly formerCodes: string
}

/** The files that the example office bundles: our own area's figures, those of the others, and their source. */
export type AreaRates = { readonly own: string; readonly others: string; readonly source: string }

const MEASURE = 'recorded-crime-rate'
const OWN = 'E23000023'
const YEARS = [2015, 2016, 2017, 2018]
const CITY_OF_LONDON = 'E23000034'
const IMPORTED_ON = '2025-04-28'
/** Not areas: a force without residents, and bodies that record fraud. */
const NOT_AREAS = new Set(['British Transport Police', 'Action Fraud', 'CIFAS', 'UK Finance'])

type Records = Record<string, string>[]

function recordsIn(path: string): Records {
  const raw = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(raw) : raw).toString('utf8')
  const [head = [], ...rows] = csvRows(text)
  return rows.map((row) => Object.fromEntries(head.map((name, index) => [name, (row[index] ?? '').trim()])))
}

/** Local authority to police force area, by the codes of either year and those that became one of them. */
function policeAreas({ lookups, formerCodes }: RateSources) {
  const areas = new Map<string, { code: string; name: string }>()
  for (const { LAD16CD = '', PFA16CD: code = '', PFA16NM: name = '' } of recordsIn(lookups[0]))
    areas.set(LAD16CD, { code, name })
  for (const { ltla24_code = '', pfa24_code: code = '', pfa24_name: name = '' } of recordsIn(lookups[1])) {
    areas.set(ltla24_code, { code, name })
  }
  for (const { LADCD = '', LADCD_ACTIVE = '' } of recordsIn(formerCodes)) {
    const area = areas.get(LADCD) ?? areas.get(LADCD_ACTIVE)
    if (area) areas.set(LADCD, area)
  }
  return areas
}

function populations(sources: RateSources): Map<string, number> {
  const areas = policeAreas(sources)
  const found = new Map<string, number>()
  for (const { code = '', year = '', population = '' } of recordsIn(sources.population)) {
    if (!YEARS.includes(Number(year))) continue
    const area = areas.get(code)
    if (!area) throw new Error(`No police area holds the local authority ${code}`)
    const key = `${area.code} ${year}`
    found.set(key, (found.get(key) ?? 0) + Number(population))
  }
  return found
}

/** Every offence of a force added up, by the year whose last quarter ends in December ("30/12/2017" is one). */
function crimeTotals({ crimes }: RateSources): Map<string, number> {
  const found = new Map<string, number>()
  for (const record of recordsIn(crimes)) {
    const year = /^3[01]\/12\/(\d{4})$/.exec(record['12 months ending'] ?? '')?.[1]
    const force = record.PFA ?? ''
    if (!year || !YEARS.includes(Number(year)) || NOT_AREAS.has(force)) continue
    const key = `${plain(force)} ${year}`
    found.set(key, (found.get(key) ?? 0) + Number(record['Rolling year total number of offences']))
  }
  return found
}

const plain = (name: string) => name.toLowerCase().replaceAll('&', 'and').replace('london, city of', 'city of london')

const AWAY = 'Left out: few people live in the City of London and a rate for each resident would mislead'

/** Recorded crime for each 1,000 residents of every police area, years to December: the same bytes for the same files. */
export function deriveAreaRates(sources: RateSources): AreaRates {
  const people = populations(sources)
  const crimes = crimeTotals(sources)
  const names = new Map([...policeAreas(sources).values()].map(({ code, name }) => [code, name]))
  const rows = [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([code, name]) =>
      YEARS.map((year) => {
        const count = crimes.get(`${plain(name)} ${year}`)
        const base = people.get(`${code} ${year}`)
        if (count === undefined || base === undefined) throw new Error(`No figures of ${name} for ${year}`)
        const figures = code === CITY_OF_LONDON ? ['', '', '', 'missing', AWAY] : [count, base, '', 'final', '']
        return { code, period: `12m to ${year}-12`, figures }
      }),
    )
  const own = rows.filter(({ code }) => code === OWN).map(({ period, figures }) => [MEASURE, period, ...figures])
  const others = rows
    .filter(({ code }) => code !== OWN)
    .map(({ code, period, figures }) => [MEASURE, code, period, ...figures])
  const columns = 'numerator,denominator,value,status,note'
  return {
    own: fileOf(`measure,period,${columns}`, own),
    others: fileOf(`measure,area,period,${columns}`, others),
    source: sourceOf(sources),
  }
}

function fileOf(head: string, rows: readonly (readonly (string | number)[])[]): string {
  return `${[head, ...rows.map((row) => row.join(','))].join('\n')}\n`
}

function sourceOf({ crimes, population, lookups, formerCodes }: RateSources): string {
  const files = [crimes, population, ...lookups, formerCodes].map((path) => ({
    name: basename(path),
    sha256: createHash('sha256').update(readFileSync(path)).digest('hex'),
  }))
  const source = {
    title: 'Recorded crime by police force area, years to December 2015 to 2018, and mid-year population',
    publisher: 'Home Office and Office for National Statistics',
    licence: 'Open Government Licence v3.0',
    attribution:
      'Contains public sector information licensed under the Open Government Licence v3.0. Source: Home Office; Office for National Statistics',
    files,
    importedOn: IMPORTED_ON,
  }
  return `${JSON.stringify(source, null, 2)}\n`
}

function main(): void {
  const [crimes, population, older, newer, formerCodes] = process.argv.slice(2)
  if (!crimes || !population || !older || !newer || !formerCodes) {
    console.error(
      'Usage: node tools/derive-area-rates.ts <crimes> <population> <lookup 2016> <lookup 2024> <former codes>',
    )
    process.exitCode = 2
    return
  }
  const example = join(dirname(import.meta.dirname), 'example')
  const { own, others, source } = deriveAreaRates({ crimes, population, lookups: [older, newer], formerCodes })
  mkdirSync(join(example, 'comparisons'), { recursive: true })
  for (const [folder, csv] of [
    ['observations', own],
    ['comparisons', others],
  ] as const) {
    writeFileSync(join(example, folder, `${MEASURE}.csv`), csv)
    writeFileSync(join(example, folder, `${MEASURE}.source.json`), source)
  }
  console.log(`Wrote ${others.split('\n').length - 2} figures of other areas`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
