import { figureFormat, type Unit, withUnit } from '#modules/measures/index.js'

/** The unit of a measure as it was frozen. */
type FrozenMeasure = { readonly unit: string; readonly unitLabel: string }

const UNITS: readonly Unit[] = ['count', 'percentage', 'rate', 'pounds', 'duration']

/** A frozen value in words, with what it counts: "6,004 crimes"; empty where there is none. */
export function factWords({ unit, unitLabel }: FrozenMeasure, value: number | null): string {
  if (value === null) return ''
  const known = UNITS.find((each) => each === unit) ?? 'count'
  return withUnit({ unit: known, unitLabel }, figureFormat(known, [value])(value))
}
