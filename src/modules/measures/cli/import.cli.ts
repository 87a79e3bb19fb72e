import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { z } from 'zod'
import { countOf } from '#kernel/words.js'
import type { Command, CommandAnswer } from '#platform/cli/command.js'
import { NotFound } from '#platform/errors.js'
import { type ImportOutcome, importObservations } from '../actions/import-observations.js'
import type { ImportRefusal } from '../actions/read-import.js'
import type { ImportSource } from '../domain/import-source.js'

export const importMeasures: Command = {
  name: 'measures import',
  summary: 'Take in a file of figures, whole or not at all',
  usage: '<figures.csv> --source <source.json> [--dry-run]',
  options: { source: 'value', 'dry-run': 'flag' },
  arity: [1, 1],
  run: async ({ deps, actor, args: [file = ''], options, say, progress }) => {
    progress('Reading', 0, 3)
    const bytes = await contentOf(file)
    const source = await sourceFrom(options.source)
    if (typeof source === 'string') {
      say(source)
      return { lines: [], data: { refused: source }, refused: true }
    }
    progress('Reading', 1, 3)
    const dryRun = options['dry-run'] === 'true'
    const result = await importObservations(deps, actor, { fileName: basename(file), bytes, source, dryRun })
    progress('Reading', 3, 3)
    if (!result.ok) return refusal(result.error, say)
    return answer(result.value, dryRun)
  },
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch {
    throw new NotFound(`There is no file '${file}' that can be read`)
  }
}

const sourceShape = z.object({
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  attribution: z.string(),
  url: z.url({ protocol: /^https?$/ }).nullish(),
  reason: z.string().optional(),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })).optional(),
})

/** The source that a JSON file describes, or why it does not. */
async function sourceFrom(path: string | undefined): Promise<ImportSource | string> {
  if (path === undefined) return 'Say where the figures come from: --source <source.json>'
  const text = (await contentOf(path)).toString('utf8')
  const source = sourceShape.safeParse(jsonIn(text))
  if (!source.success) {
    const [issue] = source.error.issues
    return `${path} does not describe a source: ${issue?.path.join('.') || 'the whole file'}: ${issue?.message ?? ''}`
  }
  const { url, reason, files, ...rest } = source.data
  return { ...rest, url: url ?? null, reason: reason ?? '', files: files ?? [] }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refusal(error: ImportRefusal, say: (message: string) => void): CommandAnswer {
  if (error.code === 'source-incomplete') say(`The source lacks ${error.missing.join(', ')}`)
  else {
    say(`${countOf(error.problems.length, 'problem')}. Nothing was taken in.`)
    for (const { row, column, problem, fix } of error.problems) say(`  row ${row}, ${column}: ${problem}. ${fix}.`)
  }
  return { lines: [], data: error, refused: true }
}

function answer({ importId, added, revised, unchanged, plan }: ImportOutcome, dryRun: boolean): CommandAnswer {
  const counts = `${countOf(added, 'new figure')}, ${revised} revised, ${unchanged} known already`
  const changes = plan.revised.map(({ now, before }) => ({
    ...{ measure: now.measure.slug, period: now.period.code, before: before.value, now: now.value },
  }))
  return {
    lines: [dryRun ? `Would take in: ${counts}` : `Taken in: ${counts}`],
    data: { importId, dryRun, added, revised, unchanged, changes },
  }
}
