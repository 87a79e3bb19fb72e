import { err, ok, type Result } from '#kernel/result.js'
import type { Figure } from './figure.js'
import { quoted, type SheetCell } from './sheet.js'

/** What publishers write where there is no number, and what it means. None of them is nought. */
const MARKS: readonly (readonly [RegExp, string])[] = [
  [/^\.\.+$/, 'not available'],
  [/^[:]$/, 'not available'],
  [/^[-–—−]+$/, 'nil, too small or not applicable'],
  [/^\*+$/, 'withheld or not applicable'],
  [/^\[x\]$/i, 'not available'],
  [/^\[z\]$/i, 'not applicable'],
  [/^\[c\]$/i, 'confidential'],
  [/^\[low\]$/i, 'too small to show'],
  [/^\[u\]$/i, 'of low reliability'],
  [/^\[b\]$/i, 'a break in the series'],
  [/^(#n\/a|n\/a|na|n\.a\.|not applicable)\b.*/i, 'not applicable'],
  [/^(not available|null|none|nan)$/i, 'not available'],
]

/** What stands behind a number and does not change it: provisional, revised, a note. */
const FLAGS = /\s*\[(r|p|e|b|note [^\]]*|[a-z])\]\s*$/i
const NUMBER = /^[-−(]?\s*£?\s*-?(\d{1,3}(,\d{3})+|\d+)?(\.\d+)?(e[-+]?\d+)?\s*%?\)?$/i

/** The number in a cell, or the publisher's mark in words. Refused: words and dates where a number should stand. */
export function figureIn(cell: SheetCell | null | undefined): Result<Figure, string> {
  if (!cell) return ok({ value: null, why: 'blank' })
  if (cell.kind === 'number') return ok({ value: cell.number ?? null })
  if (cell.kind === 'uncalculated') return err(`a formula without a result (${quoted(cell.text)})`)
  const text = cell.text.trim()
  const mark = MARKS.find(([pattern]) => pattern.test(text))
  if (mark) return ok({ value: null, why: mark[1] })
  if (cell.kind === 'error') return ok({ value: null, why: `an error in the sheet (${text})` })
  return numberIn(text.replace(FLAGS, ''), text)
}

function numberIn(bare: string, text: string): Result<Figure, string> {
  if (!NUMBER.test(bare) || !/\d/.test(bare)) return err(`${quoted(text)} is not a number`)
  const isNegative = /^[-−(]/.test(bare)
  const digits = bare.replaceAll(/[^\d.e+-]/gi, '').replace(/^-/, '')
  const value = Number(digits)
  if (!Number.isFinite(value)) return err(`${quoted(text)} is not a number`)
  return ok({ value: isNegative ? -value : value })
}

/** The text of a cell on one line; '' for a blank one. */
export function textIn(cell: SheetCell | null | undefined): string {
  return cell ? cell.text.replaceAll(/\s+/g, ' ').trim() : ''
}
