/** A figure of the office's own register that a text may name, as it was known on the day of the document. */
export type RegisterFigure = {
  /** The measure's title and its short names. */
  readonly names: readonly string[]
  /** The figure's period in words, as "2017/18", "September 2017" or "12 months to September 2017". */
  readonly period: string
  readonly value: number
  readonly unit: 'count' | 'percent' | 'pounds' | 'rate' | 'duration' | 'number'
  /** The figure as the register prints it, and where it can be read. */
  readonly shown: string
  readonly source: string
}
