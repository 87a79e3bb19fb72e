import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, quoteOf, type Verdict } from '#modules/passages/index.js'
import { printed } from '#modules/quantities/index.js'
import { type Grid, type GridCell, isOfMoney, tablesOf, transposed } from '#modules/tables/index.js'
import type { Check } from './check.js'
import { councilTaxFacts } from './grid-council-tax.js'
import { failing, type Identity, identitiesIn } from './grid-identities.js'
import { shareSums } from './grid-shares.js'
import { type ColumnFit, holding, type Relation, totalsIn } from './grid-totals.js'

/** Adds up every table, down its columns and across its rows. */
export const checkSum: Check = (document) =>
  tablesOf(document).flatMap((grid) => [
    ...inOneDirection(document, grid),
    ...inOneDirection(document, transposed(grid)),
    ...percentages(document, grid),
    ...councilTax(document, grid),
    ...councilTax(document, transposed(grid)),
  ])

/**
 * A cell can be the target of a named identity and of a plain sum: where either holds, the cell is right; but that it equals
 * one other cell says nothing of its parts.
 */
function inOneDirection(document: CheckedDocument, grid: Grid): Finding[] {
  const byCell = new Map<number, Finding>()
  const add = (cell: GridCell | undefined, finding: Finding) => {
    if (!cell) return
    const known = byCell.get(cell.start)
    if (!known || (known.verdict !== 'holds' && order(finding.verdict) > order(known.verdict))) {
      byCell.set(cell.start, finding)
    }
  }
  for (const relation of totalsIn(grid)) {
    for (const fit of relation.fits)
      add(cellAt(grid, relation.target, fit.column), ofTotal(document, grid, relation, fit))
  }
  for (const identity of identitiesIn(grid)) {
    for (const fit of identity.fits) {
      const cell = cellAt(grid, identity.target, fit.column)
      const isAdded = identity.parts.length === 1 && cell && byCell.has(cell.start)
      if (!isAdded) add(cell, ofIdentity(document, grid, identity, fit))
    }
  }
  return [...byCell.values()]
}

/** A mark of a note beside a figure may explain why it does not add up. */
const hasNote = (cell: GridCell) => /[*†‡§¹²³⁴]\s*$/.test(cell.text)

const order = (verdict: Verdict) => ['question', 'warning', 'error', 'holds'].indexOf(verdict)
const cellAt = (grid: Grid, row: number, column: number) => grid.rows[row]?.cells[column]

function ofTotal(document: CheckedDocument, grid: Grid, relation: Relation, fit: ColumnFit): Finding {
  const label = grid.rows[relation.target]?.label ?? ''
  const verdict = verdictOf(fit, relation.basis === 'label' && (holding(relation) > 0 || relation.fits.length === 1))
  const names = named(grid, relation.parts)
  const whole = label === '' ? 'The figure' : `“${short(label)}”`
  return asFinding(
    document,
    grid,
    { ...relation, fit, verdict },
    {
      holds: `${whole} is the sum of its ${fit.parts} parts.`,
      fails: `${whole} is printed as ${printed(fit.shown.value, fit.shown.step)}, but its ${fit.parts} parts${names} add up to ${printed(fit.sum, fit.shown.step)}.`,
    },
  )
}

function ofIdentity(document: CheckedDocument, grid: Grid, identity: Identity, fit: ColumnFit): Finding {
  const failure = failing(identity).find((one) => one.column === fit)
  const verdict = verdictOf(fit, failure?.isSure ?? false)
  const label = grid.rows[identity.target]?.label ?? ''
  return asFinding(
    document,
    grid,
    { ...identity, fit, verdict },
    {
      holds: `Checked: ${identity.rule}.`,
      fails: `“${short(label)}” is printed as ${printed(fit.shown.value, fit.shown.step)}, but by the rule that ${identity.rule} it comes to ${printed(fit.sum, fit.shown.step)}.`,
    },
  )
}

function verdictOf(fit: ColumnFit, isSure: boolean): Verdict {
  if (fit.fit === 'holds') return 'holds'
  return fit.fit === 'wrong' && isSure ? 'error' : 'warning'
}

type Case = { target: number; parts: number[]; signs?: number[]; fit: ColumnFit; verdict: Verdict }

