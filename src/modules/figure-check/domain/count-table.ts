import { singular } from '#modules/claims/index.js'
import type { Block, CheckedDocument, Range } from '#modules/passages/index.js'
import { flatText } from '#modules/passages/index.js'
import { smallCount, smallNumber } from '#modules/quantities/index.js'
import { isTotalLabel } from '#modules/tables/index.js'

/** A number of things that a passage promises of the table below it, and how many rows the table has. */
export type TableCount = { readonly words: Range; readonly table: Range; readonly said: number; readonly rows: number }

const promised = new RegExp(
  `(?<![\\w,.£/-])(${smallNumber})\\s+((?:[A-Za-z][\\w’'-]*\\s+){0,3}?)([a-z][a-z’'-]*s)\\b`,
  'gi',
)
const points = /\b(?:below|table|overleaf|following|as follows|opposite)\b/i
/** "The table lists them all": whatever its headings call them. */
const lists = /\btable\s(?:below\s)?(?:lists|shows|names|gives|sets out)\s(?:them|all|each|every)\b/i
const subset =
  /\b(?:largest|biggest|top|main|some|examples?|includ\w*|over|more than|at least|highest|lowest|last|past|selected|key)\b/i

/**
 * "The five grants made in the quarter are shown in the table", with the things of the table's own headings; where no
 * words point, of its first, and only in the last sentence before it.
 */
export function tableCounts(document: CheckedDocument): TableCount[] {
  const { text } = flatText(document)
  return document.blocks.flatMap((block, at) => {
    const before = block.table ? passageBefore(document, at) : undefined
    if (!block.table || !before) return []
    const { header, rows, caption = '' } = block.table
    const heads = new Set(
      `${header.join(' ')} ${caption}`
        .toLowerCase()
        .match(/[a-z]+/g)
        ?.map(singular) ?? [],
    )
    const labelled = rows.filter((row) => row[0]?.text.trim() && !isTotalLabel(row[0].text))
    const shown = text.slice(before.start, before.end)
    if (labelled.length < 2 || header.length < 2 || subset.test(shown) || isOneOfSeveral(document.blocks, block))
      return []
    const first = singular((header[0] ?? '').toLowerCase().trim())
    const isPointed = points.test(shown)
    const isTold = lists.test(shown) && [...shown.matchAll(promised)].length === 1
    const isOfTime = /^(?:month|year|quarter|week|day|period)$/.test(first)
    return [...shown.matchAll(promised)].flatMap((match) => {
      const said = smallCount(match[1] ?? '')
      const isHead = heads.has(singular((match[3] ?? '').toLowerCase()))
      if (!said || said < 2 || /\bof\b/i.test(match[2] ?? '') || !(isHead || isTold)) return []
      const isNear = !isOfTime && singular((match[3] ?? '').toLowerCase()) === first && isLast(shown, match)
      if (!isPointed && !isNear && !isTold) return []
      const start = before.start + match.index
      return [{ words: { start, end: start + match[0].length }, table: block, said, rows: labelled.length }]
    })
  })
}

/** Tables with the same headings, as under one heading for each theme: what is promised is in all of them. */
export const isOneOfSeveral = (blocks: readonly Block[], { table: own }: Block) =>
  blocks.filter(({ table }) => table?.header.join() === own?.header.join()).length > 1

/** Whether no sentence begins behind these words. */
function isLast(passage: string, { 0: words, index }: RegExpExecArray): boolean {
  return !/[.!?]\s+\p{Lu}/u.test(passage.slice(index + words.length))
}

/** The passage over a table, a caption or a heading apart. */
function passageBefore({ blocks, text }: CheckedDocument, at: number): Block | undefined {
  const near = blocks
    .slice(Math.max(0, at - 3), at)
    .filter((block) => !isCaption(text, block))
    .reverse()
  return near.find((block) => block.kind === 'paragraph' || block.kind === 'table')?.kind === 'paragraph'
    ? near.find((block) => block.kind === 'paragraph')
    : undefined
}

/** "Table 1: Crime by district" in a paragraph of its own. */
const isCaption = (text: string, { kind, start, end }: Block) =>
  kind === 'paragraph' && /^\W*table\s\w{1,4}\s*[:.–—-]\s[^.]+$/i.test(text.slice(start, end).trim())
