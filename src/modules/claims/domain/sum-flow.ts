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

const joiners = new RegExp(`${ins.source}|\\b(?:joiners|starters|arrivals|valid)\\b`)
const leavers =
  /\b(?:left|leavers|closed|resolved|retired|resigned|finalised|removed|decided|sold|withdrawn|deferred|dropped|cancelled|postponed|put off|put back|taken (?:out|off|away)|departed|disposed)\b/
const adding = /\b(?:plus|add|adds|adding|added|recruited|taken on|gained)(?: \S+)?$/
const taking = /\b(?:less|minus|lost|(?:take|takes|taking|took) (?:away|off|out)|deduct\w*|subtract\w*)(?: \S+)?$/
const resulting = /\b(?:so|so that|leaves|leaving|gives|giving|makes|making|equals|now)(?: \S+)?$/

/** What stands at the start, what came in and went out, and what there is in the end; `before` may hold the start. */
export type Flow<T> = { readonly end: T; readonly parts: readonly T[]; readonly less: readonly T[] }

/**
 * A stock with moves both in and out, each told by the words beside it, in any order: "to 1,584 we add 171 joiners and take
 * away 115 leavers: 1,640", "21 to 30: 21 carried in, plus 188, less 179".
 */
export function flowsNear(items: readonly Item[], amounts: readonly Item[], before: readonly Item[]): Flow<Item>[] {
  const ways = amounts.map((item, nth) => wayBeside(items, item, amounts.slice(nth, nth + 2)))
  const [first, last] = [ways.findIndex(Boolean), ways.findLastIndex(Boolean)]
  const behind = amounts.find((_, nth) => nth > last)
  if (amounts.length > 7 || first < 0 || !(areBoth(ways) || last > first || isNow(items, behind))) return []
  const isNew = (nth: number) =>
    !amounts.slice(0, nth).some((item, at) => ways[at] === ways[nth] && sizeOf(item) === sizeOf(amounts[nth]))
  const moves = amounts.filter((_, nth) => ways[nth] && isNew(nth))
  const still = amounts.filter((_, nth) => !ways[nth])
  const isFrom = (item: Item | undefined) => item !== undefined && items[items.indexOf(item) - 1]?.lower === 'from'
  const [start, end] = isFrom(behind) ? [behind, undefined] : [amounts.slice(0, first).at(-1), behind]
  return (start ? [start] : before).flatMap((one) => {
    const others = [...still, ...(isFrom(behind) ? before : [])].filter((item) => sizeOf(item) !== sizeOf(one))
    const less = moves.filter((item) => ways[amounts.indexOf(item)] === -1)
    return (end ? [end] : others).map((other) => ({ end: other, parts: [one, ...moves], less }))
  })
}

const areBoth = (ways: readonly unknown[]) => ways.includes(1) && ways.includes(-1)

/** "and there are 26 now", "so 26 remain". */
const isNow = (items: readonly Item[], end: Item | undefined) =>
  end !== undefined &&
  (items[items.indexOf(end) + 1]?.lower === 'now' || /^(so|now)$/.test(items[items.indexOf(end) - 1]?.lower ?? ''))

const sizeOf = (item: Item | undefined) => item?.quantity?.shown

/** Whether an amount comes in (1) or goes out (-1), by the words right before it or else behind it. */
function wayBeside(items: readonly Item[], item: Item, near: readonly Item[]): 1 | -1 | undefined {
  const at = items.findIndex(({ start }) => start === item.start)
  const next = near.find(({ start }) => start > item.start)
  const lead = items.slice(Math.max(0, at - 4), at).map(({ lower }) => lower)
  const words = lead.slice(lead.findLastIndex((word) => /^(,|;|and)$/.test(word)) + 1).join(' ')
  if (resulting.test(words)) return undefined
  if (taking.test(words)) return -1
  if (adding.test(words)) return 1
  const after = items.slice(at + 1, at + 6).filter(({ start }) => !next || start < next.start)
  const stop = after.findIndex((one) => isJoin(one) || /^[:)]$/.test(one.text))
  const behind = (stop < 0 ? after : after.slice(0, stop)).map(({ lower }) => lower).join(' ')
  const cleared = behind.replace(/\b(?:plus|less|minus|more)\b.*/, '')
  if (leavers.test(cleared)) return -1
  return joiners.test(cleared) ? 1 : undefined
}
