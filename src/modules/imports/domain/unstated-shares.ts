import { scaleOf } from './header-words.js'
import type { KnownMeasure, Mapping, MeasureNames } from './mapping.js'
import { cellOf, type RawFigure } from './raw-figures.js'
import { type ImportProblem, type ImportQuestion, quoted } from './sheet.js'

type Seen = {
  readonly measure: KnownMeasure
  readonly cell: string
  readonly text: string
  isUnsure: boolean
  isPlain: boolean
}

/**
 * Percentages that all lie between 0 and 1, where nothing says that they are not shares of 1. A file of nothing else is
 * refused with that question; where others go to 100, each measure of which none does is asked about.
 */
export class UnstatedShares {
  readonly #context: { readonly mapping: Mapping; readonly names: MeasureNames }
  readonly #seen = new Map<string, Seen>()

  constructor(context: { readonly mapping: Mapping; readonly names: MeasureNames }) {
    this.#context = context
  }

  look(raw: RawFigure): void {
    const { value, numerator, denominator } = raw.given
    const { mapping, names } = this.#context
    if (!value || mapping.scale || (numerator && denominator) || value.cell.isPercent) return
    const measure = names.find(raw.text.measure ?? '')
    if (measure?.unit !== 'percentage' || scaleOf(value.header)) return
    const number = Math.abs(value.cell.number ?? Number(value.cell.text))
    if (Number.isNaN(number)) return
    const seen = this.#seen.get(measure.slug) ?? this.#first(measure, raw)
    if (number > 1) seen.isPlain = true
    else if (number > 0 && number < 1) seen.isUnsure = true
  }

  #first(measure: KnownMeasure, raw: RawFigure): Seen {
    const text = raw.given.value?.cell.text ?? ''
    const seen: Seen = { measure, cell: cellOf(raw, 'value'), text, isUnsure: false, isPlain: false }
    this.#seen.set(measure.slug, seen)
    return seen
  }

  /** Said where every percentage of the file may be a proportion. */
  problems(sheet: string): ImportProblem[] {
    const seen = [...this.#seen.values()]
    const first = seen.find(({ isUnsure }) => isUnsure)
    if (!first || seen.some(({ isPlain }) => isPlain)) return []
    const problem = 'Every percentage lies between 0 and 1, so it may be a proportion'
    const fix = 'Say whether the numbers go from 0 to 1 or from 0 to 100, or write them with %'
    return [{ sheet, cell: first.cell, problem, fix }]
  }

  /** Asked where only some measures of the file have such percentages. */
  questions(sheet: string): ImportQuestion[] {
    const seen = [...this.#seen.values()]
    if (!seen.some(({ isPlain }) => isPlain)) return []
    return seen.flatMap(({ measure, cell, text, isUnsure, isPlain }) => {
      if (!isUnsure || isPlain) return []
      const question = `Every percentage of ${quoted(measure.title)} lies between 0 and 1, while others here go to 100: ${text} would be taken in as ${text}%, not as a share of 1`
      return [{ sheet, cell, measure: measure.slug, question }]
    })
  }
}
