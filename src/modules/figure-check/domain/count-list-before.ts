import type { Sentence } from '#modules/claims/index.js'
import { smallCount, smallNumber } from '#modules/quantities/index.js'
import type { Enumeration } from './count-enumeration.js'

const plural = '(?:[a-z’-]+\\s){0,3}?[a-z’-]+(?:s|people)'
/** "these four sites", "All four providers", "the four teams", "our four values", ", four districts in all". */
const pointing = new RegExp(
  `(?:\\b(?:these|those|all|all of these|are the|are our|are its|, the|were the)\\s(${smallNumber})\\s${plural}\\b)|(?:[,–—-]\\s(${smallNumber})\\s${plural}\\s(?:in all|in total|altogether)\\b)`,
  'i',
)
const list = /([^.:;()!?]+?,\s[^.:;()!?]+?(?:,)?\s(?:and|&)\s[^.,:;()!?]+?)\s*[,:;–—-]?\s*$/
const notAll =
  /\b(?:includ\w*|such as|for example|among|other|some|most|who|which|that|because|when|if|more|than)\b|\d/i
const opening = /^(?:in|on|at|during|last|this|next|since|from|for|however|under|over|as|with|after|by)\b/i

/**
 * A number of things behind the list of them: "A, B and C: these three sites", "A, B, C and D, four districts in all",
 * "… to A, B and C. All three providers …".
 */
export function countsBehindNames(sentences: readonly Sentence[]): Enumeration[] {
  return sentences.flatMap((sentence) => {
    const match = pointing.exec(sentence.text)
    const said = smallCount(match?.[1] ?? match?.[2] ?? '')
    if (!match || said === undefined || said < 3) return []
    const own = sentence.text.slice(0, match.index).trim()
    const isBack = own === '' || /^those are$/i.test(own)
    const before = isBack ? (sentence.previous?.text ?? '').replace(/\.$/, '') : own
    const many = sizeOf(before)
    if (many === undefined || Math.abs(many - said) > 2) return []
    const start = (isBack ? sentence.previous?.start : undefined) ?? sentence.start
    const end = sentence.start + match.index + match[0].length
    return [{ start, end, said, least: many, most: many, isSure: false }]
  })
}

/** How many names end a stretch of text; nothing where the list may begin, or hold, something else. */
function sizeOf(text: string): number | undefined {
  const found = list.exec(text)?.[1]?.trim()
  if (!found || notAll.test(found) || opening.test(found)) return undefined
  const parts = found.split(/,\s(?:and\s|&\s)?|\s(?:and|&)\s/)
  const inner = parts.slice(1).filter((part) => part.trim().split(/\s+/).length > 5)
  const doings = parts.slice(1).filter((part) => /^[a-z]+ing\s/.test(part.trim())).length
  if (doings > 0 && doings < parts.length - 1) return undefined
  return inner.length === 0 && parts.length >= 3 ? parts.length : undefined
}
