import type { Instant } from '#kernel/dates.js'

/** What can fill a measure by itself, by the module that holds it. */
export type BindingSource = 'police-data' | 'national-tables'

/** A source that fills a measure with each import. `Slice` is what it is asked, in its own terms. */
export type Binding<Slice = unknown> = {
  readonly id: string
  readonly source: BindingSource
  readonly measureId: string
  readonly slice: Slice
  /** '' when the figures are those of the measure's own area, else the code that they stand under. */
  readonly area: string
  readonly boundAt: Instant
  readonly boundBy: string
  /** When it was ended; null while it fills the measure. */
  readonly endedAt: Instant | null
}

/** A measure that something fills already is not bound a second time for the same area. */
export type BoundAlready = { readonly code: 'bound-already'; readonly binding: Binding }

const SOURCES: Readonly<Record<BindingSource, string>> = {
  'police-data': 'Police records fill this measure for the same area already',
  'national-tables': 'A national table fills this measure for the same area already',
}

/** Why it is not bound a second time, in words. */
export function boundAlreadyInWords({ binding }: BoundAlready): string {
  return `${SOURCES[binding.source]}. End that first`
}
