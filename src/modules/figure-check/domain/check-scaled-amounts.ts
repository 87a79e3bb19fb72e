import { proseOf, scaleSlipsOf } from '#modules/claims/index.js'
import { findingOf } from '#modules/passages/index.js'
import { inPrint } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** Sums of money that their own sentence sets against each other, and that agree only in another size. */
export const checkScaledAmounts: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence) =>
    scaleSlipsOf(sentence).map(({ amount, others, times }) => {
      const far = inPrint(times > 1 ? times : 1 / times)
      return findingOf({
        kind: 'magnitude',
        verdict: 'warning',
        quotes: [amount, ...others].map((item) => prose.quote(item)),
        message: `What the sentence says of these amounts holds only if ${amount.text.trim()} were ${far} times ${times > 1 ? 'larger' : 'smaller'}.`,
        working: [amount, ...others].map((item) => item.text.trim()).join('; '),
        suggestion: 'Check “thousand”, “million” and “billion”, and the decimal point.',
      })
    }),
  )
}
