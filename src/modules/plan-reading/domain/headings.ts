import type { PartKind } from './found.js'
import type { Piece } from './pieces.js'
import type { Label } from './plan-words.js'

const UNDER_THEMES = new Set<PartKind>(['aim', 'outcome', 'objective', 'priority', 'commitment', 'measure'])
const NO_THEME =
  /\b(?:plan|foreword|introduction|contents|appendix|annex|summary|overview|glossary|vision|values|background|welcome|about|context|contact|page|strategy|purpose|commissioner|governance|resources|finances?|funding|budget)\b|\d{4}|[.:?!]$/i
const LONGEST_NAME = 9

/** The theme that a label stands under: what it names itself, a short line just above it, or the heading that holds it. */
export function themeOf(
  piece: Piece,
  label: Label,
  before: readonly Piece[],
  from: number,
): { readonly text: string; readonly piece: Piece } | undefined {
  if (label.prefix) return isName(label.prefix) ? { text: label.prefix, piece } : undefined
  if (!UNDER_THEMES.has(label.kind) || label.isNumbered) return undefined
  const last = before.at(-1)
  const isJustAbove = last && last.kind !== 'item' && !last.label && last.lines.length <= 2 && isName(last.text)
  if (isJustAbove && (label.kind === 'aim' || label.kind === 'outcome')) return { text: last.text, piece: last }
  const holder = before.some(({ level }) => level !== undefined) ? holderOf(piece, before) : lastHeading(before, from)
  return holder && isName(holder.text) ? { text: holder.text, piece: holder } : undefined
}

/** The nearest heading above that is of a higher level. A label that is no heading stands under the nearest heading. */
function holderOf(piece: Piece, before: readonly Piece[]): Piece | undefined {
  const level = piece.block.kind === 'heading' ? (piece.level ?? 1) : 7
  const holder = before.findLast((one) => one.block.kind === 'heading' && (one.level ?? 7) < level)
  return holder && !holder.label ? holder : undefined
}

/** Where the form tells no levels: the nearest heading below the place where the theme was last named. */
const lastHeading = (before: readonly Piece[], from: number) =>
  before.findLast((one) => one.kind === 'heading' && !one.label && one.span.start > from && isName(one.text))

const isName = (text: string) =>
  text.split(/\s+/).length <= LONGEST_NAME && /^\p{L}/u.test(text) && !NO_THEME.test(text)
