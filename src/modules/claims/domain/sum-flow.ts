import type { Item } from './claim.js'
import type { Said } from './sum-divided.js'

const starts =
  /\b(?:began|begin|begins|beginning|start|started|starting|opening|already|initially|originally|brought forward)\b/
const ins =
  /\b(?:joined|opened|new|further|more|added|recruited|came in|come in|received|arrived|gained|bought|acquired|built|appointed|hired|taken on|took on|transferred in|plus)\b/
const outs =
  /\b(?:left|closed|resolved|retired|resigned|finalised|removed|lost|completed|departed|sold|withdrawn|withdrew|ended|less|minus|goodbye|sold)\b/
const ends =
  /\b(?:leaving|leaves|remain\w*|ends?|ended|closing|brought|bringing|takes|took|gives|giving|makes|making|so|now|carried forward)\b/

/**
 * "We began with 210 volunteers, 35 joined and 28 left, so we end with 217": every amount of the sentence has its part in
 * it, the last is what there is in the end.
 */
export function flowOf(items: readonly Item[], amounts: readonly number[]): Said | undefined {
  if (amounts.length < 3 || amounts.length > 6) return undefined
  if (new Set(amounts.map((at) => items[at]?.quantity?.unit)).size !== 1) return undefined
  const end = amounts.at(-1) ?? 0
  const before = amounts.slice(0, -1)
  const [called, ...more] = before.filter((at) => starts.test(clauseOf(items, amounts, at)))
  if (called === undefined || more.length > 0 || !ends.test(clauseOf(items, amounts, end))) return undefined
  const moves = before.flatMap((at) => {
    const way = at === called ? undefined : wayOf(clauseOf(items, amounts, at))
    return way ? [{ at, way }] : []
  })
  if (moves.length !== before.length - 1) return undefined
  return { rule: 'sum', whole: end, parts: before, less: moves.flatMap(({ at, way }) => (way < 0 ? [at] : [])) }
}

function wayOf(clause: string): 1 | -1 | undefined {
  const [isIn, isOut] = [ins.test(clause), outs.test(clause)]
  if (isIn === isOut) return undefined
  return isIn ? 1 : -1
}

/** The words around an amount, no farther than the amounts beside it, a mark or a joining word. */
function clauseOf(items: readonly Item[], amounts: readonly number[], at: number): string {
  const nth = amounts.indexOf(at)
  const before = items.slice((amounts[nth - 1] ?? -1) + 1, at)
  const after = items.slice(at + 1, amounts[nth + 1] ?? items.length)
  const stop = after.findIndex(isJoin)
  const own = [...before.slice(before.findLastIndex(isJoin) + 1), ...(stop < 0 ? after : after.slice(0, stop))]
  return own.map((item) => item.lower).join(' ')
}

const isJoin = (item: Item) => /^(and|,|;|\.|but|while)$/.test(item.lower)
