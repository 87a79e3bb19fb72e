import type { Db } from '#platform/db/db.js'
import { LOOKUP_KINDS } from '../domain/fact.js'
import { type Counts, type Population, peopleIn } from '../domain/population.js'
import { bundledLines, bundledText } from './bundled.js'
import { gazetteer } from './gazetteer.queries.js'
import { factsOf, versionOf } from './imported.queries.js'

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

/** Residents by ethnic group of an area, as imported, in the newest year. */
export async function populationByEthnicity(
  db: Db,
  code: string,
): Promise<
  { readonly group: string; readonly people: number | null; readonly year: number; readonly source: string }[]
> {
  const facts = await factsOf(db, 'population-ethnicity', [code])
  const newest = Math.max(...facts.map(({ edition }) => edition))
  const ofYear = facts.filter(({ edition }) => edition === newest)
  return ofYear.map(({ other, edition, source, content }) => ({
    ...{ group: other, people: content.people },
    ...{ year: edition, source },
  }))
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
