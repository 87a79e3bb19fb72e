import type { IsoDate } from '#kernel/dates.js'
import type { Db } from '#platform/db/db.js'
import type { PublicView } from '../actions/public-figures.js'
import { commentariesOf } from '../data/commentary.queries.js'
import { asKnownOn, definitionsOf } from '../data/definitions.queries.js'
import { type CommentaryPair, commentaryFor } from '../domain/commentary.js'
import type { Definition } from '../domain/definition.js'
import type { MeasurePicture } from '../domain/picture.js'
import { type AskedPeriods, askedPeriods, shownAsIn } from './asked-periods.js'
import { type AskedDay, askedDay } from './known-on.js'

type Query = Readonly<Record<string, string>>

/** How a page about measures is read: where it stands, as known on which day, as which kind of period. */
export type Reading = {
  /** The measure's own address: /measures/burglary. */
  readonly address: string
  readonly asked: AskedDay
}

/** What a measure's page shows besides the picture. */
export type MeasureFacts = {
  readonly reading: Reading
  readonly periods: AskedPeriods | undefined
  /** What was said of the newest figure, beside what was said last. */
  readonly commentary: CommentaryPair
  /** Every wording so far, the first first. */
  readonly wordings: readonly Definition[]
}

type FactsRequest = {
  readonly address: string
  readonly query: Query
  readonly today: IsoDate
  /** What the public is not shown; left out for staff. */
  readonly view?: PublicView
}

/** The day and the address that a page is read at. */
export function readingOf({ address, query, today }: FactsRequest): Reading {
  return { address, asked: askedDay(query, today) }
}

/** All else that the page of a measure shows. */
export async function measureFacts(db: Db, picture: MeasurePicture, request: FactsRequest): Promise<MeasureFacts> {
  const { measure, latest } = picture
  const reading = readingOf(request)
  const { knownOn } = reading.asked
  const shownAs = shownAsIn(request.query)
  const [known = measure] = await asKnownOn(db, [measure], { knownOn })
  const said = await commentariesOf(db, measure.id, { knownOn })
  return {
    reading,
    periods: shownAs && (await askedPeriods(db, known, { shownAs, knownOn, ...request.view })),
    commentary: latest ? commentaryFor(said, latest.period) : { now: undefined, before: undefined, isUnchanged: false },
    wordings: await definitionsOf(db, measure.id, { knownOn }),
  }
}
