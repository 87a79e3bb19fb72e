import type { Item, Sentence } from './claim.js'
import { isOfRange } from './claim-words.js'
import { baseOf, basesFor, type Division, type DivisionBase, isBase } from './division-base.js'
import { closedDivisions, telling } from './division-closed.js'
import { type DivisionMark, divisionMarks, sizeSaid } from './division-mark.js'
import {
  around,
  isApart,
  isFigure,
  isSaidOf,
  isTotal,
  namesAny,
  nounsBehind,
  type Scope,
  sizeOf,
} from './division-scope.js'

/** Every figure of a sentence that is said to be for one of something, with what may have been divided. */
export function divisionsAt(sentences: readonly Sentence[], at: number): Division[] {
  const own = sentences[at]
  if (!own || own.kind === 'heading' || own.items.length > MOST_ITEMS || isOfRange(own.items)) return []
  const marks = divisionMarks(own.items)
  const scope = { own: own.items, means: new Set(marks.map(({ mean }) => mean)), ...around(sentences, at) }
  const marked = marks.flatMap((mark) => {
    const per = mark.per === 0 ? sizeBefore(scope) : mark.per
    return per ? (divisionOf({ ...scope, own: untilOthers(own.items, mark) }, { ...mark, per }) ?? []) : []
  })
  const near = [scope.own, ...scope.beside].flat().filter((item) => isFigure(item))
  return [...marked, ...closedDivisions(own.items, near)]
}

const MOST_ITEMS = 120

/** A rate is not of the figures that it is set against: "4.2 per 1,000 homes, against 312 of 41,600 in Elm". */
function untilOthers(items: readonly Item[], { mean, per }: DivisionMark): readonly Item[] {
  const at = items.indexOf(mean)
  const other = items.slice(at).findIndex(({ lower }) => /^(against|compared|versus|whereas)$/.test(lower))
  return per === 1 || other < 0 ? items : items.slice(0, at + other)
}

const sizeBefore = ({ beside, far }: Scope) => [...beside, ...far].flatMap((items) => sizeSaid(items) ?? [])[0]

function divisionOf(scope: Scope, mark: DivisionMark): Division | undefined {
  const groups = basesFor(scope, mark)
  const found = groups.map((bases) => ({ bases, totals: totalsOver(bases, scope, mark) }))
  const chosen = found.find(({ totals }) => totals.length > 0) ?? onlyTwo(scope, mark)
  if (!chosen) return undefined
  const { bases, totals } = chosen
  const known = new Set(bases.flatMap(({ item }) => item ?? []))
  const isOne = totals.length === 1 && bases.length === 1 && known.size === 1
  const isFirm = isOne && [...totals, ...known].every((item) => scope.own.includes(item))
  return {
    mean: mark.mean,
    per: mark.per,
    ...(mark.size ? { size: mark.size } : {}),
    totals,
    totalsBeside: mark.per > 1 ? besideTotals(scope, mark, bases) : [],
    bases,
    others: groups.filter((group) => group !== bases).flat(),
    around: othersFor(scope, mark, isFirm).filter((item) => item !== mark.mean && isFigure(item)),
    isFirm,
    isTimeSaid: (mark.time ?? mark.spelt) !== undefined && known.size > 0,
  }
}

/** What a mean may be of, of a rate only what is less than its base. */
function totalsOver(bases: readonly DivisionBase[], scope: Scope, mark: DivisionMark): readonly Item[] {
  const known = new Set(bases.flatMap(({ item }) => item ?? []))
  const most = Math.max(...bases.map(({ high }) => high))
  return totalsFor(scope, mark, known).filter((item) => mark.per === 1 || sizeOf(item) < most)
}

/** "14,512 crimes … For 742,600 people that is 19.5 per 1,000, where it had been 20.3 from 15,041": those of the sentences before. */
function besideTotals(scope: Scope, mark: DivisionMark, bases: readonly DivisionBase[]): readonly Item[] {
  const most = Math.max(...bases.map(({ high }) => high))
  return scope.beside
    .slice(0, 2)
    .flatMap((items) =>
      items.filter((item, at) => isTotal(items, at, mark) && sizeOf(item) < most).slice(0, MOST_BESIDE),
    )
}

const MOST_BESIDE = 12
const LEAST_DIGITS = 6

