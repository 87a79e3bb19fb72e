import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isIsoDate } from '#kernel/dates.js'
import { plural } from '#kernel/words.js'
import type { Command, CommandAnswer } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { Obstacle } from '#platform/errors.js'
import { EXPORT_FORMATS, type ExportFile, type ExportFormat, exportFiles } from '../actions/export-files.js'
import { publishedData } from '../actions/published-data.js'
import type { PublishedData } from '../domain/published.js'

export const exportMeasures: Command = {
  name: 'measures export',
  summary: 'Write what the public may have of the measures as files, with small numbers withheld',
  usage: `[--format ${EXPORT_FORMATS.join('|')}] --out <folder> [--as-known-on <date>]`,
  options: { format: 'value', out: 'value', 'as-known-on': 'value' },
  arity: [0, 0],
  run: async ({ deps, options, say }) => {
    const { format = 'csvw', out, 'as-known-on': knownOn } = options
    if (!isFormat(format)) throw new UsageError(`There is no format '${format}': use ${EXPORT_FORMATS.join(', ')}`)
    if (!out) throw new UsageError('Say which folder the files go to: --out <folder>')
    if (knownOn !== undefined && !isIsoDate(knownOn))
      throw new UsageError(`'${knownOn}' is not a date: write it 2018-03-31`)
    const data = await publishedData(deps, { knownOn })
    const files = await exportFiles(data, format)
    await writeAll(out, files)
    const small = smallAndShown(data)
    if (small > 0)
      say(
        `${small} ${plural(small, 'figure')} from 1 to 4 shown. To withhold such: frankpledge measures small-numbers --below 5`,
      )
    return answerOf({ data, format, out, files })
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

async function writeAll(out: string, files: readonly ExportFile[]): Promise<void> {
  try {
    for (const { path, bytes } of files) {
      const target = join(out, path)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, bytes)
    }
  } catch (problem) {
    throw new Obstacle(`The files cannot be written to ${out}: ${problem instanceof Error ? problem.message : problem}`)
  }
}

type Done = {
  readonly data: PublishedData
  readonly format: ExportFormat
  readonly out: string
  readonly files: readonly ExportFile[]
}

function answerOf({ data, format, out, files }: Done): CommandAnswer {
  const figures = data.measures.flatMap((measure) => measure.figures)
  const withheld = figures.filter(({ status }) => status === 'withheld').length
  const asKnown = data.asKnownOn ? `, as known on ${data.asKnownOn}` : ''
  return {
    lines: [
      ...files.map(({ path, bytes }) => `${join(out, path)}  ${bytes.length} bytes`),
      `${data.measures.length} measures, ${figures.length} figures${asKnown}; ${withheld} withheld [c]`,
    ],
    data: {
      ...{ format, out, asKnownOn: data.asKnownOn, measures: data.measures.length, figures: figures.length, withheld },
      files: files.map(({ path, bytes }) => ({
        path,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      })),
    },
  }
}
