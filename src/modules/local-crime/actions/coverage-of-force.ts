import type { IsoDate } from '#kernel/dates.js'
import { monthsCovered, type OwnForce, placeBuckets } from '#modules/police-data/index.js'
import type { CoverageMonth } from '../domain/coverage.js'
import type { Reading } from './crime-in-place.js'

const KINDS = [
  { type: 'street', label: 'Crime and anti-social behaviour' },
  { type: 'outcomes', label: 'Outcomes' },
  { type: 'stop-and-search', label: 'Stop and search' },
] as const

/** One kind of file: which months of the force are held. */
export type KindCoverage = { readonly label: string; readonly months: readonly CoverageMonth[] }

/** What is held of one force, and where its crimes lie. */
export type ForceHeld = {
  readonly force: OwnForce
  readonly kinds: readonly KindCoverage[]
  /** Of all months held; null where nothing can be counted. */
  readonly buckets: { readonly inArea: number; readonly outsideArea: number; readonly noLocation: number } | null
}

/** The newest month of which any kind of file is held. */
export function newestMonth(kinds: readonly KindCoverage[]): string {
  return (
    kinds
      .map(({ months }) => months.at(-1)?.month ?? '')
      .sort()
      .at(-1) ?? ''
  )
}

/** Which months of each kind of file are held of a force, as known on a day. */
export async function coverageOfForce(reading: Reading, force: OwnForce, knownOn?: IsoDate): Promise<ForceHeld> {
  const dated = { forces: [force.slug], ...(knownOn && { knownOn }) }
  const kinds: KindCoverage[] = []
  for (const { type, label } of KINDS) {
    const [coverage] = await monthsCovered(reading.db, type, dated)
    kinds.push({ label, months: (coverage?.months ?? []).map(({ month, release }) => ({ month, release })) })
  }
  const buckets = await placeBuckets(reading, { ...dated, includeAsb: false })
  return { force, kinds, buckets: buckets.ok ? buckets.value : null }
}
