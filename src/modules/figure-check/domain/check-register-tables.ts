import { cellValue, namedWords, type Series, type SeriesCell, seriesTables } from '#modules/claims/index.js'
import { type CheckedDocument, type Finding, findingOf, quoteOf } from '#modules/passages/index.js'
import { inUnit } from '#modules/quantities/index.js'
import type { Check } from './check.js'
import { dayOf } from './document-time.js'
import { type RegisterFigure, type RegisterMeasure, registerFigure } from './register-measure.js'

/**
 * A cell of a table whose row is called as one of the office's measures and whose column is a period. Only a table that
 * has another figure as the register has it is sure to speak of the same things; of another it is a question.
 */
export const checkRegisterTables: Check = (document, { register }) => {
  if (register.length === 0) return []
  const titles = Map.groupBy(register, ({ title }) => namesOf(title, register))
  return seriesTables(document).flatMap(({ name, caption, series }) => {
    if (setsApart.test(`${name} ${caption}`)) return []
    const read = series.flatMap((row) => matchesOf(document, row, titles.get(namesOf(row.label, register)) ?? []))
    const isTied = read.some(({ isRight }) => isRight)
    return read.flatMap((match) => (match.isRight || match.isOld ? [] : asked(document, match, isTied)))
  })
}

const setsApart = /\b(?:target|plan|forecast|budget|nation|england|average|district|other forces|similar)/i

function namesOf(text: string, register: readonly RegisterMeasure[]): string {
  const places = new Set(register[0]?.places.flatMap(namedWords))
  return namedWords(text)
    .filter((word) => !places.has(word))
    .toSorted()
    .join(' ')
}

type Match = {
  readonly cell: SeriesCell
  readonly value: number
  readonly measure: RegisterMeasure
  readonly figure: RegisterFigure
  readonly isRight: boolean
  /** The figure once stood so, before it was revised. */
  readonly isOld: boolean
}

const UNITS: Readonly<Record<string, string>> = { plain: 'count', percent: 'percentage', pounds: 'pounds' }

function matchesOf(document: CheckedDocument, row: Series, measures: readonly RegisterMeasure[]): Match[] {
  const [measure, ...more] = measures
  if (!measure || more.length > 0) return []
  return row.cells.flatMap((cell): Match[] => {
    const { from, until } = cell.period ?? {}
    const value = cellValue(row, cell)
    if (!value || from === undefined || until === undefined || namedWords(cell.head).length > 0) return []
    const figure = registerFigure(measure, { from, until }, dayOf(document))
    const unit = UNITS[value.unit] ?? ''
    if (!figure || !(unit === measure.unit || (unit === 'count' && measure.unit === 'percentage'))) return []
    const isSame = (known: number) => Math.abs(known - value.value) <= value.step / 2 + 1e-9
    const points = measure.points.filter((point) => point.from === from && point.until === until)
    const isOld = points.some(({ vintages }) => vintages.some((vintage) => isSame(vintage.value)))
    const match = { cell, value: value.value, measure, figure, isRight: isSame(figure.value) }
    return [{ ...match, isOld: isOld && !match.isRight }]
  })
}

function asked(document: CheckedDocument, match: Match, isTied: boolean): Finding[] {
  const { cell, value, measure, figure } = match
  const isNear = Math.abs(figure.value - value) <= Math.abs(figure.value) * 0.25
  if (!isNear && !isTied) return []
  const unit = measure.unit === 'pounds' ? 'pounds' : 'count'
  const known = `${inUnit(figure.value, { unit, scale: 1 })}${measure.unit === 'percentage' ? '%' : ''}`
  const said = cell.cell.text.trim()
  return [
    findingOf({
      kind: 'register',
      verdict: isNear && isTied ? 'warning' : 'question',
      quotes: [quoteOf(document, cell.cell.start, cell.cell.end)],
      message: `The register has ${known} for “${measure.title}” in that period; the table has ${said}.`,
      working: `Register: ${measure.title}, ${known}, as known on ${figure.knownOn}${figure.isNewest ? '' : ' (since revised)'}; printed: ${said}.`,
      suggestion: `Say ${known}, or say what makes this figure another one.`,
    }),
  ]
}
