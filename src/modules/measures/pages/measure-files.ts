import type { Json } from '#kernel/canonical-json.js'
import { type Cell, toCsv } from '#platform/csv.js'
import { periodLabel } from '../domain/period-words.js'
import type { MeasurePicture } from '../domain/picture.js'

/** The columns of figures as they leave. */
export const FIGURE_COLUMNS = [
  'measure',
  'title',
  'period',
  'period_label',
  'from',
  'until',
  'numerator',
  'denominator',
  'value',
  'unit',
  'unit_label',
  'status',
  'note',
  'geography',
  'source',
  'publisher',
  'licence',
  'file',
  'file_sha256',
  'known_at',
] as const

/** One row a period, with all that is needed to read it alone. */
export function figureRows({ measure, series, sources }: MeasurePicture): Cell[][] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  return series.map(({ period, numerator, denominator, value, status, note, importId, recordedAt }) => {
    const source = byId.get(importId ?? '')
    return [
      ...[measure.slug, measure.title, period.code, periodLabel(period), period.from, period.until],
      ...[
        numerator,
        denominator,
        value,
        measure.unit,
        measure.unitLabel,
        status,
        note,
        measure.geography,
        measure.source,
      ],
      ...[source?.publisher ?? '', source?.licence ?? '', source?.fileName ?? '', source?.sha256 ?? '', recordedAt],
    ]
  })
}

/** The figures of one measure as CSV. */
export function measureCsv(picture: MeasurePicture): string {
  return toCsv(FIGURE_COLUMNS, figureRows(picture))
}

/** One measure with its figures as JSON can hold it. */
export function measureData(picture: MeasurePicture): Json {
  const { measure, series, sentence, nextDue, sources } = picture
  const limits = limitsData(picture)
  const { id: _id, version: _version, nodeIds: _nodeIds, publishedAt, ...description } = measure
  return {
    ...description,
    publishedAt,
    sentence,
    nextFiguresDue: nextDue?.on ?? null,
    limits,
    figures: series.map(({ period, importId, recordedAt, ...figure }) => ({
      period: period.code,
      periodLabel: periodLabel(period),
      from: period.from,
      until: period.until,
      ...figure,
      file: importId,
      knownAt: recordedAt,
    })),
    files: sources.map(({ importedBy: _importedBy, reason: _reason, ...source }) => source),
  }
}

function limitsData({ control }: MeasurePicture): Json {
  const phase = control?.isEnough ? control.phases.at(-1) : undefined
  return phase ? { average: phase.mean, lower: phase.lower, upper: phase.upper } : null
}

/** One measure with its figures as JSON text. */
export function measureJson(picture: MeasurePicture): string {
  return `${JSON.stringify(measureData(picture), null, 2)}\n`
}
