import type { Item, Sentence } from '#modules/claims/index.js'
import { meansIn, type Prose, periodFor, proseOf, statedMeans, withBefore } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inPrint, inUnit, type Quantity } from '#modules/quantities/index.js'
import type { Check } from './check.js'
import { meanOutside } from './mean-in-range.js'

/** Figures of the wrong size: a "total" that can only be a mean, a mean above its total or outside its range. */
export const checkMagnitude: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence, index) => {
    const next = prose.sentences[index + 1]
    const near = next?.previous === sentence ? [sentence, next] : [sentence]
    const means = [
      ...meansCalledTotals(prose, sentence, near),
      ...[sentence, withBefore(sentence)].flatMap((one) => (one ? meanAboveTotal(prose, one) : [])),
    ]
    return [...means, ...sameAsMean(prose, sentence), ...meanOutside(prose, sentence)]
  })
}

/** "In total 96 rest days were cancelled in October; on average 312 were cancelled each week": no week has more than all. */
function meanAboveTotal(prose: Prose, sentence: Sentence): Finding[] {
  const { items } = sentence
  const counts = items.flatMap((item, at) => (item.quantity && !item.quantity.timeUnit ? [at] : []))
  const [mean] = meansIn(sentence).filter((one) => one.isCalledAverage)
  const [at] = counts.filter((one) => one !== mean?.at)
  const [own, total] = [items[mean?.at ?? -1], items[at ?? -1]]
  if (!mean || at === undefined || !own?.quantity || !total?.quantity || counts.length !== 2) return []
  const isSum = items.slice(Math.max(0, at - 4), at).some((item) => called.test(item.lower))
  const isOne = own.quantity.unit === total.quantity.unit && !total.quantity.perTime
  const months = periodFor(sentence, at)?.months ?? 0
  const isLonger = months >= { hour: 0.1, day: 0.1, week: 1, month: 2, quarter: 4, year: 13 }[mean.perTime]
  if (!isSum || !isOne || !isLonger || own.quantity.low <= total.quantity.high) return []
  return [
    findingOf({
      kind: 'magnitude',
      verdict: 'error',
      quotes: [prose.quote(total), prose.quote(own)],
      message: `${total.text.trim()} in all is less than the average of ${own.text.trim()} a ${mean.perTime}.`,
      working: `${inPrint(own.quantity.shown)} a ${mean.perTime} > ${inPrint(total.quantity.shown)} in all`,
      suggestion: 'Mend one of the two figures, or say what each of them covers.',
    }),
  ]
}

const called = /^(total|totals|totalled|annual|altogether)$/

/** "The total for the year was 801. On average 801 visits were made each month": a total that is its own mean. */
function sameAsMean(prose: Prose, sentence: Sentence): Finding[] {
  return meansIn(sentence).flatMap((mean) => {
    const own = sentence.items[mean.at]?.quantity
    if (!own || own.shown < 20 || !/^(month|week|day)$/.test(mean.perTime)) return []
    const homes = sentence.previous ? [sentence, sentence.previous] : [sentence]
    const means = new Set(homes.flatMap((home) => meansIn(home).map((one) => home.items[one.at])))
    const total = homes
      .flatMap((home) => home.items.map((item, at) => ({ home, item, at })))
      .find(
        ({ home, item, at }) =>
          item.quantity?.unit === own.unit &&
          !means.has(item) &&
          Math.abs(item.quantity.shown / own.shown - 1) < 0.03 &&
          isOfYear(home, at),
      )
    const item = sentence.items[mean.at]
    if (!total?.item.quantity || !item) return []
    const message = `${total.item.text.trim()} stands as the total of a year, but is printed as the average a ${mean.perTime} too.`
    return [
      findingOf({
        kind: 'magnitude',
        verdict: 'warning',
        quotes: [prose.quote(total.item), prose.quote(item)],
        message,
        working: `${inPrint(total.item.quantity.shown)} in all, and ${inPrint(own.shown)} a ${mean.perTime}.`,
        suggestion: 'Print the total of the whole period, or the average for the shorter one.',
      }),
    ]
  })
}

