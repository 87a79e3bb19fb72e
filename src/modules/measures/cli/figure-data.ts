import type { Json } from '#kernel/canonical-json.js'
import { unitHeading } from '../domain/figure.js'
import type { ImportFacts } from '../domain/import-source.js'
import type { Measure } from '../domain/measure.js'
import type { Observation, SeriesPoint } from '../domain/observation.js'
import { baseInWords, type PeriodFigure } from '../domain/period-figure.js'
import type { PeriodRequest } from '../domain/period-request.js'
import { periodLabel } from '../domain/period-words.js'
import type { MeasurePicture } from '../domain/picture.js'
import type { PooledFigure } from '../domain/pooling.js'
import { intervalOf } from '../domain/sentence.js'

/** A period for machines. */
export function periodData(period: PeriodRequest): Json {
  const { code, kind, from, until } = period
  return { code, kind, from, until, label: periodLabel(period) }
}

type Files = ReadonlyMap<string, ImportFacts>

/** One value of a series with all that is needed to read it alone, and where it comes from. */
export function pointData(measure: Measure, point: SeriesPoint, files: Files): Json {
  return {
    period: periodData(point.period),
    ...wordsData(measure, point),
    area: point.area,
    isWithheld: point.isWithheld ?? false,
    vintage: point.knownOn === null ? null : vintageData(point, files),
  }
}

type Words = Pick<PooledFigure, 'value' | 'numerator' | 'denominator' | 'status' | 'isRevised' | 'note' | 'interval'>

function wordsData(measure: Measure, point: Words): Record<string, Json> {
  const { value, numerator, denominator, status, isRevised, note } = point
  const interval = intervalOf(measure, point)
  return {
    ...{ value, numerator, denominator, unit: measure.unit, unitLabel: unitHeading(measure), base: baseInWords(point) },
    ...{ status, isRevised, note, interval: interval ? { lower: interval.lower, upper: interval.upper } : null },
  }
}

/** When a figure was known, who took it in, why, and from which file. */
function vintageData(
  { knownOn, recordedAt, importId }: Pick<SeriesPoint, 'knownOn' | 'recordedAt' | 'importId'>,
  files: Files,
): Json {
  const file = files.get(importId ?? '')
  return {
    ...{ knownOn, recordedAt, by: file?.importedBy ?? null, reason: file?.reason ?? null, kind: file?.kind ?? null },
    ...{ file: file?.fileName ?? null, sha256: file?.sha256 ?? null, source: file?.title ?? null },
  }
}

/** One vintage of a figure. */
export function observationData(measure: Measure, observation: Observation, files: Files): Json {
  const { isRevised: _isRevised, ...words } = wordsData(measure, { ...observation, isRevised: false })
  return { ...words, area: observation.area, vintage: vintageData(observation, files) }
}

/** The figure of a period with the same period last year and the change. */
export function periodFigureData(measure: Measure, figure: PeriodFigure): Json {
  const { samePeriodLastYear, change, whyNoChange, from, breaks } = figure
  return {
    ...pooledData(measure, figure),
    from: from.map(({ period }) => period.code),
    breaks: breaks.map(({ startsOn, reason }) => ({ startsOn, reason })),
    samePeriodLastYear: samePeriodLastYear && pooledData(measure, samePeriodLastYear),
    change: change && {
      ...{ difference: change.difference, unit: change.unit, percent: change.percent },
      ...{ isSignificant: change.isSignificant, why: change.why },
      breaks: change.breaks.map(({ startsOn, reason, acknowledgement }) => ({ startsOn, reason, acknowledgement })),
    },
    whyNoChange,
  }
}

function pooledData(measure: Measure, figure: PooledFigure): { [key: string]: Json } {
  return { period: periodData(figure.period), ...wordsData(measure, figure) }
}

/** All of a picture but its series: what the chart shows and says. */
export function chartData(picture: MeasurePicture): { [key: string]: Json } {
  const { measure, control, breaks, phases, target, variation, assurance, sentence, summary, derivation } = picture
  return {
    ...{ sentence, summary, variation: variation ?? null, assurance: assurance ?? null },
    controlChart: measure.controlChart,
    control: (control as unknown as Json | undefined) ?? null,
    breaks: breaks.map(({ measureId: _measureId, ...each }) => each),
    phases: phases.map(({ measureId: _measureId, ...each }) => each),
    target: target
      ? { value: target.value, startsOn: target.startsOn, source: target.source, by: target.recordedBy }
      : null,
    derivation: derivation.map(({ part, working, shown, value }) => ({ part, working, shown, value })),
  }
}
