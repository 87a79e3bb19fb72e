import { plural } from '#kernel/words.js'
import type { Command } from '#platform/cli/command.js'
import { allMeasures } from '../data/measures.queries.js'
import { measurePictures } from '../data/pictures.queries.js'
import { figureFormat, withUnit } from '../domain/figure.js'
import { whatIsMissing } from '../domain/measure.js'
import { shortLabel } from '../domain/period-words.js'
import type { MeasurePicture } from '../domain/picture.js'
import { inColumns } from './columns.js'
import { knownOnOption, refused } from './options.js'

export const listMeasures: Command = {
  name: 'measures list',
  permission: 'measures:read',
  summary: 'List the measures with their newest figures',
  usage: '[--as-known-on <day>]',
  options: { 'as-known-on': 'value' },
  arity: [0, 0],
  run: async ({ deps, options, say }) => {
    const knownOn = knownOnOption({ deps, options })
    if (!knownOn.ok) return refused(say, knownOn.error)
    const known = { today: deps.today(), knownOn: knownOn.value }
    const pictures = await measurePictures(deps.db, await allMeasures(deps.db), known)
    const rows = pictures.map((picture) => [
      picture.measure.slug,
      stateOf(picture),
      latestOf(picture),
      picture.measure.title,
    ])
    return {
      lines: [...inColumns([['MEASURE', 'STATE', 'LATEST', 'TITLE'], ...rows]), ...countLine(pictures.length)],
      data: pictures.map(({ measure, latest, variation, assurance, sentence }) => ({
        code: measure.slug,
        slug: measure.slug,
        title: measure.title,
        isPublished: measure.publishedAt !== null,
        missing: whatIsMissing(measure, latest ? 1 : 0),
        latest: latest ? { period: latest.period.code, value: latest.value, status: latest.status } : null,
        variation: variation ?? null,
        assurance: assurance ?? null,
        sentence,
      })),
    }
  },
}

function countLine(count: number): string[] {
  return ['', `${count} ${plural(count, 'measure')}`]
}

function stateOf({ measure, latest }: MeasurePicture): string {
  if (measure.publishedAt) return 'public'
  return whatIsMissing(measure, latest ? 1 : 0).length > 0 ? 'incomplete' : 'draft'
}

function latestOf({ measure, latest }: MeasurePicture): string {
  if (!latest || latest.value === null) return '–'
  return `${withUnit(measure, figureFormat(measure.unit, [latest.value])(latest.value))}, ${shortLabel(latest.period)}`
}
