import { type Item, type Sentence, wordAt } from './claim.js'
import { rightwards } from './claim-words.js'
import { isAmount, isMoving, isShare, type StatedShare } from './share-heads.js'

/**
 * Shares whose counts follow them close behind, or lead up to them, so that nothing else in the sentence matters: "58% of
 * 2,100 residents, 1,218, knew", "101.5% of plan, £3,350k against £3,300k", "290 for 390 places: a rate of 74.4%".
 */
export function sharesBehind(sentence: Sentence, known: readonly StatedShare[]): StatedShare[] {
  const { items } = sentence
  const taken = new Set(known.map((share) => share.percent))
  return items.flatMap((item, percent): StatedShare[] => {
    if (!isShare(item) || taken.has(percent) || isMoving(items, percent)) return []
    const found = ofWhole(items, percent) ?? ofPlan(items, percent) ?? rateOf(items, percent) ?? withOf(items, percent)
    const isFit = found && items[found.part]?.quantity?.unit === items[found.whole]?.quantity?.unit
    return isFit ? [{ sentence, wholeIn: sentence, percent, ...found }] : []
  })
}

type Found = Pick<StatedShare, 'whole' | 'isTight'> & { readonly part: number }

const isEnd = (item: Item | undefined) => item === undefined || /^[).,;:–—]$/.test(item.text)
const isFigureOrStop = (item: Item) => item.kind === 'quantity' || /^([.;]|while|whereas|but)$/.test(item.lower)

/** "88.8% of the 9,167, or 8,142 incidents", "half of the £6.2m (50%, £3.1m)", "12.6% of the 3,262 outcomes, with 411". */
function ofWhole(items: Item[], percent: number): Found | undefined {
  const whole = rightwards(items, percent, 4, (item) => item.kind === 'quantity' || !article.test(item.lower))
  if (wordAt(items, percent + 1) !== 'of' || !isAmount(items[whole])) return undefined
  const next = rightwards(items, whole, 7, isFigureOrStop)
  const isSaidAgain = isShare(items[next]) && items[next - 1]?.text === '(' && items[next + 1]?.text === ','
  const part = isSaidAgain ? next + 2 : next
  if (!isAmount(items[part]) || part <= whole || items[part]?.quantity?.sign) return undefined
  if (isSaidAgain) return { part, whole, isTight: false }
  const bound = bindingOf(items, whole, part)
  return bound ? { part, whole, isTight: bound === 'tight' } : undefined
}

/** What binds a count to the whole before it: a name of the whole at most, a mark, and "or", "with" or nothing. */
function bindingOf(items: Item[], whole: number, part: number): 'tight' | 'loose' | undefined {
  const lead = items.slice(whole + 1, part).map((item) => item.lower)
  const mark = lead.findIndex((word) => /^[,(–—]$/.test(word))
  const isNamed = mark >= 0 && lead.slice(0, mark).every((word) => /^[a-z’'-]+$/.test(word) && !otherTie.test(word))
  if (!isNamed) return undefined
  const isClosed = items[part + 1] !== undefined && isEnd(items[part + 1])
  const tie = lead.slice(mark + 1).join(' ')
  if (/^(or|that is|i e|namely)$/.test(tie) || (tie === '' && isClosed)) return 'tight'
  return /^(with|at)$/.test(tie) && isEnd(items[part + 1]) ? 'loose' : undefined
}

const article = /^(of|the|our|all|its|these|those)$/
const otherTie = /^(and|but|to|by|from|than)$/

/** "101.5% of plan, £3,350k against £3,300k". */
function ofPlan(items: Item[], percent: number): Found | undefined {
  const isPlan =
    wordAt(items, percent + 1) === 'of' &&
    items
      .slice(percent + 2, percent + 5)
      .some((item) => /^(plan|target|budget|profile|forecast|allocation)$/.test(item.lower))
  const part = rightwards(items, percent, 7, isFigureOrStop)
  const whole = rightwards(items, part, 5, isFigureOrStop)
  const isAgainst = items.slice(part + 1, whole).some((item) => /^(against|of)$/.test(item.lower))
  const isApart = /^[,(:–—]$/.test(items[part - 1]?.text ?? '')
  return isPlan && isApart && isAgainst && isAmount(items[part]) && isAmount(items[whole])
    ? { part, whole, isTight: true }
    : undefined
}

const rate = /^(rate|share|proportion)$/

/** "With 290 completions for 390 places the completion rate is 74.4%". */
function rateOf(items: Item[], percent: number): Found | undefined {
  const before = items.slice(Math.max(0, percent - 5), percent)
  const isRate = /^(is|was|of|at|:)$/.test(wordAt(items, percent - 1)) && before.some((item) => rate.test(item.lower))
  const places = items.flatMap((item, at) => (item.quantity && at < percent ? [at] : []))
  const [part, whole] = places.slice(-2)
  if (!isRate || part === undefined || whole === undefined || percent - whole > 9 || places.length !== 2)
    return undefined
  const between = items.slice(part + 1, whole).map((item) => item.lower)
  const isFor =
    between.length <= 5 && between.some((word) => /^(for|from|of|among)$/.test(word)) && !between.includes('and')
  return isFor && isAmount(items[part]) && isAmount(items[whole]) ? { part, whole, isTight: false } : undefined
}

/** "With 33 of 60 seats filled, 55% of places are taken", "Clear-ups reached 30%, with 1,860 of 6,200 solved". */
function withOf(items: Item[], percent: number): Found | undefined {
  const places = items.flatMap((item, at) => (item.quantity && at !== percent ? [at] : []))
  const [part, whole] = places
  if (part === undefined || whole === undefined || places.length !== 2) return undefined
  const lead = wordAt(items, part - 1)
  const isLed = /^(with|as|since)$/.test(lead) && (part === 1 || items[part - 2]?.text === ',')
  const isOf =
    whole - part <= 3 && items.slice(part + 1, whole).every((item) => article.test(item.lower) || item.lower === 'out')
  const isBare = !isAmount(items[percent + 2])
  return isLed && isOf && isBare && isAmount(items[part]) && isAmount(items[whole])
    ? { part, whole, isTight: false }
    : undefined
}
