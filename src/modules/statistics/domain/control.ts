/** Which chart is drawn: individual values (XmR), run chart, shares, rates, counts, or gaps between rare events. */
export type ControlChart = 'xmr' | 'run' | 'p' | 'u' | 'c' | 'g' | 't'

/** Which way the office wants the figure to go. */
export type Direction = 'up' | 'down' | 'neither'

/** Why a point is more than usual variation, by the names that "Making Data Count" gives its rules. */
export type Rule = 'outside' | 'trend' | 'two-of-three' | 'shift'

/** What a point says: usual variation, or a signal and whether it goes the way that is wanted. */
export type Variation = 'common' | 'improvement' | 'concern' | 'neutral-high' | 'neutral-low'

/** Whether the target will be met, as far as the newest limits tell. */
export type Assurance = 'pass' | 'fail' | 'hit-and-miss' | 'none'

/** One period of a series. Charts of shares and rates (p, u) need numerator and denominator. */
export type ControlInput = {
  readonly date: string
  readonly value: number | null
  readonly numerator?: number | null
  readonly denominator?: number | null
}

/** One point of the chart with its own average and limits, unrounded; null where there is none. */
export type ControlPoint = {
  readonly date: string
  readonly value: number | null
  readonly mean: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly lowerNear: number | null
  readonly upperNear: number | null
  readonly rules: readonly Rule[]
  readonly variation: Variation
  /** Which phase it belongs to, from 0. */
  readonly phase: number
}

/** How a chart is made. */
export type ControlOptions = {
  readonly chart: ControlChart
  readonly polarity: Direction
  readonly target?: number | undefined
  /** Dates on which a new phase begins: at the first point on or after each. */
  readonly rebase?: readonly string[] | undefined
  /** Average and limits come from the first so many periods of each phase. */
  readonly baseline?: number | undefined
  /** Leave outlying moving ranges out of the limits (Nelson 1982). True unless told; false follows the Excel tools. */
  readonly screenRanges?: boolean | undefined
  /** What the figure can be: limits beyond are cut to it, and the result says so. */
  readonly lowest?: number | undefined
  readonly highest?: number | undefined
  /** What shares and rates are multiplied by: 100 for percentages, 1000 for rates per thousand. 1 unless told. */
  readonly per?: number | undefined
}

/** A stretch of the series with one average and one way of setting limits. */
export type Phase = {
  /** Dates of its first and last period. */
  readonly from: string
  readonly until: string
  /** How many of its periods have a value. */
  readonly points: number
  readonly mean: number | null
  /** The newest limits in the phase (shares and rates have their own in every period). */
  readonly lower: number | null
  readonly upper: number | null
}

/** What a run chart says as a whole (Anhøj and Olesen 2014): too long a run, or too few crossings of the median. */
export type RunsAnalysis = {
  /** Values not on the median. */
  readonly useful: number
  readonly longest: number
  readonly longestUsual: number
  readonly crossings: number
  readonly crossingsUsual: number
  readonly isSignal: boolean
}

/** A control chart, worked out. */
export type ControlResult = {
  readonly chart: ControlChart
  readonly polarity: Direction
  readonly target: number | null
  readonly points: readonly ControlPoint[]
  readonly phases: readonly Phase[]
  readonly assurance: Assurance
  /** That of the newest point with a value. */
  readonly variation: Variation
  /** The newest phase has 13 values or more: with fewer, limits are on trial and no icon is shown. */
  readonly isEnough: boolean
  readonly isCutBelow: boolean
  readonly isCutAbove: boolean
  /** Only for run charts: of the newest phase. */
  readonly runs?: RunsAnalysis
}

/** Why a chart cannot be made; `date` names the period at fault. */
export type ControlProblem =
  | { readonly code: 'no-values' }
  | { readonly code: 'not-a-number'; readonly date: string }
  | { readonly code: 'needs-parts'; readonly date: string }
  | { readonly code: 'negative'; readonly date: string }
  | { readonly code: 'share-above-whole'; readonly date: string }
  | { readonly code: 'not-above-nought'; readonly date: string }
  | { readonly code: 'baseline-too-short' }
  | { readonly code: 'unknown-rebase'; readonly date: string }
