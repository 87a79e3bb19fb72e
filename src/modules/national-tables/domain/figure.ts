import type { IsoDate } from '#kernel/dates.js'

/** A number of a national table, or why there is none: the publisher's mark in words. */
export type Figure = { readonly value: number | null; readonly why?: string }

/** One line of a national table: what it says of one area in one period. */
export type FigureRow = {
  /** The area as the file gives it: an official code if it has one, and its name. */
  readonly area: { readonly code: string | null; readonly name: string }
  readonly from: IsoDate
  readonly until: IsoDate
  /** What the line is about, beside area and period: an offence, a rank, a basis. */
  readonly labels: Readonly<Record<string, string>>
  readonly figures: Readonly<Record<string, Figure>>
}

/** How a line is known: the same in a newer file replaces it. */
export function labelText(labels: FigureRow['labels']): string {
  const keys = Object.keys(labels).sort()
  return JSON.stringify(keys.map((key) => [key, labels[key]]))
}

/** What a line says, as it is kept and compared. */
export function figureText(figures: FigureRow['figures']): string {
  return JSON.stringify(figures)
}
