import type { IsoDate } from '#kernel/dates.js'
import { chartInWords } from './chart-words.js'
import { controlOf } from './control.js'
import { inFull, type Measure, type MeasureDraft } from './measure.js'
import { latestKnown, OWN_AREA, type SeriesPoint } from './observation.js'
import { periodFrom } from './period.js'
import type { MeasurePicture } from './picture.js'
import { statementOf } from './sentence.js'
import { NO_MARKS, type SeriesBreak } from './series-marks.js'

/** Monthly figures that stand in no register, such as counts made for one page, and what they are figures of. */
export type LooseSeries = {
  readonly slug: string
  readonly of: MeasureDraft
  /** Every month from the first to the last, `2024-01`; null where there is no figure, with the reason. */
  readonly months: readonly { readonly month: string; readonly value: number | null; readonly note: string }[]
  readonly breaks: readonly { readonly startsOn: IsoDate; readonly reason: string }[]
}

/** The same sentences, limits and chart for them as for a measure of the register. */
export function pictureOfMonths({ slug, of, months, breaks }: LooseSeries): MeasurePicture {
  const measure: Measure = { ...inFull(of), id: slug, slug, publishedAt: null, version: 1, nodeIds: [] }
  const series = months.map(pointOf)
  const marks = { ...NO_MARKS, breaks: breaks.map((each) => breakOf(measure, each)) }
  const control = controlOf(measure, series, marks)
  const statement = statementOf(measure, series, { control, marks })
  const sentence = [statement.figure, statement.comparison].filter(Boolean).join(' ')
  const words = chartInWords({ measure, series, control, marks })
  return {
    ...{ measure, series, control, statement, sentence, breaks: marks.breaks, phases: [] },
    ...{ latest: latestKnown(series), target: undefined, lastYear: [], lacks: [], derivation: [], sources: [] },
    ...{ nextDue: undefined, isKept: false },
    variation: control?.isEnough ? control.variation : undefined,
    assurance: control?.isEnough ? control.assurance : undefined,
    summary: [sentence, ...words, statement.lastYear].filter(Boolean).join(' '),
  }
}

function pointOf({ month, value, note }: LooseSeries['months'][number]): SeriesPoint {
  const nothing = { denominator: null, interval: null, importId: null, knownOn: null, recordedAt: null }
  return {
    ...{ ...nothing, area: OWN_AREA, period: periodFrom(month), numerator: value, value, note },
    ...{ status: value === null ? 'missing' : 'final', isRevised: false },
  }
}

function breakOf({ slug }: Measure, { startsOn, reason }: LooseSeries['breaks'][number]): SeriesBreak {
  const recorded = { id: `${slug} ${startsOn}`, measureId: slug, knownOn: startsOn, recordedAt: '', recordedBy: '' }
  return { ...recorded, startsOn, reason, kind: 'definition', acknowledgement: null }
}
