import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, flatText, quoteOf, type Verdict } from '#modules/passages/index.js'
import { kindOf, printedNumbers } from '#modules/quantities/index.js'
import { tablesOf } from '#modules/tables/index.js'
import type { Check } from './check.js'
import { unseenParts } from './unseen-parts.js'

/** Finds references to tables, sections, paragraphs, appendices and pages that the document does not have. */
export const checkCrossReference: Check = (document) => {
  const { text } = flatText(document)
  const known = knownTargets(document)
  return askedOnce([
    ...[...text.matchAll(reference)].flatMap((match) => ofReference(document, match, known)),
    ...[...text.matchAll(nearby)].flatMap((match) => ofNearby(document, match, known) ?? []),
    ...unseenParts(document),
  ])
}

/**
 * What is asked for of one sort is asked for once, with every place that names it: the appendices that are not attached, the
 * tables of a paper that has none, the figures without any caption.
 */
function askedOnce(findings: readonly Finding[]): Finding[] {
  const asked = new Map<string, Finding[]>()
  for (const finding of findings.filter(({ verdict }) => verdict === 'question')) {
    const sort = sortOf.exec(finding.message)?.[0].toLowerCase() ?? finding.message
    asked.set(sort, [...(asked.get(sort) ?? []), finding])
  }
  return [...findings.filter(({ verdict }) => verdict !== 'question'), ...[...asked.values()].flatMap(withAllPlaces)]
}

const sortOf = /in this file|\b(?:table|figure|chart|map|page)\b/i

function withAllPlaces([first, ...more]: readonly Finding[]): Finding[] {
  const quotes = more.flatMap((finding) => finding.quotes)
  const named = new Set(quotes.map(({ text }) => text))
  const message =
    named.size === 0 ? first?.message : `${first?.message} The same goes for “${[...named].join('”, “')}”.`
  return first ? [{ ...first, quotes: [...first.quotes, ...quotes], message: message ?? '' }] : []
}

/** "Page 3 of 9" at the foot of a page refers to nothing. */
const isOfMany = '(?!\\s+of\\s+\\d)'
const one = '(?:\\d{1,3}(?:\\.\\d{1,2}){0,2}|[A-H])'
const reference = new RegExp(
  `\\b(?<word>Tables?|Figures?|Fig\\.|Charts?|Maps?|Enclosures?|Attachments?|Appendix|Appendices|Annex|Sections?|Paragraphs?|Paras?\\.?|Recommendations?|Pages?)\\s+(?<first>${one})(?![\\w%]|[,.]\\d)${isOfMany}(?:\\s*(?:and|to|or|,|–|-|&)\\s*(?<second>${one})(?![\\w%]|[,.]\\d))?`,
  'gi',
)
const nearby =
  /\b(?:the|a)\s+(?:\w+\s+)?table\s+(below|above|overleaf|opposite)|\b(?:the\s+)?following\s+(table)\b|\btable\s+(below|above)\b/gi
const isLaw =
  /\b(?:Act|Regulations?|Order|Code|Schedule|Officer|PACE|statut|agreement|GDPR|legislation|warrant|notice|order|detention|power)\b/
/** "Section 28(4)", "section 12 PRSRA": a subsection, or the short name of an Act. */
const isOfLaw = /^(?:\(\d{1,2}\)|\([a-z]\)|,?\s+(?:of\s+)?(?:the\s+)?[A-Z]{3,}\b)/
const isElsewhere =
  /^\s*(?:,\s*)?(?:of|to|in|from)\s+(?!this\b|the (?:present )?(?:report|paper|document)\b)(?:the|that|its|their|our|a|an|last|Schedule|Part|[A-Z])/

type Known = {
  numbers: Set<string>
  /** The highest of paragraphs counted "1.", "2.", … through the paper, where there are many. */
  lastPoint: number
  captions: Map<string, Set<string>>
  tables: { start: number; end: number }[]
  lastPage: number | undefined
}

