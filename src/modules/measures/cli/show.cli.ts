import type { Command } from '#platform/cli/command.js'
import { found } from '#platform/errors.js'
import { dueDays } from '../actions/due-days.js'
import { measureBySlug } from '../data/measures.queries.js'
import { measurePicture } from '../data/pictures.queries.js'
import { figureFormat, unitHeading } from '../domain/figure.js'
import { whatIsMissing } from '../domain/measure.js'
import { shortLabel } from '../domain/period-words.js'
import type { MeasurePicture } from '../domain/picture.js'
import { inColumns } from './columns.js'

export const showMeasure: Command = {
  name: 'measures show',
  summary: 'Show one measure: what it says, its figures and where they come from',
  usage: '<measure>',
  arity: [1, 1],
  run: async ({ deps, args: [slug = ''] }) => {
    const measure = found(await measureBySlug(deps.db, slug), `There is no measure '${slug}'`)
    const picture = await measurePicture(deps.db, measure, await dueDays(deps))
    return { lines: linesOf(picture), data: dataOf(picture) }
  },
}

function linesOf(picture: MeasurePicture): string[] {
  const { measure, series, sentence, sources, nextDue } = picture
  const write = figureFormat(
    measure.unit,
    series.flatMap(({ value }) => (value === null ? [] : [value])),
  )
  const rows = series.map(({ period, value, status, note }) => [
    shortLabel(period),
    value === null ? '–' : write(value),
    status,
    note,
  ])
  const missing = whatIsMissing(measure, picture.latest ? 1 : 0)
  return [
    ...[measure.title, sentence, ''],
    ...inColumns([['PERIOD', unitHeading(measure).toUpperCase(), 'STATUS', 'NOTE'], ...rows]),
    '',
    `Source: ${measure.source}`,
    ...sources.map(
      ({ fileName, sha256, importedAt }) => `File: ${fileName}, SHA-256 ${sha256}, taken in ${importedAt}`,
    ),
    `Owner: ${measure.owner || '–'}`,
    ...(nextDue ? [`Next figures due: ${nextDue.on}${nextDue.isPast ? ' (overdue)' : ''}`] : []),
    measure.publishedAt ? `Public since ${measure.publishedAt}` : 'Not public',
    ...(missing.length > 0 ? [`Missing: ${missing.join(', ')}`] : []),
  ]
}

function dataOf({ measure, series, sentence, sources }: MeasurePicture) {
  return {
    measure,
    sentence,
    series: series.map(({ period, ...point }) => ({
      ...point,
      period: period.code,
      from: period.from,
      until: period.until,
    })),
    sources,
  }
}
