import { proseOf, type Sentence, saidRange, saidTarget, withBefore } from '#modules/claims/index.js'
import { findingOf } from '#modules/passages/index.js'
import type { Check } from './check.js'

/** "Exceeded the 75% goal", "below the target of 85%", "met": against the result and the target of the sentence. */
export const checkTarget: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((own) => {
    const inRange = saidRange(own)
    const sentence = !inRange && isPointing(own) ? (withBefore(own) ?? own) : own
    const said = inRange ?? saidTarget(sentence) ?? saidRange(sentence)
    if (!said) return []
    const places = [said.result, said.word, said.from ?? said.target, said.target]
    const items = [...new Set(places)].flatMap((at) => sentence.items[at] ?? [])
    const [result = '', word = '', ...ends] = items.map(({ text }) => text.trim())
    const target = ends.join(' to ')
    return [
      findingOf({
        kind: 'change',
        verdict: said.isRight ? 'holds' : 'warning',
        quotes: items.map((item) => prose.quote(item)),
        message: said.isRight
          ? 'The result stands to its target as the words say.'
          : `The text says "${word}" of ${result} against a target of ${target}.`,
        working: `${result} against ${target}.`,
        ...(said.isRight ? {} : { suggestion: 'Choose the word that fits the two figures, or mend them.' }),
      }),
    ]
  })
}

/** "That is below the target of 80%": its result stands in the sentence before. */
const isPointing = ({ items }: Sentence) => /^(that|this|it|which)$/.test(items[0]?.lower ?? '')
