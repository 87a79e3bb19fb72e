import { countOf } from '#kernel/words.js'
import type { Command, CommandAnswer } from '#platform/cli/command.js'
import type { LakeProblem } from '#platform/lake/source-place.js'
import type { ImportOutcome } from '../actions/import-outcome.js'
import { importPoliceFiles, type TakenIn } from '../actions/import-police-files.js'
import { movesOf, wordsOfMove } from '../domain/changes-in-words.js'
import type { FileType } from '../domain/files.js'
import { monthRuns } from '../domain/import-gaps.js'
import { dataOfFilled, filledInWords } from './bind.cli.js'

export const importCrime: Command = {
  name: 'crime import',
  permission: 'police-data:import',
  summary: 'Take in files of data.police.uk: archives, folders, CSV or CSV.gz, whole or not at all',
  usage: '<path>... [--release YYYY-MM]',
  options: { release: 'value' },
  arity: [1, 1000],
  run: async ({ deps, actor, args, options, say, progress }) => {
    const { release } = options
    const result = await importPoliceFiles(deps, actor, { paths: args, ...(release && { release }) }, progress)
    if (!result.ok) return refused(result.error, say)
    return { lines: linesOf(result.value), data: dataOf(result.value) }
  },
}

function refused({ file, line, problem }: LakeProblem, say: (message: string) => void): CommandAnswer {
  say(`${file}${line === undefined ? '' : `, line ${line}`}: ${problem}.`)
  say('Nothing was taken in.')
  return { lines: [], data: { import: null, problem: { file, line: line ?? null, problem } }, refused: true }
}

const MOST_LINES_SHOWN = 20
const TYPE_WORDS: Readonly<Record<FileType, string>> = {
  ...{ street: 'crimes and incidents', outcomes: 'outcomes' },
  'stop-and-search': 'stops and searches',
}

function linesOf(outcome: TakenIn): string[] {
  const { files, setAside, notes } = outcome
  const left = [
    ...(files.known > 0 ? [`${countOf(files.known, 'file')} in the lake already`] : []),
    ...(files.ignored > 0 ? [`${countOf(files.ignored, 'other file')} left alone, by name`] : []),
  ]
  const told = notes.map((note) => `Note: ${note}.`)
  if (outcome.number === null) return [`Nothing new${left.length > 0 ? `: ${left.join(', ')}` : ''}.`, ...told]
  return [
    `Taken in: ${countOf(files.taken, 'file')} of release ${outcome.release} (${RELEASE_BY[outcome.releaseBy]})`,
    ...rowLines(outcome),
    `  ${countOf(outcome.forces.length, 'force')}, ${countOf(outcome.months.length, 'month')}: ${monthRuns(outcome.months).join(', ')}`,
    ...(left.length > 0 ? [`  ${left.join(', ')}`] : []),
    ...(files.history > 0
      ? [`  ${countOf(files.history, 'file')} older than what counts for the month: kept as history`]
      : []),
    ...changeLines(outcome),
    ...gapLines(outcome),
    ...asideLines(setAside, outcome.report),
    ...(outcome.filled.length > 0
      ? ['Measures that crimes fill:', ...outcome.filled.map((each) => `  ${filledInWords(each)}`)]
      : []),
    ...told,
  ]
}

const RELEASE_BY: Readonly<Record<ImportOutcome['releaseBy'], string>> = {
  told: 'as told',
  name: 'by its name; --release says otherwise',
  'newest-month': 'its newest month; --release says otherwise',
}

function rowLines({ rows }: ImportOutcome): string[] {
  const types = Object.entries(rows) as [FileType, number][]
  const width = Math.max(...types.map(([, count]) => count.toLocaleString('en-GB').length))
  return types
    .filter(([, count]) => count > 0)
    .map(([type, count]) => `  ${count.toLocaleString('en-GB').padStart(width)} ${TYPE_WORDS[type]}`)
}

function changeLines({ changes }: ImportOutcome): string[] {
  const moves = movesOf(changes)
  if (moves.length === 0) return []
  const total = moves.reduce((sum, { crimes }) => sum + crimes, 0)
  return [
    `Changed since the release before: ${total.toLocaleString('en-GB')}`,
    ...moves.slice(0, 10).map((move) => `  ${wordsOfMove(move)}: ${move.crimes.toLocaleString('en-GB')}`),
    ...(moves.length > 10 ? [`  and ${countOf(moves.length - 10, 'other kind')}: frankpledge crime changes`] : []),
  ]
}

function gapLines({ gaps }: ImportOutcome): string[] {
  if (gaps.length === 0) return []
  return [
    'Months that are not there (gaps, never counted as nought):',
    ...gaps.slice(0, 20).map(({ force, type, months }) => `  ${force}, ${type}: ${monthRuns(months).join(', ')}`),
    ...(gaps.length > 20 ? [`  and ${gaps.length - 20} more: frankpledge crime coverage`] : []),
  ]
}

function asideLines(setAside: ImportOutcome['setAside'], report: string | null): string[] {
  if (setAside.length === 0) return []
  return [
    `Set aside: ${countOf(setAside.length, 'line')}, all in ${report}`,
    ...setAside.slice(0, MOST_LINES_SHOWN).map(({ file, line, reason }) => `  ${file}, line ${line}: ${reason}`),
    ...(setAside.length > MOST_LINES_SHOWN ? [`  and ${setAside.length - MOST_LINES_SHOWN} more`] : []),
  ]
}

const MOST_TOLD = 10_000

function dataOf(outcome: TakenIn) {
  const { number, files, rows, changes, setAside, gaps, notes } = outcome
  return {
    ...{ import: number, release: outcome.release, releaseBy: outcome.releaseBy },
    ...{ files: { ...files }, rows: { ...rows }, forces: [...outcome.forces], months: [...outcome.months] },
    changed: changes.reduce((sum, { crimes }) => sum + crimes, 0),
    changes: changes.map((change) => ({ ...change })),
    setAsideCount: setAside.length,
    setAside: setAside.slice(0, MOST_TOLD).map((line) => ({ ...line })),
    report: outcome.report,
    gaps: gaps.map(({ months, ...gap }) => ({ ...gap, months: [...months] })),
    notes: [...notes],
    filled: outcome.filled.map(dataOfFilled),
  }
}
