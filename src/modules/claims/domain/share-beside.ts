import { isShareOf } from '#modules/quantities/index.js'
import { deltasIn } from './change-words.js'
import type { Item, Sentence } from './claim.js'
import { isAmount, isShare, type StatedShare } from './share-heads.js'
import { sharesIn } from './share-stated.js'

/** An amount and the percentage right beside it, which says what part it is of something named elsewhere, or of a whole named with them. */
export type ShareBeside = { readonly part: Item; readonly percent: Item; readonly whole?: Item }

/** "45% (675)", "660, 44%", "5,166 days, or 35%", "28% of searches (1,638)", "the 115 leavers are 7.1%". */
export function sharesBeside(sentence: Sentence): ShareBeside[] {
  const { items } = sentence
  const moved = new Set(deltasIn(sentence).map(({ at }) => at))
  const stated = sharesIn(sentence)
  return items.flatMap((percent, at): ShareBeside[] => {
    const known = stated.find((share) => share.percent === at && isRight(share))
    const [own, whole] = [items[known?.part ?? -1], known?.wholeIn.items[known.whole]]
    if (own && whole) return [{ part: own, percent, whole }]
    if (!isShare(percent) || percent.quantity?.inWords || percent.quantity?.sign || moved.has(at)) return []
    if (saysOther(items, at)) return []
    const part = items[at - 1]?.text === '(' ? before(items, at) : (behind(items, at) ?? before(items, at))
    return part && !part.quantity?.approx ? [{ part, percent }] : []
  })
}

const isRight = ({ sentence, part, percent, wholeIn, whole }: StatedShare) =>
  isShareOf(sentence.items[part ?? -1]?.quantity, wholeIn.items[whole]?.quantity, sentence.items[percent]?.quantity)

const joining = /^([,&]|and)$/

/** "153, 20 and seven: 85%, 11% and 4%": three shares or more that stand in a row, and as many amounts before them. */
export function sharesInRow({ items, previous }: Sentence): ShareBeside[] {
  const first = items.findIndex((item, at) => isRowShare(item) && joining.test(items[at + 1]?.lower ?? ''))
  const end = items.findIndex((item, at) => at > first && !isRowShare(item) && !joining.test(item.lower))
  const row = items.slice(Math.max(0, first), end < 0 ? items.length : end).filter(isRowShare)
  const own = items.slice(0, Math.max(0, first)).filter(({ quantity }) => quantity)
  const before = own.length > 0 ? own : (previous?.items.filter(({ quantity }) => quantity) ?? [])
  const parts = before.slice(-row.length)
  if (first < 0 || row.length < 3 || parts.length !== row.length || !parts.every(isAmount)) return []
  return row.flatMap((percent, nth) => (parts[nth] ? [{ part: parts[nth], percent }] : []))
}

const isRowShare = (item: Item) => isShare(item) && !item.quantity?.sign && !item.quantity?.inWords

const FARTHEST = 7
const other =
  /^(more|fewer|less|higher|lower|up|down|above|below|over|under|increase|reduction|rise|fall|drop|cut|points?|compared|against)$/

/** "12% more", "38% of the 1,500": another relation, or a share whose whole stands with it. */
function saysOther(items: readonly Item[], at: number): boolean {
  const isMade = /^(made|makes?|making|takes?|taken|took)$/.test(items[at - 2]?.lower ?? '')
  if (!isMade && /^(up|down|rise|fall|increase)$/.test(items[at - 1]?.lower ?? '')) return true
  if (other.test(items[at + 1]?.lower ?? '')) return true
  if (items[at + 1]?.lower !== 'of') return false
  const whole = items.findIndex((item, place) => place > at && item.quantity !== undefined)
  return whole > 0 && whole - at <= 5 && items.slice(at + 1, whole).every(({ kind }) => kind === 'word')
}

const parting = /^([.;:]|and|but|while|whereas|than|to|from|against|with|compared)$/

/** The amount behind a percentage, in brackets or set off by a mark or "or". */
function behind(items: readonly Item[], at: number): Item | undefined {
  const place = items.findIndex((item, next) => next > at && item.quantity !== undefined)
  const gap = items.slice(at + 1, place)
  if (place < 0 || gap.length === 0 || gap.length > FARTHEST || !isAmount(items[place])) return undefined
  if (gap.some(({ lower }) => parting.test(lower))) return undefined
  return /^(\(|,|or|–|—)$/.test(gap.at(-1)?.lower ?? '') ? items[place] : undefined
}

/** The amount before a percentage, with a mark, "or" or "is" between. */
function before(items: readonly Item[], at: number): Item | undefined {
  const place = items.findLastIndex((item, next) => next < at && item.quantity !== undefined)
  const gap = items.slice(place + 1, at)
  if (place < 0 || gap.length === 0 || gap.length > FARTHEST || !isAmount(items[place])) return undefined
  if (gap.some(({ lower }) => parting.test(lower))) return undefined
  return gap.some(({ lower }) => /^(\(|,|or|–|—|is|are|was|were|makes?|made)$/.test(lower)) ? items[place] : undefined
}
