import type { CheckedDocument, Range } from '#modules/passages/index.js'
import { flatText } from '#modules/passages/index.js'
import { smallCount, smallNumber } from '#modules/quantities/index.js'

/** A number of things that the text promises, and how many of them stand numbered in it: "five priorities", "Priority 1" to 6. */
export type NumberedCount = {
  readonly words: Range
  readonly last: Range
  readonly said: number
  readonly listed: number
}

const things =
  'priority|theme|objective|pledge|recommendation|outcome|aim|pillar|goal|commitment|principle|strand|ambition|promise|option'
const numbered = new RegExp(`^[#*\\s]*(${things})\\s+(${smallNumber})\\b`, 'i')
const promised = new RegExp(
  `(?<![\\w,.£/-])(${smallNumber})\\s+(?:[a-z’'-]+\\s+){0,2}?(${things.replace('priority', 'prioritie')})s\\b`,
  'gi',
)
const part =
  /\b(?:of the|of our|of its|of these|first|last|other|next|remaining|at least|more than|new|previous|than|another)\s+$/i

/** Promises of numbered things against the headings and paragraphs that bear their numbers. */
export function numberedCounts(document: CheckedDocument): NumberedCount[] {
  const rows = new Map<string, { numbers: Set<number>; last: Range }>()
  for (const block of document.blocks) {
    const match = numbered.exec(document.text.slice(block.start, Math.min(block.end, block.start + 60)))
    const at = smallCount(match?.[2] ?? '')
    if (!match || !at) continue
    const row = rows.get((match[1] ?? '').toLowerCase()) ?? { numbers: new Set(), last: block }
    row.numbers.add(at)
    rows.set((match[1] ?? '').toLowerCase(), { ...row, last: block })
  }
  if (rows.size === 0) return []
  const { text } = flatText(document)
  return [...text.matchAll(promised)].flatMap((match) => {
    const said = smallCount(match[1] ?? '')
    const row = rows.get((match[2] ?? '').toLowerCase().replace('prioritie', 'priority'))
    const listed = row?.numbers.size ?? 0
    const isRow = listed > 1 && Math.max(...(row?.numbers ?? [])) === listed
    if (!said || said < 2 || !row || !isRow || part.test(text.slice(Math.max(0, match.index - 14), match.index)))
      return []
    return [{ words: { start: match.index, end: match.index + match[0].length }, last: row.last, said, listed }]
  })
}

const headed = new RegExp(
  `^(?:(?:our|the|these|all|its)\\s)?(${smallNumber})\\s(?:[a-z’'-]+\\s){0,2}?[a-z’'-]+(?:s|people|criteria)(?:\\s(?:of|for|in|to|we|you|behind|from|that)\\s[^.:]{3,40})?$`,
  'i',
)

/** "The five strands of our work" above headings one step lower, each with its strand. */
export function headedCounts(document: CheckedDocument): NumberedCount[] {
  const headings = document.blocks.filter((block) => block.kind === 'heading' && block.level !== undefined)
  return headings.flatMap((block, at) => {
    const match = headed.exec(document.text.slice(block.start, block.end).trim())
    const said = smallCount(match?.[1] ?? '')
    if (!said || said < 2 || /\b(?:years?|months?|weeks|days|hours)\b/i.test(match?.[0] ?? '')) return []
    const level = block.level ?? 0
    const rest = headings.slice(at + 1)
    const end = rest.findIndex((one) => (one.level ?? 0) <= level)
    const under = (end < 0 ? rest : rest.slice(0, end)).filter((one) => one.level === level + 1)
    const last = under.at(-1)
    return last && under.length > 1 ? [{ words: block, last, said, listed: under.length }] : []
  })
}
