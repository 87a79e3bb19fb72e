import { diffArrays } from 'diff'

/** Paragraphs from one place of the first text to another, and what somebody put there instead. */
type Change = { readonly from: number; readonly to: number; readonly put: readonly string[] }

const paragraphsOf = (text: string) => text.split(/\n[ \t]*\n\s*/).filter((each) => each.trim() !== '')

/**
 * What two people made of one text, each without the other, as one text. Undefined where both changed the same
 * paragraph, or put something in at the same place: somebody must read that.
 */
export function joinTexts(first: string, one: string, other: string): string | undefined {
  if (one === other) return one
  const base = paragraphsOf(first)
  const [changes, others] = [changesOf(base, paragraphsOf(one)), changesOf(base, paragraphsOf(other))]
  if (changes.some((change) => others.some((each) => isInTheWay(change, each)))) return undefined
  const joined: string[] = []
  let at = 0
  for (const { from, to, put } of [...changes, ...others].sort((a, b) => a.from - b.from || a.to - b.to)) {
    joined.push(...base.slice(at, from), ...put)
    at = to
  }
  return [...joined, ...base.slice(at)].join('\n\n')
}

function changesOf(base: readonly string[], text: readonly string[]): Change[] {
  const changes: Change[] = []
  let at = 0
  for (const { added, removed, value } of diffArrays([...base], [...text])) {
    if (added || removed) {
      const open = (changes.at(-1)?.to === at ? changes.pop() : undefined) ?? { from: at, to: at, put: [] }
      changes.push(added ? { ...open, put: [...open.put, ...value] } : { ...open, to: at + value.length })
    }
    if (!added) at += value.length
  }
  return changes
}

/** Two changes of the same paragraphs; or one puts in at the edge of another that puts in or takes out as well. */
function isInTheWay(one: Change, other: Change): boolean {
  if (one.from < other.to && other.from < one.to) return true
  if (one.from > other.to || other.from > one.to) return false
  return one.put.length !== one.to - one.from && other.put.length !== other.to - other.from
}
