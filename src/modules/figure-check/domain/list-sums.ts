import { type NamedParts, type ProseNumber, proseNumbers } from '#modules/claims/index.js'
import type { Block, CheckedDocument } from '#modules/passages/index.js'
import { flatText } from '#modules/passages/index.js'
import { smallNumber } from '#modules/quantities/index.js'

/** Lists whose items each give one figure, with their total in the passage before or behind them or among them. */
export function listSums(document: CheckedDocument): NamedParts[] {
  const flat = flatText(document).text
  const next = blocksBehind(document)
  return listsOf(document).flatMap(({ intro, items }) => {
    const figures = unmarked(flat, items).map((item) => figureOf(flat, item))
    const known = figures.filter((figure): figure is ProseNumber => figure !== undefined)
    if (known.length < items.length || known.length < 2 || known.every(({ value }, at) => value === at + 1)) return []
    const totalAt = items.findIndex((item) => /^\W*(?:grand |overall )?total\b/i.test(flat.slice(item.start, item.end)))
    const whole = known[totalAt]
    if (whole)
      return sameUnit({ whole, parts: known.filter((_, at) => at !== totalAt), isComplete: true, isStated: true })
    const behind = items.length < LEAST_BEHIND ? undefined : next.get(items.at(-1)?.start ?? -1)
    const summed = behind ? aboveSum(flat, behind, known) : []
    return summed.length > 0 || !intro ? summed : underIntro(flat, intro, known)
  })
}

const LEAST_BEHIND = 3

/** What stands behind each item of a list, where it is no item. */
function blocksBehind({ blocks }: CheckedDocument): Map<number, Block> {
  const plain = blocks.filter(({ kind }) => kind !== 'running-head' && kind !== 'page-number')
  return new Map(
    plain.flatMap((block, at): [number, Block][] => {
      const behind = plain[at + 1]
      return block.kind === 'list-item' && behind?.kind === 'paragraph' ? [[block.start, behind]] : []
    }),
  )
}

const sumsUp =
  /^\W*(?:(?:together|altogether|in all|in total|all told|between them|the total|(?:that|this) (?:is|was|makes?|made|comes to|came to|gives|gave))\b[^.;:\d]{0,80}|(?:these|they|those)\b[^.;:\d]{0,40}\b(?:come|came|add|added|total|totalled)\b[^.;:\d]{0,20})(?=£?\d)/i

/** "Together these come to £4.7m." behind a list of amounts. */
function aboveSum(flat: string, behind: Block, parts: ProseNumber[]): NamedParts[] {
  const text = flat.slice(behind.start, behind.end)
  const lead = sumsUp.exec(text)?.[0]
  const whole = lead === undefined ? undefined : proseNumbers(text).find(({ start }) => start >= lead.length - 1)
  if (!whole || parts.filter(({ value }) => value > whole.value).length > 1) return []
  if (/\b(?:each|average|than|includ\w*)\b/i.test(text.slice(0, whole.end + 40))) return []
  const moved = { ...whole, start: whole.start + behind.start, end: whole.end + behind.start }
  return sameUnit({ whole: moved, parts, isComplete: true, isStated: true })
}

/** Items whose bullet extraction turned into a digit: what follows it. */
function unmarked(flat: string, items: Block[]): Block[] {
  const marks = new Set(items.map(({ start }) => /^\d (?=\S)/.exec(flat.slice(start, start + 3))?.[0]))
  return marks.size === 1 && !marks.has(undefined) ? items.map((item) => ({ ...item, start: item.start + 2 })) : items
}

/** A list: its items, and the passage before them when it introduces them. */
export type ListOfItems = { intro: Block | undefined; items: Block[] }

/** The lists of a document, those inside an item as lists of their own. */
export function listsOf(document: CheckedDocument): ListOfItems[] {
  const lists: ListOfItems[] = []
  const atLevel = new Map<number, ListOfItems>()
  let before: Block | undefined
  for (const block of document.blocks) {
    if (block.kind === 'running-head' || block.kind === 'page-number') continue
    const last = before
    before = block
    if (block.kind !== 'list-item') continue
    const open = openList(document, atLevel, [last, block])
    if (open && !isContinued(document, open.items[0], block)) open.items.push(block)
    if (open) continue
    const list = beginning(document, last, block)
    lists.push(list)
    atLevel.set(block.level ?? 1, list)
  }
  return lists
}

/** The list that an item goes on with: that of its level, if an item of this level or a deeper one stands right before it. */
function openList(
  document: CheckedDocument,
  atLevel: ReadonlyMap<number, ListOfItems>,
  [before, item]: [Block | undefined, Block],
): ListOfItems | undefined {
  const level = item.level ?? 1
  const open = before?.kind === 'list-item' && level <= (before.level ?? 1) ? atLevel.get(level) : undefined
  return open && !isOtherList(document, open.items, item) ? open : undefined
}

