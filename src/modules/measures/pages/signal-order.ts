import type { MeasurePicture } from '../domain/picture.js'
import { yearChange } from './year-change.js'

/** The orders that a table of measures can be put in. */
export const SIGNAL_ORDERS = {
  plan: 'As the plan has them',
  signals: 'What stands out first',
  name: 'Name',
  newest: 'Newest figures first',
  change: 'Largest change on last year first',
} as const

export type SignalOrder = keyof typeof SIGNAL_ORDERS

/** The order that a page is asked for: `?order=signals`. */
export function orderIn(query: Readonly<Record<string, string>>): SignalOrder {
  const order = query.order ?? ''
  return Object.hasOwn(SIGNAL_ORDERS, order) ? (order as SignalOrder) : 'plan'
}

/** Whether the newest figure is more than usual variation. */
export function hasSignal({ control, variation }: MeasurePicture): boolean {
  return control?.isEnough === true && variation !== undefined && variation !== 'common'
}

/** The measures in that order; where two are level they stay as they were. */
export function inOrder(pictures: readonly MeasurePicture[], order: SignalOrder): MeasurePicture[] {
  const by: Readonly<Record<SignalOrder, (a: MeasurePicture, b: MeasurePicture) => number>> = {
    plan: () => 0,
    signals: (a, b) => urgency(b) - urgency(a),
    name: (a, b) => a.measure.title.localeCompare(b.measure.title, 'en-GB'),
    newest: (a, b) => (b.latest?.period.until ?? '').localeCompare(a.latest?.period.until ?? ''),
    change: (a, b) => changeSize(b) - changeSize(a),
  }
  return pictures.toSorted(by[order])
}

function urgency(picture: MeasurePicture): number {
  if (!hasSignal(picture)) return picture.control?.isEnough ? 1 : 0
  return picture.variation === 'concern' ? 3 : 2
}

/** In parts of the earlier figure, so that measures of all sizes can stand in one order. */
function changeSize(picture: MeasurePicture): number {
  const { difference } = yearChange(picture)
  const value = picture.latest?.value ?? 0
  const before = difference === null ? 0 : value - difference
  return difference === null || before === 0 ? -1 : Math.abs(difference / before)
}
