import type { Db } from '#platform/db/db.js'
import type { DeprivationContent } from '../domain/fact.js'
import { factsOf } from './imported.queries.js'

/** How deprived a small area is by one edition of the indices. Scores of two editions are not to be compared. */
export type Deprivation = DeprivationContent & {
  readonly lsoa: string
  readonly edition: number
  readonly source: string
}

/** What an edition of the Indices of Deprivation (2019 on 2011 LSOAs, 2025 on 2021 LSOAs) says of an LSOA, if imported. */
export async function deprivationOf(db: Db, lsoa: string, edition: number): Promise<Deprivation | null> {
  const fact = (await factsOf(db, 'deprivation', [lsoa])).find((each) => each.edition === edition)
  return fact ? { lsoa, edition, source: fact.source, ...fact.content } : null
}
