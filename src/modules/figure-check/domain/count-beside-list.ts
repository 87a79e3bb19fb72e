import { singular } from '#modules/claims/index.js'
import type { Block, CheckedDocument, Range } from '#modules/passages/index.js'
import { flatText } from '#modules/passages/index.js'
import { smallCount, smallNumber } from '#modules/quantities/index.js'
import { isTotalLabel } from '#modules/tables/index.js'
import { lettersIn } from './count-list.js'
import type { NumberedCount } from './count-numbered.js'
import { isOneOfSeveral } from './count-table.js'
import { listsOf } from './list-sums.js'

const all = new RegExp(`^\\s*(?:all|these)\\s+(${smallNumber})\\s+(?:[a-z’'-]+\\s+)?([a-z][a-z’'-]*s)\\b`, 'i')
/** What any list may be of. */
const anything =
  /^(?:project|scheme|action|item|recommendation|grant|award|initiative|measure|point|step|aim|objective|priorit|decision|resolution|change|condition|commitment|promise|theme)/i

/** "All four projects are under way." right behind a list: as many as it has. */
export function countsBehindLists(document: CheckedDocument): NumberedCount[] {
  const { text } = flatText(document)
  const behind = new Map(document.blocks.map((block, at) => [block, document.blocks[at + 1]]))
  return listsOf(document).flatMap(({ intro, items }) => {
    const last = items.at(-1)
    const next = last && behind.get(last)
    if (!last || next?.kind !== 'paragraph' || items.length < 2) return []
    const words = all.exec(text.slice(next.start, next.end))
    const said = smallCount(words?.[1] ?? '')
    const named = words?.[2] ?? ''
    const isSame = intro && text.slice(intro.start, intro.end).toLowerCase().includes(singular(named.toLowerCase()))
    if (!words || !said || !(isSame || anything.test(named))) return []
    return [{ words: from(next, words[0]), last, said, listed: items.length }]
  })
}

const above = new RegExp(
  `\\b(?<!\\b(?:of|than) (?:the |these )?)(${smallNumber})\\b(?:\\s[a-z’'-]+){0,5}?\\s(?:listed|set out|named|shown|given|described|in the list|on the list|of the list|points)?\\s?above\\b(?! (?:all|the|a)\\b)`,
  'i',
)
const NEAR = 3

/** "The five named most often are listed above", "all four questions in the list above": the last list before it. */
export function countsOfListsAbove(document: CheckedDocument): NumberedCount[] {
  const { text } = flatText(document)
  const ends = new Map(
    listsOf(document).flatMap(({ items }) => (items.length > 1 ? [[items.at(-1), items] as const] : [])),
  )
  return document.blocks.flatMap((block, at) => {
    const words = isPassage(block) ? above.exec(text.slice(block.start, block.end)) : null
    const last = document.blocks.slice(Math.max(0, at - NEAR), at).findLast((one) => ends.has(one))
    const items = ends.get(last)
    const said = smallCount(words?.[1] ?? '')
    const isOfList = /list|set out|named|shown|given|point|described/i.test(words?.[0] ?? '')
    if (!words || !last || !items || !said || said < 2 || !isOfList) return []
    const start = block.start + words.index
    return [{ words: { start, end: start + words[0].length }, last, said, listed: items.length }]
  })
}

const ofTable = new RegExp(
  `\\b(?:all|these)\\s(${smallNumber})\\s(?:of (?:those|them) (?:[a-z]+ )?in (the table)|(?:[a-z’'-]+\\s)?([a-z][a-z’'-]*s))\\b`,
  'i',
)

/** "All four savings above have been agreed." behind a table of savings, "all four of those in the table": as many as it has rows without totals. */
export function countsOfTablesAbove({ blocks, text }: CheckedDocument): NumberedCount[] {
  return blocks.flatMap((block, at) => {
    const words = isPassage(block) ? ofTable.exec(text.slice(block.start, block.end)) : null
    const table = words && blocks.slice(Math.max(0, at - 2), at).findLast((one) => one.table)
    const said = smallCount(words?.[1] ?? '')
    const [head = ''] = table?.table?.header ?? []
    const isOfTable = words?.[2] || singular(head.toLowerCase().trim()) === singular((words?.[3] ?? '').toLowerCase())
    if (!words || !table || !said || said < 2 || !isOfTable || isOneOfSeveral(blocks, table)) return []
    const rows = table.table?.rows.filter((row) => row[0]?.text.trim() && !isTotalLabel(row[0].text)) ?? []
    const start = block.start + words.index
    return [{ words: { start, end: start + words[0].length }, last: table, said, listed: rows.length }]
  })
}

const from = ({ start }: Range, words: string): Range => ({ start, end: start + words.length })

const promise = new RegExp(
  `(?<![\\w,.£/-])(${smallNumber})\\s+(?:[a-z’'-]+\\s+){0,2}?[a-z][a-z’'-]*(?:s|people|criteria)(?:\\s(?:of|for|to|in)\\s[^.:;]{3,40})?(?::|\\s(?:follow|are made|were made|are these|below)[.:])$`,
  'i',
)

/** "The panel agreed four actions:" above "a) …; b) …; c) …", where the letters stand in one passage. */
export function letteredCounts({ blocks, text }: CheckedDocument): NumberedCount[] {
  return blocks.flatMap((block, at) => {
    const next = blocks[at + 1]
    const words = next && isPassage(block) ? promise.exec(text.slice(block.start, block.end).trim()) : null
    const said = smallCount(words?.[1] ?? '')
    if (!next || !words || !said || !isPassage(next)) return []
    const listed = lettersIn(text.slice(next.start, next.end))
    const start = block.start + words.index
    return listed > 1 ? [{ words: { start, end: start + words[0].length }, last: next, said, listed }] : []
  })
}

const isPassage = ({ kind }: Block) => kind === 'paragraph' || kind === 'list-item'
