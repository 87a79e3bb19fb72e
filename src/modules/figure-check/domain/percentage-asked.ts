import type { Quote } from '#modules/passages/index.js'
import type { Quantity } from '#modules/quantities/index.js'

/** A percentage, its base, and where they stand. */
export type Asked = { percent: Quantity; base: number; isTight: boolean; quotes: Quote[] }
