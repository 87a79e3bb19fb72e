import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { plural } from '#kernel/words.js'
import { knownOnOption } from '#modules/measures/index.js'
import type { Command, CommandAnswer } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { EXPORT_FORMATS, type ExportFile, type ExportFormat, exportFiles } from '../actions/export-files.js'
import { publishedData } from '../actions/published-data.js'
import { type WrittenExport, writeExport } from '../actions/write-export.js'
import type { PublishedData } from '../domain/published.js'

export const exportMeasures: Command = {
  name: 'measures export',
  permission: 'measures:read',
  summary: 'Write what the public may have of the measures as files, with small numbers withheld',
  usage: `[--format ${EXPORT_FORMATS.join('|')}] --out <folder> [--as-known-on <date>]`,
  options: { format: 'value', out: 'value', 'as-known-on': 'value' },
  arity: [0, 0],
  run: async ({ deps, options, say }) => {
    const { format = 'csvw', out } = options
    if (!isFormat(format)) throw new UsageError(`There is no format '${format}': use ${EXPORT_FORMATS.join(', ')}`)
    if (!out) throw new UsageError('Say which folder the files go to: --out <folder>')
    const knownOn = knownOnOption({ deps, options })
    if (!knownOn.ok) throw new UsageError(knownOn.error)
    const data = await publishedData(deps, { knownOn: knownOn.value })
    const files = await exportFiles(data, format)
    const written = await writeExport(out, format, files)
    for (const path of written.kept) say(`${path} is of an earlier export and was changed since: it stays`)
    const small = smallAndShown(data)
    if (small > 0)
      say(
        `${small} ${plural(small, 'figure')} from 1 to 4 shown. To withhold such: frankpledge measures small-numbers --below 5`,
      )
    return answerOf({ data, format, out, files, written })
  },
}

/** Counts so low that they may tell of people, where neither the office nor the measure withholds any. */
function smallAndShown({ measures }: PublishedData): number {
  const counts = measures.filter(({ unit }) => unit === 'count').flatMap(({ figures }) => figures)
  return counts.filter(({ value }) => value !== null && value > 0 && value < 5).length
}

function isFormat(word: string): word is ExportFormat {
  return EXPORT_FORMATS.some((format) => format === word)
}

type Done = {
  readonly data: PublishedData
  readonly format: ExportFormat
  readonly out: string
  readonly files: readonly ExportFile[]
  readonly written: WrittenExport
}

function answerOf({ data, format, out, files, written: { removed, kept } }: Done): CommandAnswer {
  const figures = data.measures.flatMap((measure) => measure.figures)
  const withheld = figures.filter(({ status }) => status === 'withheld').length
  const asKnown = data.asKnownOn ? `, as known on ${data.asKnownOn}` : ''
  return {
    lines: [
      ...files.map(({ path, bytes }) => `${join(out, path)}  ${bytes.length} bytes`),
      ...removed.map((path) => `${join(out, path)}  removed: it was of an earlier export`),
      `${data.measures.length} measures, ${figures.length} figures${asKnown}; ${withheld} withheld [c]`,
    ],
    data: {
      ...{ format, out, asKnownOn: data.asKnownOn, measures: data.measures.length, figures: figures.length, withheld },
      removed: [...removed],
      stale: [...kept],
      files: files.map(({ path, bytes }) => ({
        path,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })),
    },
  }
}
