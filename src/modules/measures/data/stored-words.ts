import type { ControlChart } from '#modules/statistics/index.js'
import { BEYOND_WHOLE, type BeyondWhole } from '../domain/beyond-whole.js'
import { CONTROL_CHARTS } from '../domain/control-method.js'
import { FRAMEWORK_KINDS, type FrameworkKind } from '../domain/framework.js'
import type { ImportKind } from '../domain/import-source.js'
import { POLARITIES, type Polarity } from '../domain/measure.js'
import { POOLINGS, type Pooling } from '../domain/measure-method.js'
import { type ObservationStatus, STATUSES } from '../domain/observation.js'
import { FREQUENCIES, type Frequency } from '../domain/period.js'
import { BREAK_KINDS, type BreakKind } from '../domain/series-marks.js'
import { UNITS, type Unit } from '../domain/unit.js'

/** A stored word as one of the words that it may be; anything else is a damaged register. */
function wordOf<const T extends string>(words: readonly T[], what: string) {
  const byText = new Map<string, T>(words.map((word) => [word, word]))
  return (stored: string): T => {
    const word = byText.get(stored)
    if (word === undefined) throw new RangeError(`Not a ${what}: ${JSON.stringify(stored)}`)
    return word
  }
}

/** A stored unit. */
export const unitOf = wordOf<Unit>(UNITS, 'unit')

/** A stored polarity. */
export const polarityOf = wordOf<Polarity>(POLARITIES, 'polarity')

/** A stored frequency. */
export const frequencyOf = wordOf<Frequency>(FREQUENCIES, 'frequency')

/** A stored status of an observation. */
export const statusOf = wordOf<ObservationStatus>(STATUSES, 'status')

/** A stored way of pooling. */
export const poolingOf = wordOf<Pooling>(POOLINGS, 'way of pooling')

/** A stored control chart. */
export const controlChartOf = wordOf<ControlChart>(CONTROL_CHARTS, 'control chart')

/** Whether a percentage may lie outside 0 to 100, as stored. */
export const beyondWholeOf = wordOf<BeyondWhole>(BEYOND_WHOLE, 'answer about shares')

/** A stored kind of import. */
export const importKindOf = wordOf<ImportKind>(['file', 'typed'], 'kind of import')

/** A stored kind of break. */
export const breakKindOf = wordOf<BreakKind>(BREAK_KINDS, 'kind of break')

/** A stored kind of framework. */
export const frameworkKindOf = wordOf<FrameworkKind>(FRAMEWORK_KINDS, 'kind of framework')
