import { basename } from 'node:path'
import { countOf } from '#kernel/words.js'
import type { Command } from '#platform/cli/command.js'
import { type DefinedMeasure, defineMeasures } from '../actions/define-measures.js'
import { MOST_TOLD, sayProblems } from './problem-lines.js'
import { contentOf } from './source-file.js'

export const defineFromFile: Command = {
  name: 'measures define',
  permission: 'measures:edit',
  summary: 'Enter or change measures from a file of definitions (CSV, XLSX, ODS), one a row, whole or not at all',
  usage: '<file> [--sheet <name>] [--reason <why definitions change>] [--dry-run]',
  options: { sheet: 'value', reason: 'value', 'dry-run': 'flag' },
  arity: [1, 1],
  run: async ({ deps, actor, args: [file = ''], options, say }) => {
    const dryRun = options['dry-run'] === 'true'
    const { sheet = '', reason = '' } = options
    const bytes = await contentOf(file)
    const result = await defineMeasures(deps, actor, { fileName: basename(file), bytes, sheet, reason, dryRun })
    if (!result.ok) {
      sayProblems(result.error, say)
      const told = { problemCount: result.error.length, problems: result.error.slice(0, MOST_TOLD) }
      return { lines: [], data: { dryRun, ...COUNTS, measures: [], ...told }, refused: true }
    }
    const measures = result.value
    const counts = countsOf(measures)
    const { added, changed, unchanged } = counts
    const said = `${countOf(added, 'new measure')}, ${changed} changed, ${unchanged} as they were`
    return {
      lines: [...measures.flatMap(linesOf), `${dryRun ? 'Would enter' : 'Entered'}: ${said}`],
      data: { dryRun, ...counts, measures: measures.map(told), problemCount: 0, problems: [] },
    }
  },
}

const COUNTS = { added: 0, changed: 0, unchanged: 0 }

function countsOf(measures: readonly DefinedMeasure[]) {
  const count = (kind: DefinedMeasure['kind']) => measures.filter((each) => each.kind === kind).length
  return { added: count('new'), changed: count('changed'), unchanged: count('unchanged') }
}

function linesOf({ measure, title, kind, fields, missing }: DefinedMeasure): string[] {
  const lacks = missing.length > 0 ? `; before it can be public it needs ${missing.join(', ')}` : ''
  if (kind === 'unchanged') return []
  return [
    kind === 'new' ? `new      ${measure}: ${title}${lacks}` : `changed  ${measure}: ${fields.join(', ')}${lacks}`,
  ]
}

function told({ fields, missing, ...words }: DefinedMeasure) {
  return { ...words, fields: [...fields], missing: [...missing] }
}
