import { type ColumnRole, plainHeader, type Scale } from './header-words.js'
import type { PeriodKind } from './written-period.js'

/** What reading needs to know of a measure of the register. */
export type KnownMeasure = {
  readonly slug: string
  readonly title: string
  readonly unit: 'count' | 'percentage' | 'rate' | 'pounds' | 'duration'
  readonly frequency: PeriodKind
}

/** What one column holds, by its head. `figure` is the value, or a part of it, of one measure. */
export type ColumnUse =
  | { readonly header: string; readonly role: ColumnRole }
  | { readonly header: string; readonly role: 'figure'; readonly measure: string; readonly part: FigurePart }

/** Which of a figure's three numbers a column holds. */
export type FigurePart = 'value' | 'numerator' | 'denominator'

/** How a file is read where its own words do not say it. Kept by name, for the next file of the same form. */
export type Mapping = {
  /** The sheet that holds the table; '' where only one does. */
  readonly sheet: string
  /** The row of the heads, from 1; 0 where they are found by their names. */
  readonly headerRow: number
  /** The measure that the whole table speaks of; '' where its columns or rows say it. */
  readonly measure: string
  /** How percentages without a sign are written; '' where the heads say it. */
  readonly scale: Scale | ''
  readonly columns: readonly ColumnUse[]
  /** What the file calls measures, where the register does not call them so. */
  readonly measures: readonly { readonly written: string; readonly slug: string }[]
  /** What the file calls areas. '' is the office's own area. */
  readonly areas: readonly { readonly written: string; readonly area: string }[]
}

/** Nothing said: everything is read by the names of the heads. */
export const NO_MAPPING: Mapping = {
  ...{ sheet: '', headerRow: 0, measure: '', scale: '', columns: [], measures: [], areas: [] },
}

/** Finds measures by what files call them: their address, their title, or a name that the mapping explains. */
export class MeasureNames {
  readonly #bySlug: ReadonlyMap<string, KnownMeasure>
  readonly #byName = new Map<string, KnownMeasure | null>()
  /** A file says the same names in thousands of rows: each is looked up once. */
  readonly #found = new Map<string, KnownMeasure | undefined>()

  constructor(measures: readonly KnownMeasure[], { measures: explained }: Pick<Mapping, 'measures'> = NO_MAPPING) {
    this.#bySlug = new Map(measures.map((measure) => [measure.slug, measure]))
    for (const measure of measures) this.#add(plainHeader(measure.title), measure)
    for (const measure of measures) this.#byName.set(plainHeader(measure.slug), measure)
    for (const { written, slug } of explained) {
      const measure = this.#bySlug.get(slug)
      if (measure) this.#byName.set(plainHeader(written), measure)
    }
  }

  /** Two measures of one title are not to be told apart by it. */
  #add(name: string, measure: KnownMeasure): void {
    this.#byName.set(name, this.#byName.has(name) ? null : measure)
  }

  /** The measure of this name, if there is exactly one. */
  find(name: string): KnownMeasure | undefined {
    const measure = this.#bySlug.get(name)
    if (measure || this.#found.has(name)) return measure ?? this.#found.get(name)
    const found = this.#bySlug.get(name.trim()) ?? this.#byName.get(plainHeader(name)) ?? undefined
    this.#found.set(name, found)
    return found
  }
}
