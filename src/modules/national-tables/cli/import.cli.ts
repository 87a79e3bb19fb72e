import { readFile } from 'node:fs/promises'
import { countOf, formatDate, formatNumber } from '#kernel/words.js'
import type { Command, CommandAnswer, CommandContext } from '#platform/cli/command.js'
import { NotFound } from '#platform/errors.js'
import { type ImportOutcome, type ImportRequest, importTable } from '../actions/import-table.js'
import { listed, quoted, type SheetProblem } from '../domain/sheet.js'
import { isTableKind, TABLE_KINDS, type TableKind } from '../domain/table-kind.js'
import { dataOfFilled, filledInWords } from './bind.cli.js'

export const importTables: Command = {
  name: 'tables import',
  permission: 'national-tables:import',
  summary: 'Take in a national table (CSV, XLSX, ODS, GeoJSON), whole or not at all',
  usage: '<kind|auto> <file> [--year <yyyy>] [--publisher <name>] [--licence <name>] [--dry-run]',
  options: { year: 'value', publisher: 'value', licence: 'value', 'dry-run': 'flag' },
  arity: [2, 2],
  run: async (context) => {
    const { deps, actor, args, options, say, progress } = context
    const [kind = '', path = ''] = args
    const dryRun = options['dry-run'] === 'true'
    const named = kindNamed(kind)
    if (!named) return refused([unknownKind(kind)], dryRun, say)
    const year = yearGiven(options)
    if (year === 'wrong')
      return refused([whole(`${quoted(options.year ?? '')} is no year`, 'Write it like 2024')], dryRun, say)
    progress('Taking in', 0, 3)
    const bytes = await bytesOf(path)
    progress('Taking in', 1, 3)
    const { publisher, licence } = options
    const request: ImportRequest = {
      ...{ kind: named, fileName: path, bytes, dryRun },
      ...(year !== undefined && { year }),
      ...(publisher && { publisher }),
      ...(licence && { licence }),
    }
    const result = await importTable(deps, actor, request)
    progress('Taking in', 3, 3)
    return result.ok ? answer(result.value, dryRun, say) : refused(result.error, dryRun, say)
  },
}

function kindNamed(kind: string): TableKind | 'auto' | undefined {
  return kind === 'auto' || isTableKind(kind) ? kind : undefined
}

function unknownKind(kind: string): SheetProblem {
  return whole(
    `There is no kind of table called ${quoted(kind)}`,
    `One of “auto”, ${listed(Object.keys(TABLE_KINDS), 20)}`,
  )
}

function yearGiven({ year }: CommandContext['options']): number | undefined | 'wrong' {
  if (year === undefined) return undefined
  return /^(19|20)\d{2}$/.test(year) ? Number(year) : 'wrong'
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path)
  } catch {
    throw new NotFound(`There is no file '${path}' that can be read`)
  }
}

function whole(problem: string, fix: string): SheetProblem {
  return { sheet: '', cell: '', problem, fix }
}

const MOST_SHOWN = 50
const MOST_TOLD = 1000

function refused(problems: readonly SheetProblem[], dryRun: boolean, say: (message: string) => void): CommandAnswer {
  say(`${countOf(problems.length, 'problem')}. Nothing was taken in.`)
  for (const { sheet, cell, problem, fix } of problems.slice(0, MOST_SHOWN)) {
    const where = [sheet && `sheet ${quoted(sheet)}`, cell].filter(Boolean).join(', ')
    say(`  ${where ? `${where}: ` : ''}${problem}. ${fix}.`)
  }
  if (problems.length > MOST_SHOWN) say(`  and ${countOf(problems.length - MOST_SHOWN, 'other')}`)
  const nothing = { kind: null, fileId: null, rows: 0, added: 0, changed: 0, withdrawn: 0, unchanged: 0 }
  const told = problems.slice(0, MOST_TOLD).map((each) => ({ ...each }))
  return { lines: [], data: { dryRun, ...nothing, problems: told, problemCount: problems.length }, refused: true }
}

function answer(outcome: ImportOutcome, dryRun: boolean, say: (message: string) => void): CommandAnswer {
  const { kind, name, added, changed, withdrawn, unchanged, revisions, warnings, knownSince } = outcome
  for (const warning of warnings) say(`Note: ${warning}.`)
  const counts = `${formatNumber(added)} new, ${formatNumber(changed)} changed, ${formatNumber(withdrawn)} withdrawn, ${formatNumber(unchanged)} known already`
  const lines = knownSince
    ? [`${name} was taken in on ${formatDate(knownSince)}: nothing changes.`]
    : [`${TABLE_KINDS[kind].title}${spanOf(outcome)}: ${dryRun ? 'would take in ' : ''}${counts}`]
  return {
    lines: [
      ...lines,
      ...outcome.filled.map(filledInWords),
      ...revisions.slice(0, MOST_SHOWN).map((each) => `  ${each.area}, ${each.period}, ${each.what}${moved(each)}`),
    ],
    data: {
      ...{ dryRun, kind, file: name, sha256: outcome.sha256, fileId: outcome.file?.id ?? null, rows: outcome.rowsRead },
      ...{ added, changed, withdrawn, unchanged, alreadyImported: knownSince !== null },
      ...{ from: outcome.from, until: outcome.until, warnings: [...warnings] },
      ...{ changes: revisions.slice(0, MOST_TOLD).map((each) => ({ ...each })), changeCount: revisions.length },
      ...{ problems: [], problemCount: 0 },
      filled: outcome.filled.map(dataOfFilled),
    },
  }
}

function spanOf({ from, until }: ImportOutcome): string {
  if (!from || !until) return ''
  return from === until ? `, ${formatDate(from)}` : `, ${formatDate(from)} to ${formatDate(until)}`
}

/** Boundaries and lookups change without a number. */
function moved({ before, after }: { readonly before: number | null; readonly after: number | null }): string {
  return before === null && after === null ? '' : `: ${numberOr(before)} → ${numberOr(after)}`
}

const numberOr = (value: number | null) => (value === null ? 'none' : String(value))
