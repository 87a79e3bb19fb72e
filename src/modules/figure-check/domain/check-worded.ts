import { type Deed, deedsIn, type Prose, proseOf } from '#modules/claims/index.js'
import { type Finding, findingOf } from '#modules/passages/index.js'
import { inPrint, isMiscopied, looseSpan, mayBeSame, meets } from '#modules/quantities/index.js'
import type { Check } from './check.js'

/** One thing said twice in other words: "3,120 people were helped" and "helped 3,210 people", of one period. */
export const checkWorded: Check = (document) => {
  const prose = proseOf(document)
  const groups = new Map<string, Deed[]>()
  for (const deed of prose.sentences.flatMap(deedsIn)) {
    const group = groups.get(deed.key)
    if (!group) groups.set(deed.key, [deed])
    else if (group.length <= crowd) group.push(deed)
  }
  return [...groups.values()].flatMap((group) => (group.length > crowd ? [] : within(prose, group)))
}

/** More statements than this of one name are of many things. */
const crowd = 4

function within(prose: Prose, group: Deed[]): Finding[] {
  return group.slice(1).flatMap((deed, at) => {
    for (const earlier of group.slice(0, at + 1)) {
      const finding = compared(prose, deed, earlier)
      if (finding) return [finding]
    }
    return []
  })
}

function compared(prose: Prose, deed: Deed, earlier: Deed): Finding | undefined {
  if (deed.sentence === earlier.sentence || !isOneInOther(deed.rest, earlier.rest)) return undefined
  const sameDoer = deed.doer.length > 0 && deed.doer.join(' ') === earlier.doer.join(' ')
  if (!sameDoer && deed.doer.length > 0 && earlier.doer.length > 0) return undefined
  const agree = mayBeSame(deed.quantity, earlier.quantity)
  const isSame = sameDoer && deed.period.kind !== 'relative' && deed.rest.join(' ') === earlier.rest.join(' ')
  if (agree) return isSame ? finding(prose, [deed, earlier], 'holds') : undefined
  if (meets(looseSpan(deed.quantity), looseSpan(earlier.quantity))) return undefined
  if (!isMiscopied(deed.quantity.shown, earlier.quantity.shown)) return undefined
  return finding(prose, [deed, earlier], isSame ? 'warning' : 'question')
}

const isOneInOther = (first: string[], second: string[]) =>
  first.every((word) => second.includes(word)) || second.every((word) => first.includes(word))

function finding(prose: Prose, [deed, earlier]: [Deed, Deed], verdict: 'holds' | 'warning' | 'question'): Finding {
  const shown = [deed, earlier].map(({ item }) => item.text.trim())
  const ask = verdict === 'question' ? ' Are they the same people, in the same period?' : ''
  return findingOf({
    kind: 'contradiction',
    verdict,
    quotes: [deed, earlier].map(({ sentence, item }) =>
      prose.quote(sentence.end - sentence.start > 220 ? item : sentence),
    ),
    message:
      verdict === 'holds'
        ? 'Both passages give the same figure.'
        : `This passage says ${shown[0]}; an earlier one says ${shown[1]} of what looks like the same.${ask}`,
    working: `${inPrint(earlier.quantity.shown)} against ${inPrint(deed.quantity.shown)}`,
    ...(verdict === 'holds' ? {} : { suggestion: 'Make the two figures agree, or say how they differ.' }),
  })
}
