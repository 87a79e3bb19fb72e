import type { ListMean, Prose, Sentence } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inPrint, inUnit, meets, roundedSpan } from '#modules/quantities/index.js'

/** "120, 132, 108 and 140, an average of 125": a mean beyond all of them is of something else. */
export function ofList(prose: Prose, sentence: Sentence, { parts, mean }: ListMean): Finding[] {
  const own = sentence.items[mean]?.quantity
  const ends = [...parts, mean].flatMap((at) => sentence.items[at] ?? [])
  const values = parts.flatMap((at) => sentence.items[at]?.quantity?.shown ?? [])
  if (!own || own.shown < Math.min(...values) || own.shown > Math.max(...values)) return []
  const given = values.reduce((one, other) => one + other, 0) / values.length
  const isRight = meets({ low: given, high: given }, roundedSpan(own))
  const message = `The mean of the ${values.length} figures is ${inUnit(given, own)}`
  return [
    findingOf({
      kind: 'average-of-total',
      verdict: isRight ? 'holds' : 'warning',
      quotes: [prose.quote({ start: ends[0]?.start ?? 0, end: ends.at(-1)?.end ?? 0 })],
      message: isRight ? `${message}.` : `${message}, not ${inUnit(own.shown, own)}.`,
      working: `(${values.map((value) => inPrint(value)).join(' + ')}) ÷ ${values.length} = ${inPrint(given)}`,
      ...(isRight ? {} : { suggestion: 'Mend the mean, or a figure of the list.' }),
    }),
  ]
}
