import type { Dimension } from '#modules/formulas/index.js'
import type { MeasureDescription } from './measure.js'

/** What a measure's figures are, as formulas check it: pounds are not added to percentages. */
export function dimensionOf({
  unit,
  unitLabel,
  per,
}: Pick<MeasureDescription, 'unit' | 'unitLabel' | 'per'>): Dimension {
  const of = unitLabel === '' ? {} : { of: unitLabel }
  return unit === 'rate' ? { kind: 'rate', per, ...of } : { kind: unit, ...of }
}
