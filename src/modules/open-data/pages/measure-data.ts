import { figureFormat, type MeasurePicture, withUnit } from '#modules/measures/index.js'
import type { Cell } from '#platform/csv.js'
import { columnsOf, type DataSet } from './data-set.js'

/** The register of published measures. */
export const measureData: DataSet = {
  name: 'measures',
  title: 'Measures',
  isDated: true,
  about: 'What each published measure counts, who answers for it, and its newest figure.',
  columns: columnsOf({
    measure: 'The measure, as in its address',
    title: 'Its name',
    definition: 'What it measures',
    unit: 'count, percentage, rate, pounds or duration',
    unit_label: 'What the figures count',
    polarity: 'Whether a rise is wanted: up-is-good, down-is-good or neither',
    frequency: 'How often there is a figure',
    numerator: 'What is counted',
    denominator: 'What it is a share of, for shares and rates',
    source: 'Where the figures come from',
    source_url: 'Where that can be read',
    owner: 'The role that answers for the figures',
    geography: 'The place they speak of',
    caveat: 'What to bear in mind',
    latest_period: 'The newest period with a figure',
    latest_value: 'That figure',
    latest_status: 'final, provisional or estimated',
    latest_in_words: 'The figure with its unit',
    next_due_on: 'The day by which newer figures should have come; empty when none are awaited',
    is_past_due: 'yes when that day has passed',
    part_ids: 'The parts of plans that it informs, separated by semicolons',
    address: 'Where it can be read on this site',
  }),
  rows: async (records) => (await records.measures()).map(measureRow),
}

/** Every figure of every published measure, as last known. */
export const observationData: DataSet = {
  name: 'observations',
  title: 'Figures',
  isDated: true,
  about:
    'Every figure of every published measure as it is last known. A missing figure has no value and gives its reason.',
  columns: columnsOf({
    measure: 'The measure, as in its address',
    period: 'The period as it is written in files: 2025-03, 2017/18, 12m to 2017-09, 2016-03-31',
    from: 'The first day of the period',
    until: 'The last day of the period',
    numerator: 'What was counted, where known',
    denominator: 'The base, where known',
    value: 'The figure; empty when missing',
    status: 'final, provisional, estimated, missing or withheld (a small number)',
    note: 'What to know about this figure, or why it is missing',
    source: 'The file it came from, by title',
    publisher: 'Who published that file',
    licence: 'What the figure may be used under',
    attribution: 'What to say when using it',
    file_sha256: 'The fingerprint of the file as taken in',
    recorded_at: 'When it was taken in, in UTC',
  }),
  rows: async (records) => (await records.measures()).flatMap(observationRows),
}

function measureRow({ measure, series, latest, nextDue }: MeasurePicture): Cell[] {
  const { slug, title, definition, unit, unitLabel, polarity, frequency, numerator, denominator } = measure
  const { source, sourceUrl, owner, geography, caveat, nodeIds } = measure
  const write = figureFormat(
    unit,
    series.flatMap(({ value }) => value ?? []),
  )
  const value = latest?.value ?? null
  return [
    ...[slug, title, definition, unit, unitLabel, polarity, frequency, numerator, denominator],
    ...[source, sourceUrl, owner, geography, caveat],
    latest?.period.code ?? null,
    value,
    latest?.status ?? null,
    value === null ? null : withUnit(measure, write(value)),
    nextDue?.on ?? null,
    nextDue?.isPast ? 'yes' : 'no',
    nodeIds.join('; '),
    `/measures/${slug}`,
  ]
}

function observationRows({ measure, series, sources }: MeasurePicture): Cell[][] {
  const byId = new Map(sources.map((source) => [source.id, source]))
  return series.map((point) => {
    const { period, numerator, denominator, value, note, importId, recordedAt } = point
    const status = point.isWithheld ? 'withheld' : point.status
    const source = importId === null ? undefined : byId.get(importId)
    return [
      ...[measure.slug, period.code, period.from, period.until, numerator, denominator, value, status, note],
      source?.title ?? null,
      source?.publisher ?? null,
      source?.licence ?? null,
      source?.attribution ?? null,
      source?.sha256 || null,
      recordedAt,
    ]
  })
}
