import type { SaidDirection } from './change-direction.js'
import type { Item, Sentence } from './claim.js'
import { directionOf, isChangeNoun, isComparative, rightwards } from './claim-words.js'

/** "Burglary increased to 1,200, a fall of 3%": the verb and the change behind it say opposite things of one figure. */
export function opposedWords(sentence: Sentence): SaidDirection[] {
  const { items } = sentence
  return items.flatMap((item, at) => {
    const way = directionOf(item.lower)
    const level =
      way === 0 || isComparative(item.lower) || (isChangeNoun(item.lower) && isNoun(items, at))
        ? -1
        : levelAfter(items, at)
    const change = level < 0 ? -1 : changeAfter(items, level)
    const noun = items[change]
    if (!noun || directionOf(noun.lower) !== -way) return []
    const end = items[rightwards(items, change, 4, (one) => one.kind === 'quantity')]
    if (!end) return []
    const isOtherBase = items.slice(items.indexOf(end) + 1).some((one) => otherBase.test(one.lower) || one.period)
    return [
      {
        start: item.start,
        end: end.end,
        verdict: isOtherBase ? 'question' : 'warning',
        message: `The text says "${item.text}" and then "${noun.text}" of the same figure.`,
        working: `"${item.text}" against "${noun.text}".`,
        suggestion: 'Keep the word that is right, or say what each of them compares with.',
      },
    ]
  })
}

const otherBase = /^(on|against|compared|than|from|below|above|since)$/

const isNoun = (items: Item[], at: number) => /^(a|an|the|this|of|slight|small)$/.test(items[at - 1]?.lower ?? '')

/** The level that a verb leads to: "rose to 1,180 offences", "was up at 1,180". */
function levelAfter(items: Item[], at: number): number {
  const toAt = rightwards(items, at, 3, (item) => item.lower === 'to' || item.kind !== 'word')
  const level = items[toAt]?.lower === 'to' ? toAt + 1 : -1
  return items[level]?.kind === 'quantity' ? level : -1
}

/** ", a reduction of 6%", "(a fall of 3%)" close behind the level. */
function changeAfter(items: Item[], level: number): number {
  const mark = rightwards(items, level, 4, (item) => item.kind === 'mark' || item.kind === 'quantity')
  if (!/^[,(–-]$/.test(items[mark]?.text ?? '') || !/^(a|an)$/.test(items[mark + 1]?.lower ?? '')) return -1
  const noun = rightwards(items, mark + 1, 3, (item) => isChangeNoun(item.lower) || item.kind === 'mark')
  return isChangeNoun(items[noun]?.lower ?? '') && /^(of|in)$/.test(items[noun + 1]?.lower ?? 'of') ? noun : -1
}