/** "The mean award was £3,150. There were 62 awards, which came to £195,300": the only other two figures there and beside it. */
function onlyTwo(scope: Scope, mark: DivisionMark): { bases: DivisionBase[]; totals: Item[] } | undefined {
  if (mark.time || (mark.nouns.length > 0 && mark.per > 1)) return undefined
  for (const beside of [[], ...scope.beside, scope.beside.slice(0, 2).flat()]) {
    const items = [...scope.own, ...beside]
    const two = items.filter((item) => isFigure(item) && item !== mark.mean)
    const ordered = two.toSorted((one, other) => (mark.per > 1 ? -1 : 1) * (sizeOf(other) - sizeOf(one)))
    const total = ordered.find((one) => isTotal(items, items.indexOf(one), mark))
    const base = two.find((one) => one !== total && isBase(one, scope))
    const digits = [mark.mean, ...two].reduce((sum, item) => sum + telling(item), 0)
    if (two.length === 2 && digits >= LEAST_DIGITS && total && base) return { bases: [baseOf(base)], totals: [total] }
  }
  return undefined
}

/** The amounts that may give the figure instead: the farther off, the more exactly it is printed. */
function othersFor(scope: Scope, mark: DivisionMark, isFirm: boolean): readonly Item[] {
  if (isFirm) return scope.own
  const isTold = mark.isExact && printed(mark.mean) > 2
  return [scope.own, ...scope.beside, ...(isTold ? scope.far : [])].flat()
}

const printed = ({ quantity }: Item) =>
  quantity ? String(Math.round(quantity.shown / quantity.precision)).replace(/0+$/, '').length : 0

/** What the mean may be of: amounts of its unit in its sentence, else those near of the same things. */
function totalsFor(scope: Scope, mark: DivisionMark, known: ReadonlySet<Item>): readonly Item[] {
  const fits = (items: readonly Item[], at: number) => {
    const item = items[at]
    return item !== undefined && item !== mark.mean && !known.has(item) && isTotal(items, at, mark)
  }
  const own = scope.own.filter((item, at) => fits(scope.own, at) && !scope.means.has(item))
  if (own.length > 0) return nearest(scope.own, own, mark)
  const away = [...scope.beside, ...scope.far, ...scope.named]
  const find = (test: (items: readonly Item[], at: number) => boolean) =>
    away.flatMap((items) => items.filter((_, at) => fits(items, at) && test(items, at))).slice(0, 2)
  const things = nounsBehind(scope.own, scope.own.indexOf(mark.mean))
  const named = find((items, at) => namesAny(items, at, things))
  if (things.length > 0) return named.length > 0 || mark.per === 1 ? named : onlyOne(scope.beside[0] ?? [], fits)
  if (mark.time && known.size === 0) return []
  if (!scope.own.some((item) => known.has(item)))
    return (scope.beside[0] ?? []).filter((_, at, all) => fits(all, at)).slice(-2)
  const said = find((items, at) => isSaidOf(items, at, scope.own))
  const [before = []] = [...scope.beside, ...scope.far.slice(0, 2)].filter((items) =>
    items.some((_, at) => fits(items, at)),
  )
  const last = lastOf(
    before.filter((_, at) => fits(before, at)),
    mark.per > 1 ? 4 : 2,
  )
  if (mark.per > 1) return [...new Set([...said, ...last])]
  return said.length > 0 ? said : last
}

/** The last few of a sentence, and the largest. */
function lastOf(items: readonly Item[], count: number): readonly Item[] {
  const last = items.slice(Math.max(0, items.length - count))
  const largest = items.toSorted((one, other) => sizeOf(other) - sizeOf(one))[0]
  return largest && !last.includes(largest) ? [...last, largest] : last
}

/** The only one of a sentence, whatever it is called. */
function onlyOne(items: readonly Item[], fits: (items: readonly Item[], at: number) => boolean): readonly Item[] {
  const found = items.filter((_, at) => fits(items, at))
  return found.length === 1 ? found : []
}

/** The last one before the mean, or, where it stands alone or its thing is named, the first one behind it. */
function nearest(items: readonly Item[], found: readonly Item[], mark: DivisionMark): readonly Item[] {
  const at = items.indexOf(mark.mean)
  const isOfTime = mark.time !== undefined
  const before = found.findLast((item) => items.indexOf(item) < at && !(isOfTime && isApart(items, item, mark.mean)))
  const after = found.find((item) => items.indexOf(item) > at && !isApart(items, mark.mean, item))
  const isOpen = before === undefined || mark.nouns.length > 0 || mark.per > 1
  const largest = mark.spelt ? lastOf(found, 0) : []
  return [...new Set([...(before ? [before] : []), ...(after && isOpen ? [after] : []), ...largest])]
}
