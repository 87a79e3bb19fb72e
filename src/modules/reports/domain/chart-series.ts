/** The numbers behind one chart or map of a report, as they were drawn. */
export type ChartSeries = {
  /** Which figure of the report it is: "Figure 3". */
  readonly number: number
  readonly caption: string
  /** A measure by its address, or what a map counts: 'crime/district/burglary'. */
  readonly of: string
  /** Periods of a measure, or areas of a map as 'period/code', with what each is called. */
  readonly points: readonly { readonly key: string; readonly label: string; readonly value: number | null }[]
}
