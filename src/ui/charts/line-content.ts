import type { ChartBand, ChartPoint } from './points.js'

/** What is to be drawn. */
export type LineChartContent = {
  readonly points: readonly ChartPoint[]
  readonly band?: ChartBand | undefined
  /** A level line; its words are "Target" and the figure unless told. */
  readonly target?: { readonly value: number; readonly label?: string } | undefined
  /** For seasonal series: the figures of the same periods a year before, one for each point. */
  readonly yearBefore?: readonly (number | null)[] | undefined
  readonly format?: (value: number) => string
  /** What the line in the middle is: "Average" unless told ("Median"). */
  readonly centreName?: string
}

/** Units are those of the drawing, 1 px at full width. `stacked` breaks the labels at the right into two lines. */
export type Room = { readonly width: number; readonly height: number; readonly size: number; readonly stacked: boolean }

/** The part of a drawing that holds the series. */
export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
