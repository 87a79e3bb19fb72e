import { err, ok, type Result } from '#kernel/result.js'
import { type Scale, scaleOf } from './header-words.js'
import type { KnownMeasure } from './mapping.js'
import { quoted, type SheetCell } from './sheet.js'
import { type Mark, plainPercent, type WrittenNumber, writtenNumber } from './written-number.js'

/** How firm a figure is, as the register has it. */
type FigureStatus = 'final' | 'provisional' | 'estimated' | 'missing'

type NumberColumn = 'numerator' | 'denominator' | 'value' | 'lower' | 'upper'

/** The cells of one figure that should hold numbers, each with the head of its column. */
export type Given = Readonly<Partial<Record<NumberColumn, { readonly cell: SheetCell; readonly header: string }>>>

/** The numbers of a figure and what is said of them. */
export type FigureNumbers = {
  readonly numerator: number | null
  readonly denominator: number | null
  readonly value: number | null
  readonly status: FigureStatus
  readonly note: string
  readonly interval: { readonly lower: number; readonly upper: number } | null
}

/** What is wrong with one of the cells. */
export type NumberProblem = { readonly column: string; readonly problem: string; readonly fix: string }

/** What a figure is read against. */
export type NumberContext = { readonly measure: KnownMeasure | undefined; readonly scale: Scale | '' }

const COLUMNS: readonly NumberColumn[] = ['numerator', 'denominator', 'value', 'lower', 'upper']

type Read = Partial<Record<NumberColumn, WrittenNumber>>

/** The numbers of a figure, its status and its note, from what stands in its cells. */
export function numbersOf(
  given: Given,
  words: { readonly status: string; readonly note: string },
  context: NumberContext,
): Result<FigureNumbers, NumberProblem[]> {
  const read: Read = {}
  const problems: NumberProblem[] = []
  for (const column of COLUMNS) {
    const number = writtenNumber(given[column]?.cell)
    if (!number.ok) problems.push({ column, ...number.error })
    else if (number.value) read[column] = number.value
  }
  const status = statusOf(words.status)
  if (status === undefined)
    problems.push({ column: 'status', problem: `${quoted(words.status)} is not a status`, fix: STATUS_FIX })
  if (problems.length > 0) return err(problems)
  const missing = missingReason(read)
  if (missing && 'problem' in missing) return err([missing])
  if (missing || status === 'missing') return missingFigure(read, words.note, missing?.reason ?? '')
  return presentFigure({ read, given }, { status: status ?? '', note: words.note }, context)
}

const STATUSES: Readonly<Record<string, FigureStatus | ''>> = {
  ...{ final: 'final', f: 'final', actual: 'final', a: 'final', published: 'final', revised: 'final', r: 'final' },
  ...{ provisional: 'provisional', p: 'provisional', prov: 'provisional', '[p]': 'provisional' },
  ...{ estimated: 'estimated', estimate: 'estimated', e: 'estimated', est: 'estimated', '[e]': 'estimated' },
  ...{ missing: 'missing', x: 'missing', '[x]': 'missing', 'not available': 'missing', m: 'missing', '[r]': 'final' },
}
const STATUS_FIX = 'Write one of final, provisional, estimated, missing'

function statusOf(text: string): FigureStatus | '' | undefined {
  const plain = text.trim().toLowerCase()
  if (plain === '') return ''
  return Object.hasOwn(STATUSES, plain) ? STATUSES[plain] : undefined
}

/** Why there is no figure, if a mark stands in its place; a mark beside a number is a contradiction. */
function missingReason(read: Read): { reason: string } | NumberProblem | undefined {
  const main = (['value', 'numerator'] as const).filter((column) => read[column])
  const marked = main.find((column) => read[column]?.kind === 'missing')
  if (!marked) return undefined
  const number = main.find((column) => read[column]?.kind === 'number')
  const mark = read[marked]
  if (number)
    return {
      column: marked,
      problem: `It says that there is no ${marked}, but the ${number} is given`,
      fix: 'Empty one of the two cells',
    }
  return { reason: mark?.kind === 'missing' ? mark.reason : '' }
}

function missingFigure(read: Read, note: string, reason: string): Result<FigureNumbers, NumberProblem[]> {
  const column = (['numerator', 'value', 'lower', 'upper'] as const).find((each) => read[each]?.kind === 'number')
  if (column)
    return err([
      { column, problem: 'The status says missing, but there is a number', fix: 'Empty the cell or change the status' },
    ])
  const nothing = { numerator: null, denominator: null, value: null, interval: null }
  return ok({ ...nothing, status: 'missing', note: note || reason })
}

function presentFigure(
  { read, given }: { read: Read; given: Given },
  { status, note }: { status: FigureStatus | ''; note: string },
  context: NumberContext,
): Result<FigureNumbers, NumberProblem[]> {
  const numbers: Record<NumberColumn, number | null> = {
    numerator: null,
    denominator: null,
    value: null,
    lower: null,
    upper: null,
  }
  const problems: NumberProblem[] = []
  for (const column of COLUMNS) {
    const written = read[column]
    if (written?.kind !== 'number') continue
    const number = inUnit(written, column, {
      ...context,
      scale: context.scale || scaleOf(given[column]?.header ?? '') || '',
    })
    if (typeof number === 'number') numbers[column] = number
    else problems.push({ column, ...number })
  }
  const { numerator, denominator, value, lower, upper } = numbers
  if ((lower === null) !== (upper === null)) problems.push(HALF_INTERVAL)
  if (problems.length > 0) return err(problems)
  const marks = Object.values(read).flatMap((each) => each.marks)
  return ok({
    ...{ numerator, denominator, value },
    status: status || statusFrom(marks),
    note: note || noteFrom(marks),
    interval: lower === null || upper === null ? null : { lower, upper },
  })
}

const HALF_INTERVAL: NumberProblem = {
  column: 'lower',
  problem: 'An interval has only one of its two ends',
  fix: 'Give both, or neither',
}

function statusFrom(marks: readonly Mark[]): FigureStatus {
  if (marks.includes('estimated')) return 'estimated'
  return marks.includes('provisional') ? 'provisional' : 'final'
}

function noteFrom(marks: readonly Mark[]): string {
  const words = [
    ...(marks.includes('revised') ? ['Revised in the source'] : []),
    ...(marks.includes('break') ? ['Break in the series in the source'] : []),
  ]
  return words.join('. ')
}

type Wrong = { readonly problem: string; readonly fix: string }

/** A number in the measure's own unit. Percentages are kept from 0 to 100, however they were written. */
function inUnit(
  written: WrittenNumber & { kind: 'number' },
  column: NumberColumn,
  { measure, scale }: NumberContext,
): number | Wrong {
  const { number, sign } = written
  if (!measure) return number
  const isPart = column === 'numerator' || column === 'denominator'
  if (sign === 'percent' && (measure.unit !== 'percentage' || isPart))
    return {
      problem: `It is a percentage, but ${isPart ? `a ${column}` : quoted(measure.title)} is not`,
      fix: 'Check the column, or write the number without %',
    }
  if (sign === 'pounds' && measure.unit !== 'pounds' && !isPart)
    return {
      problem: `It is in pounds, but ${quoted(measure.title)} is not`,
      fix: 'Check the column, or write the number without £',
    }
  if (measure.unit !== 'percentage' || isPart || sign === 'percent' || scale !== 'proportion') return number
  if (Math.abs(number) > 1)
    return {
      problem: `${number} is no proportion, which lies between 0 and 1`,
      fix: 'Check the number, or say that they go from 0 to 100',
    }
  return plainPercent(number)
}
