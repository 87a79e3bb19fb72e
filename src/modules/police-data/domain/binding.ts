import type { IsoDate } from '#kernel/dates.js'
import type { CrimeSlice } from './crime-slice.js'
import { crimeTypesIn } from './crime-type.js'
import type { Month } from './month.js'

/** The crimes that fill a measure: no last month, no day of knowing, since it goes on with every import. */
export type BoundSlice = Omit<CrimeSlice, 'to' | 'knownOn'> & { readonly forces: readonly string[] }

/** Why a slice is not bound to a measure. */
export type BindRefusal =
  /** Crimes are published by month. */
  | { readonly code: 'not-monthly' }
  /** Only counts, and rates of so many residents. */
  | { readonly code: 'not-a-count' }
  | { readonly code: 'is-calculated' }
  | { readonly code: 'no-force' }
  /** A rate needs the residents of the area, and they are not known. */
  | { readonly code: 'no-population' }

const REFUSALS: Readonly<Record<BindRefusal['code'], string>> = {
  'not-monthly': 'Crimes are published by month: only a measure of monthly figures can be filled from them',
  'not-a-count': 'Only a measure that counts, or a rate of residents, can be filled from crimes',
  'is-calculated': 'This measure is worked out from others and takes no figures',
  'no-force': 'Say which force: its crimes are those that it reported',
  'no-population': 'The number of residents is not known for the area, so there is no rate. Import it first',
}

/** Why a slice is not bound, in words. */
export function bindRefusalInWords({ code }: BindRefusal): string {
  return REFUSALS[code]
}

/** What a measure must be to be filled from crimes. */
export type Fillable = { readonly frequency: string; readonly unit: string; readonly formula: string | null }

/** Why a measure can be filled by no slice, if it cannot. */
export function problemWithMeasure({ frequency, unit, formula }: Fillable): BindRefusal | undefined {
  if (formula !== null) return { code: 'is-calculated' }
  if (frequency !== 'month') return { code: 'not-monthly' }
  return unit === 'count' || unit === 'rate' ? undefined : { code: 'not-a-count' }
}

/** Whether any of the kinds asked for was in use in a month: if none was, no crime is no nought. */
export function wasCounted(month: Month, { types = [] }: Pick<BoundSlice, 'types'>): boolean {
  if (types.length === 0) return true
  const inUse = new Set(crimeTypesIn(month).map(({ name }) => name))
  return types.some((type) => inUse.has(type))
}

/** The months that one release brought, as it has them. */
export type ReleasedMonths = {
  readonly release: Month
  readonly knownOn: IsoDate
  readonly months: readonly { readonly month: Month; readonly count: number }[]
  readonly files: readonly { readonly name: string; readonly sha256: string }[]
}

/** The months in which every one of several forces has a file, with the newest release among those. */
export function wholeMonths(
  files: readonly { readonly force: string; readonly month: Month; readonly release: Month }[],
  forces: readonly string[],
): ReadonlyMap<Month, Month> {
  const whole = new Map<Month, Month>()
  for (const [month, own] of Map.groupBy(files, (file) => file.month)) {
    if (forces.every((force) => own.some((file) => file.force === force))) {
      whole.set(
        month,
        own
          .map(({ release }) => release)
          .sort()
          .at(-1) ?? '',
      )
    }
  }
  return whole
}
