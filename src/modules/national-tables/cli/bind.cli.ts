import { formatNumber } from '#kernel/words.js'
import { type Binding, type Filled, filledLine } from '#modules/bindings/index.js'
import { forceNamed } from '#modules/geography/index.js'
import { type Measure, measureById, measureBySlug } from '#modules/measures/index.js'
import type { Command, CommandAnswer, CommandContext } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { found } from '#platform/errors.js'
import { bindTable, previewTable, unbindTable, unboundInWords } from '../actions/bind-table.js'
import { boundLines, fillTableBindings } from '../actions/fill-table-bindings.js'
import { sliceInWords } from '../actions/slice-in-words.js'
import { FORCE_KINDS, figuresOfKind, isForceKind, type TableSlice } from '../domain/table-slice.js'

export const bindTables: Command = {
  name: 'tables bind',
  permission: 'national-tables:bind',
  summary: 'Let lines of a national table fill a measure, now and with each file: every file is a vintage of its own',
  usage: `<measure> <${FORCE_KINDS.join('|')}> --force <slug, code or name> [--figure <name>] [--where <label>=<text>...] [--as-area] [--dry-run]`,
  options: { force: 'value', figure: 'value', where: 'values', 'as-area': 'flag', 'dry-run': 'flag' },
  arity: [2, 2],
  run: async ({ deps, actor, args: [slug = '', kind = ''], options, say }) => {
    const missing = `There is no measure '${slug}'. 'frankpledge measures list' lists them`
    const measure = found(await measureBySlug(deps.db, slug), missing)
    const slice = sliceFrom(kind, options)
    const area = options['as-area'] === 'true' ? slice.force : ''
    if (options['dry-run'] === 'true') return preview(await previewTable(deps, { measureId: measure.id, slice }), say)
    const result = await bindTable(deps, actor, { measureId: measure.id, slice, area })
    if (!result.ok) return refused(unboundInWords(result.error), say)
    const { binding, filled } = result.value
    const lines = [`Bound ${binding.id}: ${sliceInWords(slice)}`, filledInWords(filled)]
    return { lines, data: { binding: dataOf(binding, measure), filled: dataOfFilled(filled) } }
  },
}

function sliceFrom(kind: string, { force, figure, where }: CommandContext['options']): TableSlice {
  if (!isForceKind(kind)) throw new UsageError(`Only tables of forces fill a measure: ${FORCE_KINDS.join(', ')}`)
  const code = forceNamed(force ?? '')?.code
  if (!code)
    throw new UsageError(`--force names whose lines are meant${force ? `; no force is called '${force}'` : ''}`)
  return { kind, force: code, figure: figure ?? figuresOfKind(kind)[0] ?? '', where: whereFrom(where) }
}

/** What labels must say: `offence=Burglary`. Words without a label belong to the label before them. */
function whereFrom(text = ''): Record<string, string> {
  const where: Record<string, string> = {}
  let label = ''
  for (const word of text.split('\n').filter((each) => each.trim() !== '')) {
    const [, named, said = word] = /^(\w+)=(.*)$/.exec(word.trim()) ?? []
    label = named ?? label
    if (label === '') throw new UsageError(`--where takes <label>=<text>, like "offence=Burglary", not '${word}'`)
    where[label] = [where[label] ?? '', said].join(' ').trim()
  }
  return where
}

function preview(result: Awaited<ReturnType<typeof previewTable>>, say: (message: string) => void): CommandAnswer {
  if (!result.ok) return refused(unboundInWords(result.error), say)
  const lines = result.value.map(
    ({ period, value }) => `${period}  ${value === null ? 'none' : formatNumber(value, 2)}`,
  )
  return {
    lines: lines.length > 0 ? lines : ['No such line is held yet'],
    data: result.value.map(({ period, value }) => ({ period, value })),
  }
}

function refused(problem: string, say: (message: string) => void): CommandAnswer {
  say(`${problem}.`)
  return { lines: [], data: { refused: problem }, refused: true }
}

/** What filling one measure did, in a line. */
export function filledInWords(filled: Filled): string {
  return filledLine(filled, filled.brought.join(', '))
}

/** What filling one measure did, for machines. */
export function dataOfFilled({ brought, ...filled }: Filled) {
  return { ...filled, files: [...brought] }
}

function dataOf({ id, slice, area, boundAt, boundBy }: Binding<TableSlice>, measure: Measure | undefined) {
  const { kind, force, figure, where } = slice
  return { id, measure: measure?.slug ?? null, area, kind, force, figure, where: { ...where }, boundAt, boundBy }
}

export const listTableBindings: Command = {
  name: 'tables bindings',
  permission: 'national-tables:read',
  summary: 'List which national tables fill which measures; with --fill, fill them now',
  usage: '[--fill]',
  options: { fill: 'flag' },
  arity: [0, 0],
  run: async ({ deps, actor, options }) => {
    if (options.fill === 'true') {
      const filled = await fillTableBindings(deps, actor)
      return { lines: filled.map(filledInWords), data: filled.map(dataOfFilled) }
    }
    const lines: string[] = []
    const data: ReturnType<typeof dataOf>[] = []
    for (const binding of await boundLines(deps.db)) {
      const measure = await measureById(deps.db, binding.measureId)
      const { slice, area, id } = binding
      lines.push(`${measure?.slug ?? '–'}  ${sliceInWords(slice)}${area === '' ? '' : `, under ${area}`}  ${id}`)
      data.push(dataOf(binding, measure))
    }
    return { lines: lines.length > 0 ? lines : ['No table fills any measure'], data }
  },
}

export const unbindTables: Command = {
  name: 'tables unbind',
  permission: 'national-tables:bind',
  summary: 'End a binding of a table: its figures stay, and no file adds to them',
  usage: '<binding>',
  arity: [1, 1],
  run: async ({ deps, actor, args: [id = ''] }) => {
    await unbindTable(deps, actor, id)
    return { lines: [`Ended ${id}`], data: { ended: id } }
  },
}
