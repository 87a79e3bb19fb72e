import { proseOf, saidMajorities } from '#modules/claims/index.js'
import { findingOf } from '#modules/passages/index.js'
import { inPrint } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** "A majority (6 of 13)", "a minority of respondents (55%)": against the share that stands beside it. */
export const checkMajority: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence) =>
    saidMajorities(sentence).map(({ word, figures, share, isRight }) => {
      const items = [word, ...figures].flatMap((at) => sentence.items[at] ?? [])
      const [said = '', ...shown] = items.map(({ text }) => text.trim())
      const worked = `${inPrint(((share.low + share.high) / 2) * 100, 1)}%`
      return findingOf({
        kind: 'share',
        verdict: isRight ? 'holds' : 'warning',
        quotes: items.map((item) => prose.quote(item)),
        message: isRight ? `"${said}" fits its figures.` : `The text says "${said}", but its figures make ${worked}.`,
        working: shown.length > 1 ? `${shown.join(' of ')} = ${worked}` : worked,
        ...(isRight ? {} : { suggestion: 'Choose a word that fits the share, or mend the figures.' }),
      })
    }),
  )
}