/** Called a total, or of a whole year; never the figure of one month. */
function isOfYear(home: Sentence, at: number): boolean {
  const lead = home.items.slice(Math.max(0, at - 8), at)
  const before = lead
    .slice(lead.findLastIndex((item) => item.quantity) + 1)
    .filter((item, nth) => !isPerTime(lead, item, nth))
  const after = home.items.slice(at + 1, at + 6)
  const next = after.findIndex((item) => item.quantity || /^[,;.]$/.test(item.text))
  const near = [...before, ...(next < 0 ? after : after.slice(0, next))]
  const period = periodFor(home, at)
  if (period?.months === 1 || near.some((item) => /^(latest|month|monthly|week|busiest|quietest)$/.test(item.lower)))
    return false
  const opensAll = home.items[0]?.lower === 'in' && home.items[1]?.lower === 'all'
  const isYearly = near.some((item, nth) => item.lower === 'year' && near[nth - 1]?.lower === 'the')
  return near.some((item) => called.test(item.lower)) || opensAll || isYearly || period?.months === 12
}

/** The "month" of "10,400 a month," before it is no period of its own. */
const isPerTime = (lead: Item[], item: Item, nth: number) =>
  /^(month|week|day)$/.test(item.lower) && lead.some((one) => one.quantity?.perTime) && nth < 2

/** "126,649 calls, an average of 10,554 a month, compared with a total of 9,795 the year before": the last is no total. */
function meansCalledTotals(prose: Prose, sentence: Sentence, near: Sentence[]): Finding[] {
  return statedMeans(sentence).flatMap((stated) => {
    const total = stated.total.quantity
    const mean = sentence.items[stated.mean]?.quantity
    if (!total || !mean || total.shown < mean.shown * 8 || !/^(month|week|day)$/.test(stated.perTime)) return []
    return near.flatMap((where) =>
      suspects(where, sentence, stated).map((item) => asMean(prose, item, { total, mean, perTime: stated.perTime })),
    )
  })
}

/** Counts of another year, said to be totals, that are of the mean's size and far below the total's. */
function suspects(where: Sentence, home: Sentence, stated: { total: Item; mean: number }): Item[] {
  const total = stated.total.quantity
  const mean = home.items[stated.mean]?.quantity
  if (!total || !mean) return []
  const means = new Set(meansIn(where).map((one) => one.at))
  return where.items.filter((item, at) => {
    const quantity = item.quantity
    if (!quantity || means.has(at) || quantity.unit !== total.unit) return false
    if (item === stated.total || (where === home && at === stated.mean)) return false
    const isMeanSized =
      quantity.shown > mean.shown * 0.6 && quantity.shown < mean.shown * 1.6 && quantity.shown * 5 < total.shown
    return isMeanSized && quantity.shown >= 20 && speaksOfTotal(where, at)
  })
}

/** "a total of 9,795", "9,795 calls in total", "9,795 in 2016/17" after "compared with". */
function speaksOfTotal(sentence: Sentence, at: number): boolean {
  const before = sentence.items.slice(Math.max(0, at - 4), at).map((item) => item.lower)
  const after = sentence.items.slice(at + 1, at + 6).map((item) => item.lower)
  const isCalled = before.includes('total') || after.includes('total')
  const isCompared = before.some((word) => /^(compared|against|from|than|versus|with|were|was)$/.test(word))
  const period = periodFor(sentence, at)
  const isYear = period?.months === 12 || period?.relation === 'previous'
  return isCalled || (isCompared && isYear && !before.some((word) => /^(average|mean|averaging)$/.test(word)))
}

function asMean(prose: Prose, item: Item, known: { total: Quantity; mean: Quantity; perTime: string }): Finding {
  const quantity = item.quantity
  const shown = quantity ? inUnit(quantity.shown, quantity) : item.text
  const { total, mean, perTime } = known
  return findingOf({
    kind: 'magnitude',
    verdict: 'warning',
    quotes: [prose.quote(item)],
    message: `${shown} is set beside a total of ${inUnit(total.shown, total)}, but is of the size of its average a ${perTime} (${inUnit(mean.shown, mean)}): it looks like an average a ${perTime} called a total.`,
    working: `${inPrint(total.shown)} ÷ ${shown} = ${inPrint(total.shown / (quantity?.shown ?? 1))}`,
    suggestion: `Say "an average of ${shown} a ${perTime}", or print the total.`,
  })
}
