import type { Sentence } from '#modules/claims/index.js'
import { type Prose, proseOf, type StatedRate, statedRates } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inPrint, inUnit, looseSpan, meets, quotient, roundedSpan, times } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** Rates per 1,000 people, per officer, per household, where the sentence gives the count and the base too. */
export const checkRate: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence) => {
    const judged = statedRates(sentence).flatMap((stated) => judge(prose, sentence, stated) ?? [])
    const right = judged.find((finding) => finding.verdict === 'holds')
    return right ? [right] : judged.slice(0, 1)
  })
}

function judge(prose: Prose, sentence: Sentence, stated: StatedRate): Finding | undefined {
  const items = [stated.count, stated.base, stated.rate].flatMap((at) => sentence.items[at] ?? [])
  const [count, base, rate] = items.map((item) => item.quantity)
  if (!count || !base || !rate || base.shown <= 0) return undefined
  const given = (count.shown / base.shown) * stated.per
  const isRight = meets(times(quotient(count, base), stated.per), roundedSpan(rate))
  const isLoose = meets(times(quotient(looseSpan(count), looseSpan(base)), stated.per), looseSpan(rate))
  if (!isRight && (isLoose || !stated.isTight)) return undefined
  const ofWhat = stated.per === 1 ? `per ${stated.of}` : `per ${inPrint(stated.per)}`
  const working = `${inUnit(count.shown, count)} ÷ ${inPrint(base.shown)}${stated.per === 1 ? '' : ` × ${inPrint(stated.per)}`} = ${inPrint(given)}`
  return findingOf({
    kind: kindOf(stated, isRight ? undefined : tenfoldOf(given, rate.shown)),
    verdict: isRight ? 'holds' : verdictFor(given, rate.shown),
    quotes: items.map((item, nth) =>
      prose.quote(nth === 2 ? { start: item.start, end: perEnd(sentence, stated) } : item),
    ),
    message: isRight
      ? `The rate ${ofWhat} follows from its count and its base.`
      : `${inUnit(count.shown, count)} against ${inPrint(base.shown)} is ${inUnit(given, { ...rate, scale: 1 })} ${ofWhat}, not ${rate.text.trim()}.${slipOf(given, rate.shown)}`,
    working,
    ...(isRight
      ? {}
      : {
          suggestion: `Print ${inUnit(Number(given.toFixed(given < 10 ? 1 : 0)), { ...rate, scale: 1 })} ${ofWhat}, or mend the count or the base.`,
        }),
  })
}

/** Where the "per 1,000" of a rate ends. */
function perEnd({ items }: Sentence, { rate, per }: StatedRate): number {
  const near = items.slice(rate, rate + 6)
  const size = per === 1 ? undefined : near.find((item) => item.text.replaceAll(',', '') === String(per))
  return (size ?? near[0])?.end ?? 0
}

/** Wildly apart, the count may be of something else: very probably wrong; else the arithmetic is. */
const verdictFor = (given: number, shown: number) => (given > shown * 4 || given < shown / 4 ? 'warning' : 'error')

function kindOf(stated: StatedRate, tenfold: number | undefined) {
  if (tenfold) return 'magnitude'
  return stated.per === 1 ? 'average-of-total' : 'share'
}

const tenfoldOf = (given: number, shown: number) =>
  [10, 100, 1000].find((one) => Math.abs(shown / given / one - 1) < 0.06 || Math.abs(given / shown / one - 1) < 0.06)

function slipOf(given: number, shown: number): string {
  const factor = tenfoldOf(given, shown)
  return factor ? ` It is out by a factor of ${inPrint(factor)}.` : ''
}
