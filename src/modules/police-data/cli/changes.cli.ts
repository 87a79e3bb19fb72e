import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { NotFound } from '#platform/errors.js'
import { type Revision, revisionBy } from '../actions/read-changes.js'
import { wordsOfMove } from '../domain/changes-in-words.js'

export const listChanges: Command = {
  name: 'crime changes',
  permission: 'police-data:read',
  summary: 'What the last import of police data revised in months that were known: every crime, before and after',
  usage: '[--import <number>]',
  options: { import: 'value' },
  arity: [0, 0],
  run: async ({ deps, actor, options }) => {
    const asked = options.import
    if (asked !== undefined && !/^[1-9]\d*$/.test(asked))
      throw new UsageError(`--import takes a number, not “${asked}”`)
    const revision = await revisionBy(deps, actor, asked === undefined ? undefined : Number(asked))
    if (!revision && asked !== undefined) throw new NotFound(`There is no import ${asked}`)
    if (!revision) {
      const lines = ['No police data were taken in yet: frankpledge crime import <path>']
      return { lines, data: { import: null, changes: [], months: [], totals: [] } }
    }
    return { lines: linesOf(revision), data: dataOf(revision) }
  },
}

function linesOf({ done, months, totals }: Revision): string[] {
  const head = `Import ${done.number}, ${done.importedAt.slice(0, 10)}, release ${done.release}`
  if (totals.length === 0) return [`${head}: nothing that was known before changed.`]
  return [
    `${head}:`,
    ...months.map(({ force, month, type, kind, crimes }) => `  ${force}, ${month}, ${type}: ${crimes} by ${kind}`),
    'In all:',
    ...totals.map((move) => `  ${String(move.crimes).padStart(6)}  ${wordsOfMove(move)}`),
  ]
}

function dataOf({ done, changes, months, totals }: Revision) {
  return {
    ...{ import: done.number, release: done.release, importedAt: done.importedAt },
    changes: changes.map((change) => ({ ...change })),
    months: months.map((month) => ({ ...month })),
    totals: totals.map((move) => ({ ...move })),
  }
}
