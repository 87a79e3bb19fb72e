import type { Db } from '#platform/db/db.js'
import type { Area } from '../domain/area.js'
import { LOOKUP_KINDS } from '../domain/fact.js'
import { type Counts, type Population, peopleIn } from '../domain/population.js'
import { bundledLines, bundledText } from './bundled.js'
import { gazetteer } from './gazetteer.queries.js'
import { factsOf, type KeptFact, versionOf } from './imported.queries.js'

/** What is known of residents, and what was worked out from it, by the newest import that it rests on. */
type Residents = { readonly counts: Counts; readonly found: Map<string, Population | null> }
const kept = new Map<string, Promise<Residents>>()
const MOST_KEPT = 4

/**
 * The residents of an area, in the year asked for or the nearest that is known (the newest if none is asked for). Of an
 * area that no file counts, the sum of its districts or of the small areas that lie in it. Null when a part is missing.
 */
export async function populationOf(db: Db, code: string, year?: number): Promise<Population | null> {
  const { counts, found } = await residents(db)
  const key = `${code}|${year}`
  const known = found.get(key)
  if (known !== undefined) return known
  const population = peopleIn(code, year, { counts, ...(await gazetteer(db)) })
  found.set(key, population)
  return population
}

/** How many of an ethnic group live in an area, in the year of the newest count. */
type GroupPopulation = {
  readonly group: string
  readonly people: number | null
  readonly year: number
  readonly source: string
}

/**
 * Residents by ethnic group of an area, in the newest year. Of an area that no file counts, such as a force, the sum of
 * its districts; nothing when one of them is missing.
 */
export async function populationByEthnicity(db: Db, code: string): Promise<GroupPopulation[]> {
  const own = await factsOf(db, 'population-ethnicity', [code])
  if (own.length > 0) return newestGroups([own])
  const { districts, around } = await gazetteer(db)
  const within = districts.filter((area) => area.edition > 0 && !area.activeCode && around.get(area.code)?.has(code))
  const asOf = (area: Area) => districts.filter((each) => each.code === area.code || each.activeCode === area.code)
  const codes = within.flatMap(asOf).map((area) => area.code)
  const facts = Map.groupBy(
    codes.length > 0 ? await factsOf(db, 'population-ethnicity', codes) : [],
    (fact) => fact.code,
  )
  const counted = within.map((area) => facts.get(area.code) ?? asOf(area).flatMap((each) => facts.get(each.code) ?? []))
  return counted.length > 0 && counted.every((part) => part.length > 0) ? newestGroups(counted) : []
}

type GroupFact = KeptFact<'population-ethnicity'>

/** The groups of some parts added up, in the newest year that all of them have. A number missing in one is missing in all. */
function newestGroups(parts: readonly (readonly GroupFact[])[]): GroupPopulation[] {
  const years = parts.map((facts) => new Set(facts.map(({ edition }) => edition)))
  const common = [...(years[0] ?? [])].filter((year) => years.every((each) => each.has(year)))
  const year = Math.max(...common)
  const groups = new Map<string, GroupPopulation>()
  for (const { other: group, edition, content, source } of parts.flat().filter((fact) => fact.edition === year)) {
    const before = groups.get(group)
    const people = before?.people === null || content.people === null ? null : (before?.people ?? 0) + content.people
    groups.set(group, { group, people, year: edition, source })
  }
  return [...groups.values()]
}

async function residents(db: Db): Promise<Residents> {
  const version = await versionOf(db, ['population', ...LOOKUP_KINDS])
  const known = kept.get(version)
  if (known) return known
  const made = make(db).then((counts) => ({ counts, found: new Map() }))
  kept.set(version, made)
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest)
  made.catch(() => kept.delete(version))
  return made
}

async function make(db: Db): Promise<Counts> {
  const counts = new Map<string, Map<number, { people: number; source: string }>>()
  const put = (code: string, year: number, people: number, source: string) => {
    const years = counts.get(code) ?? new Map<number, { people: number; source: string }>()
    counts.set(code, years.set(year, { people, source }))
  }
  const [head = ''] = bundledText(DISTRICTS).split('\n')
  const years = head.split('\t').slice(1).map(Number)
  for (const [code = '', ...people] of bundledLines(DISTRICTS))
    for (const [at, year] of years.entries()) put(code, year, Number(people[at]), BUNDLED)
  for (const [code = '', people] of bundledLines('lsoa-2011-population-2020.tsv.gz'))
    put(code, 2020, Number(people), BUNDLED)
  for (const { code, edition, content, source } of await factsOf(db, 'population'))
    if (content.people !== null) put(code, edition, content.people, source)
  return counts
}

const DISTRICTS = 'district-population-2001-2020.tsv.gz'
const BUNDLED = 'Office for National Statistics, mid-year population estimates'