function asFinding(document: CheckedDocument, grid: Grid, one: Case, words: { holds: string; fails: string }): Finding {
  const { fit } = one
  const parts = one.parts.flatMap((at, index) => {
    const cell = cellAt(grid, at, fit.column)
    return cell?.number ? [{ cell, sign: one.signs?.[index] ?? 1 }] : []
  })
  const target = cellAt(grid, one.target, fit.column)
  const cells = [...(target ? [target] : []), ...parts.map((part) => part.cell)]
  const difference = fit.shown.value - fit.sum
  const isDoubtful = cells.some(hasNote) || (Math.abs(difference) <= fit.shown.step && isOfMoney(grid))
  const verdict = one.verdict !== 'holds' && isDoubtful ? 'question' : one.verdict
  return findingOf({
    verdict,
    kind: 'sum',
    quotes: cells.slice(0, 25).map((cell) => quoteOf(document, cell.start, cell.end)),
    message: verdict === 'holds' ? words.holds : `${inColumn(grid, fit.column)}${words.fails}`,
    working: `${sumText(parts)} = ${printed(fit.sum, fit.shown.step)}; printed ${printed(fit.shown.value, fit.shown.step)}${
      verdict === 'holds'
        ? ''
        : `, which is ${printed(Math.abs(difference), fit.shown.step)} too ${difference > 0 ? 'much' : 'little'}`
    }.`,
    ...(verdict === 'holds' ? {} : { suggestion: suggestionFor(fit, verdict) }),
  })
}

function suggestionFor(fit: ColumnFit, verdict: Verdict): string {
  const mend = `Print ${printed(fit.sum, fit.shown.step)}, or correct the part that is wrong.`
  return verdict === 'warning' && fit.fit === 'slip'
    ? `If the parts were rounded, say below the table that figures may not add up because of rounding. Otherwise: ${mend}`
    : mend
}

function sumText(parts: { cell: GridCell; sign: number }[]): string {
  const shown = parts.slice(0, 12).map(({ cell, sign }, at) => {
    const value = (cell.number?.value ?? 0) * sign
    const text = printed(Math.abs(value), cell.number?.step ?? 1)
    if (at === 0) return value < 0 ? `−${text}` : text
    return value < 0 ? `− ${text}` : `+ ${text}`
  })
  return shown.join(' ') + (parts.length > 12 ? ` + ${parts.length - 12} more` : '')
}

const inColumn = (grid: Grid, column: number) => (grid.headers[column] ? `For “${short(grid.headers[column])}”: ` : '')
const short = (text: string) => (text.length > 60 ? `${text.slice(0, 57)}…` : text).replace(/\s+/g, ' ')

function named(grid: Grid, parts: number[]): string {
  const [first, last] = [grid.rows[parts[0] ?? -1]?.label, grid.rows[parts.at(-1) ?? -1]?.label]
  return first && last ? ` (“${short(first)}” to “${short(last)}”)` : ''
}

function percentages(document: CheckedDocument, grid: Grid): Finding[] {
  return shareSums(grid).map(({ cells, sum, fit, isSaid }) => {
    const doubt: Verdict = fit === 'wrong' && isSaid ? 'warning' : 'question'
    const verdict = fit === 'holds' ? 'holds' : doubt
    const step = Math.max(...cells.map((cell) => cell.number?.step ?? 1))
    return findingOf({
      verdict,
      kind: 'sum',
      quotes: cells.slice(0, 25).map((cell) => quoteOf(document, cell.start, cell.end)),
      message:
        verdict === 'holds'
          ? 'These shares come to 100%.'
          : `These ${cells.length} shares come to ${printed(sum, step)}%, not 100%.`,
      working: `${sumText(cells.map((cell) => ({ cell, sign: 1 })))} = ${printed(sum, step)}.`,
      ...(verdict === 'holds'
        ? {}
        : { suggestion: 'Correct the share that is wrong, or say why they need not come to 100%.' }),
    })
  })
}

function councilTax(document: CheckedDocument, grid: Grid): Finding[] {
  return councilTaxFacts(grid).map(({ cell, from, expected, isRight, rule, working }) =>
    findingOf({
      verdict: isRight ? 'holds' : 'error',
      kind: 'sum',
      quotes: [cell, ...from].map((one) => quoteOf(document, one.start, one.end)),
      message: isRight
        ? `Checked: ${rule}.`
        : `Printed as ${cell.text.trim()}, but ${rule}: ${expected.toLocaleString('en-GB')}.`,
      working,
      ...(isRight ? {} : { suggestion: `Print ${expected.toLocaleString('en-GB')}, or correct Band D.` }),
    }),
  )
}
