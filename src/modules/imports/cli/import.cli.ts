import { basename } from 'node:path'
import { isIsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { countOf } from '#kernel/words.js'
import type { FigureChange } from '#modules/measures/index.js'
import type { Command, CommandAnswer, CommandContext } from '#platform/cli/command.js'
import { type ImportOutcome, type ImportRefusal, importFile } from '../actions/import-file.js'
import type { FileRequest } from '../actions/read-file.js'
import { allMappings, mappingByName } from '../data/imports.queries.js'
import { type Mapping, NO_MAPPING } from '../domain/mapping.js'
import { type ImportProblem, type ImportQuestion, quoted } from '../domain/sheet.js'
import { MOST_SHOWN, MOST_TOLD, sayProblems } from './problem-lines.js'
import { contentOf, sourceFrom, unstatedSource } from './source-file.js'

export const importMeasures: Command = {
  name: 'measures import',
  permission: 'measures:import',
  summary: 'Take in a file of figures (CSV, XLSX, ODS), whole or not at all',
  usage:
    '<file> [--map <name>] [--sheet <name>] [--source <source.json>] [--known-on <date>] [--accept <why what is asked about is right>] [--dry-run]',
  options: { map: 'value', sheet: 'value', source: 'value', 'known-on': 'value', accept: 'value', 'dry-run': 'flag' },
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, args, options, say, progress } = context
    const dryRun = options['dry-run'] === 'true'
    progress('Reading', 0, 3)
    const request = await requestOf(context, args[0] ?? '')
    if (!request.ok) return refused([request.error], dryRun, say)
    progress('Reading', 1, 3)
    const result = await importFile(deps, actor, { ...request.value, dryRun })
    progress('Reading', 3, 3)
    if (!result.ok) {
      const { error } = result
      return error.code === 'questions' ? asked(error.questions, say) : refused(problemsOf(error), dryRun, say)
    }
    if (dryRun) sayQuestions(result.value.questions, say)
    for (const note of result.value.notes) say(note)
    return answer(result.value, dryRun)
  },
}

async function requestOf(
  { deps, options, say }: CommandContext,
  file: string,
): Promise<Result<FileRequest, ImportProblem>> {
  const bytes = await contentOf(file)
  const fileName = basename(file)
  const source = options.source === undefined ? ok(unstatedSource(fileName)) : await sourceFrom(options.source)
  if (!source.ok) return err(whole(source.error, 'Mend the file, or leave out --source'))
  if (options.source === undefined)
    say(
      `The source is kept as “${fileName}”, its publisher and licence as “not stated”: --source <source.json> says more`,
    )
  const knownOn = options['known-on']
  if (knownOn !== undefined && !isIsoDate(knownOn))
    return err(whole(`${quoted(knownOn)} is not a date`, 'Write it like 2025-03-31'))
  const mapping = await mappingFor(deps.db, options)
  if (!mapping.ok) return mapping
  const { accept } = options
  const said = { ...(knownOn && { knownOn }), ...(accept !== undefined && { accept }) }
  return ok({ fileName, bytes, source: source.value, mapping: mapping.value, ...said })
}

async function mappingFor(
  db: CommandContext['deps']['db'],
  { map, sheet }: CommandContext['options'],
): Promise<Result<Mapping, ImportProblem>> {
  const kept = map === undefined ? NO_MAPPING : await mappingByName(db, map)
  if (kept) return ok({ ...kept, sheet: sheet ?? kept.sheet })
  const names = (await allMappings(db)).map(({ name }) => quoted(name))
  const fix = names.length > 0 ? `Give one of ${names.join(', ')}` : 'Keep one on the page “Take in figures”'
  return err(whole(`There is no way of reading called ${quoted(map ?? '')}`, fix))
}

function whole(problem: string, fix: string): ImportProblem {
  return { sheet: '', cell: '', problem, fix }
}

function problemsOf(refusal: Exclude<ImportRefusal, { code: 'questions' }>): readonly ImportProblem[] {
  if (refusal.code === 'problems') return refusal.problems
  if (refusal.code === 'known-later')
    return [
      whole(
        `${refusal.knownOn} has not come yet, so the figures cannot have been known on it`,
        'Give the day on which the source published them',
      ),
    ]
  return [whole(`The source lacks ${refusal.missing.join(', ')}`, 'Add it to the source file')]
}

function refused(problems: readonly ImportProblem[], dryRun: boolean, say: (message: string) => void): CommandAnswer {
  sayProblems(problems, say)
  const told = { problemCount: problems.length, problems: problems.slice(0, MOST_TOLD), questions: [] }
  return { lines: [], data: { dryRun, ...NOTHING, ...told }, refused: true }
}

const NOTHING = { importId: null, added: 0, revised: 0, unchanged: 0, changes: [] }

function asked(questions: readonly ImportQuestion[], say: (message: string) => void): CommandAnswer {
  say('Nothing was taken in.')
  sayQuestions(questions, say)
  const told = { problemCount: 0, problems: [], questions: questions.slice(0, MOST_TOLD) }
  return { lines: [], data: { dryRun: false, ...NOTHING, ...told }, refused: true }
}

function sayQuestions(questions: readonly ImportQuestion[], say: (message: string) => void): void {
  if (questions.length === 0) return
  say(`${countOf(questions.length, 'figure')} must be confirmed. If they are right: --accept <why>`)
  for (const { sheet, cell, question } of questions.slice(0, MOST_SHOWN))
    say(`  sheet ${quoted(sheet)}, ${cell}: ${question}.`)
  if (questions.length > MOST_SHOWN) say(`  and ${countOf(questions.length - MOST_SHOWN, 'other')}`)
}

function answer(
  { importId, added, revised, unchanged, changes, notes, questions }: ImportOutcome,
  dryRun: boolean,
): CommandAnswer {
  const counts = `${countOf(added, 'new figure')}, ${revised} revised, ${unchanged} known already`
  return {
    lines: [
      ...(dryRun ? changes.filter(({ kind }) => kind !== 'unchanged').map(line) : []),
      dryRun ? `Would take in: ${counts}` : `Taken in: ${counts}`,
    ],
    data: {
      dryRun,
      importId,
      added,
      revised,
      unchanged,
      changes: changes.map(toldChange),
      problems: [],
      questions: questions.slice(0, MOST_TOLD),
      notes: [...notes],
    },
  }
}

function line({ measure, area, period, before, after, kind }: FigureChange): string {
  const value = (figure: FigureChange['before']) => (figure?.value === null || !figure ? '–' : String(figure.value))
  const place = area ? `, ${area}` : ''
  return kind === 'new'
    ? `new      ${measure}${place}, ${period}: ${value(after)} (${after.status})`
    : `changed  ${measure}${place}, ${period}: ${value(before)} (${before?.status ?? ''}) → ${value(after)} (${after.status})`
}

function toldChange({ measure, area, period, before, after, kind }: FigureChange) {
  return {
    ...{ measure, area, period, kind, before: before?.value ?? null, after: after.value },
    ...{ beforeStatus: before?.status ?? null, afterStatus: after.status, note: after.note },
  }
}
