import { type CellOfFact, cellsOfFacts, factsOf, type StatedFact } from '#modules/claims/index.js'
import { type Finding, findingOf, quoteOf, type Verdict } from '#modules/passages/index.js'
import { inUnit, isMiscopied, isPlain, meets } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** Figures of sentences that repeat a cell of a table in other words than the table's own. */
export const checkTableFacts: Check = (document) => {
  const facts = factsOf(document, 0).filter(({ quantity, unit }) => isPlain(quantity) && !unit.startsWith('change'))
  const cells = cellsOfFacts(document, facts).filter(({ fact, isDated }) => isNamed(fact.period) || !isDated)
  const groups = Map.groupBy(cells, ({ fact }) => fact)
  return [...groups.values()].flatMap((cells) => {
    const finding = ofFact(cells)
    return finding ? [finding] : []
  })
  function ofFact(cells: readonly CellOfFact[]): Finding | undefined {
    const right = cells.find(isRight)
    if (right) return finding(right, 'holds')
    const [first, ...more] = cells
    if (!first || more.some(({ value }) => value.value !== first.value.value)) return undefined
    const verdict = verdictOf(first)
    return verdict && finding(first, verdict)
  }
  function finding({ fact, cell }: CellOfFact, verdict: Verdict): Finding {
    const [shown, printed] = [inUnit(fact.quantity.shown, fact.quantity), cell.cell.text.trim()]
    const holds = verdict === 'holds'
    const ask = verdict === 'question' ? ' Are they of the same thing?' : ''
    return findingOf({
      kind: 'contradiction',
      verdict,
      quotes: [fact.quote(), quoteOf(document, cell.cell.start, cell.cell.end)],
      message: holds
        ? 'The sentence gives what the table gives.'
        : `The sentence gives ${shown}; the table gives ${printed} under “${cell.head.trim()}”.${ask}`,
      working: `${shown} in the text, ${printed} in the table.`,
      ...(holds ? {} : { suggestion: 'Make the sentence and the table agree, or say how they differ.' }),
    })
  }
}

/** Months and days, and "Q1", which in one document is one quarter. */
const isNamed = (period: StatedFact['period']) =>
  period !== undefined && (/^(?:months|day)$/.test(period.kind) || period.key.startsWith('quarter-'))

function isRight({ fact: { quantity }, value }: CellOfFact): boolean {
  const spanOf = (middle: number, step: number) => ({ low: middle - step / 2, high: middle + step / 2 })
  return meets(spanOf(value.value, value.step), spanOf(quantity.shown, quantity.precision))
}

/** One number copied wrongly is very probably meant to be the other; two that lie close may be of other things. */
function verdictOf({ fact, value, isDated }: CellOfFact): Verdict | undefined {
  const [one, other] = [fact.quantity.shown, value.value]
  if (isMiscopied(one, other)) return String(Math.round(other)).length >= 3 ? 'warning' : 'question'
  const ratio = Math.max(one, other) / Math.max(1e-9, Math.min(one, other))
  return isDated && ratio < 1.5 && !isInHundreds(one, other) ? 'question' : undefined
}

/** 1,900 may stand for 1,884. */
const isInHundreds = (printed: number, exact: number) => printed % 100 === 0 && Math.abs(printed - exact) <= 50
