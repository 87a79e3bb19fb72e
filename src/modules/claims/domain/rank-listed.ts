import type { Quantity } from '#modules/quantities/index.js'
import type { Item, Sentence } from './claim.js'
import { outOf, type RankClaim, rankClaims } from './rank-words.js'

/** A figure of a sentence that is ranked among others which the sentence lists; places in it. */
export type RankedAmong = { claim: RankClaim; own: number; others: number[]; isRight: boolean }

/** "October was the busiest month, with 512; August had 498 and December 530": each figure with a name of its own. */
export function rankedAmong({ items }: Sentence): RankedAmong | undefined {
  const claims = rankClaims(items)
  const [claim] = claims
  if (!claim || claims.length > 1 || items.some(({ lower }) => unlike.test(lower))) return undefined
  const figures = items.flatMap(({ quantity }, at) => (isRankable(quantity, items, at) ? [at] : []))
  const own = ownFigure(items, figures, claim)
  if (own === undefined || new Set(figures.map((at) => items[at]?.quantity?.unit)).size > 1) return undefined
  const others = peersOf(items, claim, { own, figures })
  return others && { claim, own, others, isRight: holds(items, claim, own, others) }
}

/** The other figures, where they are all that are ranked, or each has a name and none could be missing from a first place. */
function peersOf(items: Item[], claim: RankClaim, { own, figures }: { own: number; figures: number[] }) {
  const listed = figures.filter((at) => at !== own)
  const of = claim.of ?? countOf(items)
  if (listed.length < 2) return undefined
  if (of === undefined) return claim.place === 1 && listed.every((at) => isNamedFigure(items, at)) ? listed : undefined
  if (listed.length === of - 1) return listed
  const again = listed.find((at) => items[at]?.quantity?.shown === items[own]?.quantity?.shown)
  return listed.length === of && again !== undefined ? listed.filter((at) => at !== again) : undefined
}

/** Other figures of the like kind that are no peers: totals, changes, last year's. */
const unlike =
  /^(total|overall|altogether|average|mean|median|target|from|compared|than|versus|whereas|rise|rose|risen|increase|increased|fall|fell|fallen|decrease|decreased|previous|since|change|nationally|national|including|budget)$/

const isRankable = (quantity: Quantity | undefined, items: Item[], at: number): boolean =>
  quantity !== undefined &&
  /^(count|percent|pounds|rate)$/.test(quantity.unit) &&
  !quantity.isRange &&
  !quantity.inWords &&
  !quantity.approx &&
  (quantity.unit !== 'count' || items[at - 1]?.lower !== 'of') &&
  items[at + 1]?.lower !== 'of' &&
  !isCountOfPeers(items, at)

/** "of the 43 forces", "our five districts". */
const isCountOfPeers = (items: Item[], at: number) =>
  /^(the|our|these|all)$/.test(items[at - 1]?.lower ?? '') && /^(of|in|among|across)$/.test(items[at - 2]?.lower ?? '')

/** "of the five forces", "the lowest of three districts": how many are ranked. */
const countOf = (items: Item[]): number | undefined =>
  items.flatMap((item, at) => {
    const many = item.lower === 'of' ? outOf(items, at) : undefined
    const isPeople =
      /^(forces|districts|areas|boroughs|divisions|schemes|services|regions|counties|towns|stations|sites|teams|units|councils|partnerships|suites|wards|providers)$/.test(
        items.slice(at + 1, at + 5).findLast(({ kind }) => kind === 'word')?.lower ?? '',
      )
    return many !== undefined && many >= 3 && many <= 50 && isPeople ? [many] : []
  })[0]

/** The figure of the name that the words of rank are followed by, or the one that stands nearest them in their clause. */
function ownFigure(items: Item[], figures: number[], claim: RankClaim): number | undefined {
  const named = figureOfName(items, figures, claim)
  if (named !== undefined) return named
  const inClause = figures.filter((at) =>
    items.slice(Math.min(at, claim.at) + 1, Math.max(at, claim.at)).every(({ text }) => !/^[;:]$/.test(text)),
  )
  const near = inClause.filter((at) => Math.abs(at - claim.at) <= REACH)
  const behind = near.find((at) => at > claim.at)
  return behind ?? near.at(-1)
}

const REACH = 9

/** "210 in April, 190 in May and 260 in June; the highest was April": the figure that its list gives that name. */
function figureOfName(items: Item[], figures: number[], claim: RankClaim): number | undefined {
  if (figures.some((at) => at > claim.at)) return undefined
  const name = items.slice(claim.at + 1, claim.at + NEAR).find(isName)
  const told = name && items.findIndex((item) => item !== name && isName(item) && item.lower === name.lower)
  if (told === undefined || told < 0 || told > claim.at) return undefined
  const isApart = (at: number) =>
    items.slice(Math.min(at, told) + 1, Math.max(at, told)).some(({ lower }) => /^(and|[,;:])$/.test(lower))
  const beside = figures.filter((at) => Math.abs(at - told) < NEAR && !isApart(at))
  return beside.length === 1 ? beside[0] : undefined
}

const NEAR = 5

const isName = ({ kind, text, period }: Item) => period?.months === 1 || (kind === 'word' && /^[A-Z][a-z]/.test(text))

/** A name or a month within three words of it: "Southam (388)", "August had 498", "530 in December". */
const isNamedFigure = (items: Item[], at: number) =>
  items.slice(Math.max(0, at - 7), at + 4).some(({ text, kind, period }, nth, all) => {
    const isOpening = all[nth - 1] === undefined && at < 7
    return period?.months === 1 || (kind === 'word' && /^[A-Z][a-z]/.test(text) && !(isOpening && small.test(text)))
  })

const small = /^(The|Our|Of|In|A|An|At|There|We|It|This|These|Most|For|Among)$/

function holds(items: Item[], claim: RankClaim, own: number, others: readonly number[]): boolean {
  const value = items[own]?.quantity?.shown ?? 0
  const worths = others.map((at) => items[at]?.quantity?.shown ?? 0)
  const level = worths.filter((worth) => worth === value).length
  const isAt = (ahead: number) => claim.place > ahead && claim.place <= ahead + level + 1
  const fromTop = isAt(worths.filter((worth) => worth > value).length)
  const fromBottom = isAt(worths.filter((worth) => worth < value).length)
  if (claim.end === 'either') return fromTop || fromBottom
  return claim.end === 'top' ? fromTop : fromBottom
}