function knownTargets(document: CheckedDocument): Known {
  const { paragraphs, headings, points, captions } = printedNumbers(document)
  const names = [...paragraphs, ...headings].map((number) => number.name)
  const parents = paragraphs.flatMap((number) => [
    number.name.split('.')[0] ?? '',
    number.name.split('.').slice(0, 2).join('.'),
  ])
  const real = document.blocks.filter((block) => block.table)
  const found = tablesOf(document).filter(
    (grid) => !real.some((block) => block.start <= grid.start && grid.end <= block.end),
  )
  return {
    numbers: new Set([...names, ...parents, ...sectionsOf(document)]),
    lastPoint: lastOf(points.map(({ name }) => Number(name))),
    captions: new Map([...captions].map(([kind, list]) => [kind, new Set(list.map((number) => number.name))])),
    tables: [...real, ...found, ...(captions.get('table') ?? [])],
    lastPage: lastPageOf(document),
  }
}

const MANY_POINTS = 8

/** The last number of a row that rises through the paper; nought where there is none, or several. */
function lastOf(numbers: readonly number[]): number {
  const rises = numbers.every((at, nth) => nth === 0 || at > (numbers[nth - 1] ?? 0))
  return rises && numbers[0] === 1 && numbers.length >= MANY_POINTS ? (numbers.at(-1) ?? 0) : 0
}

/** "Section 4 People" as a heading. */
const sectionsOf = ({ blocks, text }: CheckedDocument) =>
  blocks.flatMap(({ kind, start, end }) =>
    kind === 'heading' ? (/^section\s+(\d{1,2})\b/i.exec(text.slice(start, end))?.[1] ?? []) : [],
  )

/** The highest page that is there or printed; nothing when the form knows no pages. */
function lastPageOf(document: CheckedDocument): number | undefined {
  if (document.pages.length < 2) return undefined
  const shown = document.blocks
    .filter((block) => block.kind === 'page-number')
    .flatMap((block) => Number(document.text.slice(block.start, block.end).match(/\d{1,4}/)?.[0] ?? 0))
  return Math.max(document.pages.length, ...shown)
}

function ofReference(document: CheckedDocument, match: RegExpExecArray, known: Known): Finding[] {
  const { text } = flatText(document)
  const end = match.index + match[0].length
  const word = match.groups?.word ?? ''
  const isSingular = !/s$|ces$/i.test(word.replace(/\.$/, ''))
  const names = [match.groups?.first, isSingular ? undefined : match.groups?.second].flatMap((name) =>
    name && !/^[a-z]/.test(name) ? name : [],
  )
  if (isElsewhere.test(text.slice(end, end + 40)) || isOfLaw.test(text.slice(end, end + 30))) return []
  return names.flatMap((name) => {
    const verdict = verdictFor(kindOf(word), name, {
      document,
      known,
      around: text.slice(Math.max(0, match.index - 60), end + 60),
    })
    return verdict ? asFinding(document, match, { name, verdict }) : []
  })
}

type Place = { document: CheckedDocument; known: Known; around: string }

const MOST_NUMBERED = 40
const isAttachment = /^(?:appendix|enclosure|attachment)$/
const isPicture = /^(?:figure|chart|map)$/

function verdictFor(kind: string, name: string, { document, known, around }: Place): Verdict | undefined {
  if (kind === 'page') return pageVerdict(document, Number(name), known.lastPage)
  if (/^(?:section|paragraph|para\.?)$/.test(kind))
    return beyondVerdict(kind, name, { known, around }) ?? sectionVerdict(name, known, around)
  const captions = known.captions.get(kind)
  if (captions?.has(name)) return 'holds'
  if (Number(name) > MOST_NUMBERED) return undefined
  if (isAttachment.test(kind)) return captions ? 'warning' : 'question'
  if (isPicture.test(kind) && !captions) return 'question'
  if (captions && captions.size >= (kind === 'recommendation' ? 2 : 1)) return 'warning'
  return kind === 'table' ? tableVerdict(Number(name), document, known) : undefined
}