/** Another kind of mark, or a number that begins anew or jumps, begins another list: bullets and then "15. Robbery …". */
function isOtherList(document: CheckedDocument, items: Block[], next: Block): boolean {
  const [first, last] = [items[0], items.at(-1)]
  if (!first || !last || (first.level ?? 1) !== (next.level ?? 1)) return false
  const [mark, before, own] = [first, last, next].map((block) => markOf(document, block))
  if (!mark || !own || kindOfMark(mark) !== kindOfMark(own)) return Boolean(mark && own)
  const [from, to] = [Number.parseInt(before ?? '', 10), Number.parseInt(own, 10)]
  return to === 1 ? from > 1 : to > from + 2
}

/** A second paragraph of an item has no mark where the items have one. */
const isContinued = (document: CheckedDocument, first: Block | undefined, block: Block) =>
  first !== undefined && markOf(document, first) !== '' && markOf(document, block) === ''

/** The mark at the head of an item's line, in forms that print it: "-", "•", "15.", "a)". */
function markOf({ text }: CheckedDocument, block: Block): string {
  const lineStart = text.lastIndexOf('\n', block.start - 1) + 1
  return (
    /^[ \t>]*([-*+•▪◦·–]|\d{1,3}[.)]|\(?[a-z]{1,3}[.)])[ \t]/.exec(text.slice(lineStart, block.start + 8))?.[1] ?? ''
  )
}

function kindOfMark(mark: string): string {
  if (/\d/.test(mark)) return 'number'
  return /[a-z]/.test(mark) ? 'letter' : mark
}

function beginning(document: CheckedDocument, before: Block | undefined, first: Block): ListOfItems {
  return { intro: before && introduces(document, before) ? before : undefined, items: [first] }
}

const promise = new RegExp(`\\b${smallNumber}\\s+(?:[a-z’'-]+\\s+){0,3}[a-z’'-]+s(?:\\s+[a-z’'-]+){0,4}\\.?\\s*$`, 'i')

/** A passage that ends in a colon or in "below" or with so many things ("There are four aims."), or a heading. */
const pointed = new RegExp(
  `\\b${smallNumber}\\s+(?:[a-z’'-]+\\s+){0,3}[a-z’'-]+s\\s(?:listed\\s|set\\sout\\s)?below\\b`,
  'i',
)

const introduces = (document: CheckedDocument, block: Block) =>
  block.kind === 'heading' ||
  (block.end - block.start < 120 &&
    [promise, pointed].some((words) => words.test(document.text.slice(block.start, block.end)))) ||
  /[:–—-]\W*$|\b(?:below|follows)\W*$/.test(document.text.slice(block.start, block.end).trimEnd())

function underIntro(flat: string, intro: Block, parts: ProseNumber[]): NamedParts[] {
  const text = flat.slice(intro.start, intro.end)
  if (/\b(?:includ|such as|for example|among|highlights|compared)/i.test(text)) return []
  const sentence = text.slice(Math.max(0, text.slice(0, -2).lastIndexOf('. ')))
  const offset = intro.start + text.length - sentence.length
  const wholes = proseNumbers(sentence).filter((number) => number.unit === parts[0]?.unit)
  const whole = wholes.at(-1)
  if (!whole || wholes.length > 1 || whole.value < Math.max(...parts.map((part) => part.value))) return []
  const moved = { ...whole, start: whole.start + offset, end: whole.end + offset }
  const isDoubtful = /\bout of\b|^\W*of\b/i.test(sentence)
  return sameUnit({ whole: moved, parts, isComplete: true, isStated: parts.length >= 3, isDoubtful })
}

function sameUnit(named: NamedParts): NamedParts[] {
  return named.parts.length >= 2 && named.parts.every((part) => part.unit === named.whole.unit) ? [named] : []
}

/** The one figure that an item gives: where it begins, or at its end after a colon, a dash, dots, a comma or in brackets. */
function figureOf(flat: string, item: Block): ProseNumber | undefined {
  const text = flat.slice(item.start, item.end)
  const trimmedEnd = text.trimEnd().replace(/\)?(?:[;,]? and|[;,.])?$/, '').length
  const numbers = proseNumbers(text)
  const starts = numbers.find((number) =>
    /^\W*$/.test(text.slice(0, number.start).replace(/^\s*(?:\d+[.)]|[a-z][.)])\s/, '')),
  )
  const leads = numbers.length === 1 ? /[:–—=\t,(-]\s*$|\.{2,}\s*$/ : /[:–—=\t-]\s*$|\.{2,}\s*$/
  const ends = numbers.find((number) => number.end >= trimmedEnd && leads.test(text.slice(0, number.start)))
  const figure = ends ?? starts
  return figure && { ...figure, start: figure.start + item.start, end: figure.end + item.start }
}
