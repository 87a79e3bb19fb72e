import { addDays, addMonths, type IsoDate, isoDate } from '#kernel/dates.js'
import { similarGroupOn } from '#modules/comparisons/index.js'
import { FORCES, populationOf } from '#modules/geography/index.js'
import { recordedCrime, tableRows } from '#modules/national-tables/index.js'
import type { OwnForce } from '#modules/police-data/index.js'
import { type Interval, rateInterval } from '#modules/statistics/index.js'
import type { Db } from '#platform/db/db.js'
import { PER, type People } from '../domain/crime-rate.js'
import type { Reading } from './crime-in-place.js'

/** The crimes that one force recorded in twelve months by the Home Office's tables, and for each 1,000 people. */
export type ForceRecorded = {
  readonly code: string
  readonly name: string
  readonly offences: number
  readonly people: People
  readonly rate: Interval
}

/** Forces side by side over the newest twelve months to March that a table covers our own force for. */
export type ForcesBeside = {
  readonly until: string
  readonly source: string
  readonly forces: readonly ForceRecorded[]
  /** The areas that the office holds to be most like ours, as they were at the end of the twelve months. */
  readonly similar: SimilarForces | null
}

/** Who is compared with us, by whose word, and the rate of all of them but us taken together. */
export type SimilarForces = {
  readonly name: string
  readonly source: string
  readonly codes: readonly string[]
  readonly together: Interval
}

const YEARS_BACK = 6

/** The kinds of table that recorded crime is read from. */
const KINDS = ['recorded-crime-open-data', 'recorded-crime', 'recorded-crime-totals'] as const

/** Recorded crime of our own force beside that of every force that the same table has; null without such a table. */
export async function besideOthers({ db, today }: Reading, own: OwnForce): Promise<ForcesBeside | null> {
  const [year = 0] = today().split('-').map(Number)
  for (let back = 0; back < YEARS_BACK; back++) {
    const until = isoDate(`${year - back}-03-31`)
    if (until > today()) continue
    const ours = await recordedCrime(db, own.slug, { until })
    if (!ours) continue
    const kind = KINDS.find((each) => each === ours.kind) ?? 'recorded-crime-totals'
    const there = new Set((await tableRows(db, kind, { until })).map(({ area }) => area))
    const listed = FORCES.filter(({ code }) => code !== null && there.has(code))
    const forces = await Promise.all(listed.map((force) => recordedBy(db, force, until)))
    const known = forces.filter((force) => force !== null)
    const source = ours.files.map(({ publisher, name }) => `${publisher}, ${name}`).join('; ')
    if (known.length < 2) return null
    return { until, source, forces: known, similar: await similarForces(db, known, { own: own.code, until }) }
  }
  return null
}

async function similarForces(
  db: Db,
  forces: readonly ForceRecorded[],
  { own, until }: { readonly own: string; readonly until: IsoDate },
): Promise<SimilarForces | null> {
  const found = await similarGroupOn(db, own, until)
  const others = forces.filter(({ code }) => found?.codes.includes(code))
  const sum = (numberOf: (force: ForceRecorded) => number) => others.reduce((all, each) => all + numberOf(each), 0)
  const together = rateInterval(
    sum(({ offences }) => offences),
    sum(({ people }) => people.people) / PER,
  )
  if (!found || others.length === 0 || !together) return null
  const { name, source } = found.group
  return { name, source, codes: [own, ...others.map(({ code }) => code)], together }
}

async function recordedBy(
  db: Db,
  { slug, code, area }: (typeof FORCES)[number],
  until: ReturnType<typeof isoDate>,
): Promise<ForceRecorded | null> {
  const recorded = code ? await recordedCrime(db, slug, { until }) : null
  const middle = addMonths(addDays(until, 1), -6).slice(0, 4)
  const people = recorded && code ? await populationOf(db, code, Number(middle)) : null
  const rate = recorded && people ? rateInterval(recorded.offences, people.people / PER) : undefined
  return recorded && code && people && rate ? { code, name: area, offences: recorded.offences, people, rate } : null
}