/** "Paragraph 27" of a paper whose paragraphs are counted to fourteen. */
function beyondVerdict(kind: string, name: string, { known, around }: Omit<Place, 'document'>): Verdict | undefined {
  const isBeyond = known.lastPoint > 0 && Number(name) > known.lastPoint && Number(name) <= MOST_NUMBERED
  return isBeyond && kind.startsWith('para') && !isLaw.test(around) ? 'warning' : undefined
}

/** Tables without numbers are counted; in a PDF some of them may be pictures. */
function tableVerdict(at: number, document: CheckedDocument, known: Known): Verdict | undefined {
  if (!(at > known.tables.length)) return undefined
  return known.tables.length === 0 || isPaper(document) ? 'question' : 'warning'
}

const isPaper = ({ file }: CheckedDocument) => /\.(?:pdf|txt)$/i.test(file)

/** Sections of laws are left alone, and so is everything where the document numbers nothing of its own. */
function sectionVerdict(name: string, known: Known, around: string): Verdict | undefined {
  const isOurs = known.numbers.size >= 3 && Number.parseInt(name, 10) <= 40 && !isLaw.test(around)
  if (!isOurs || /^[A-Z]/.test(name)) return undefined
  return known.numbers.has(name) ? 'holds' : 'warning'
}

const LETTERS_ON_A_PAGE = 900

/** Without pages in the form, a page far beyond what the text can fill is a question, and twice that a warning. */
function pageVerdict(document: CheckedDocument, page: number, last: number | undefined): Verdict | undefined {
  if (!Number.isInteger(page) || page === 0) return undefined
  if (last !== undefined) return page <= last ? 'holds' : 'warning'
  const most = Math.ceil(document.text.length / LETTERS_ON_A_PAGE) + 1
  return page > most ? 'question' : undefined
}

function asFinding(
  document: CheckedDocument,
  match: RegExpExecArray,
  { name, verdict }: { name: string; verdict: Verdict },
): Finding {
  const quotes = [quoteOf(document, match.index, match.index + match[0].length)]
  const kind = kindOf(match.groups?.word ?? '')
  if (verdict === 'holds') {
    return findingOf({
      verdict,
      kind: 'cross-reference',
      quotes,
      message: `There is ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind} ${name}.`,
      working: 'Found in this document.',
    })
  }
  const isAttached = isAttachment.test(kind) && verdict === 'question'
  return findingOf({
    verdict,
    kind: 'cross-reference',
    quotes,
    message: isAttached
      ? `${capital(kind)} ${name} is not in this file: is it attached separately?`
      : `This document has no ${kind} ${name}.${verdict === 'question' && isPicture.test(kind) ? ' Is its caption in a picture?' : ''}`,
    working: `No heading, caption or page of this document is ${kind} ${name}.`,
    suggestion: isAttached
      ? `Say where the ${kind} is to be found, or attach it.`
      : 'Correct the reference, or put back what it refers to.',
  })
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function ofNearby(document: CheckedDocument, match: RegExpExecArray, known: Known): Finding | undefined {
  const where = (match[1] ?? match[3] ?? 'below').toLowerCase()
  const end = match.index + match[0].length
  const isAbove = where === 'above'
  const found = known.tables.some((table) => (isAbove ? table.end <= match.index : table.start >= match.index))
  const quotes = [quoteOf(document, match.index, end)]
  if (found)
    return findingOf({
      verdict: 'holds',
      kind: 'cross-reference',
      quotes,
      message: `There is a table ${where}.`,
      working: 'Found.',
    })
  const isDrawn = isPaper(document) || known.tables.length === 0
  return findingOf({
    verdict: isDrawn ? 'question' : 'warning',
    kind: 'cross-reference',
    quotes,
    message: `No table stands ${isAbove ? 'above' : 'below'} this reference.`,
    working:
      known.tables.length === 0 ? 'The document has no table.' : `Its tables all stand ${isAbove ? 'below' : 'above'}.`,
    suggestion: 'Put the table back, or take the reference out.',
  })
}
