import { smallCount, smallNumber, type TableNumber, tableNumber } from '#modules/quantities/index.js'

/** A number in running text with its place in that text. */
export type ProseNumber = TableNumber & { start: number; end: number; isApproximate: boolean }

/** A whole and its parts as a sentence or a list gives them, with places in the document. */
export type NamedParts = {
  whole: ProseNumber
  parts: ProseNumber[]
  /** The parts are all there is. */
  isComplete: boolean
  /** The words say "made up of" or "a total of", or three parts and more are listed. */
  isStated: boolean
  /** "Out of the 244: …": what follows need not be all of it. */
  isDoubtful?: boolean
}

const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
const number = new RegExp(
  `(?<![\\w.,/£:*^])£?\\s?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:\\s?(?:%|per cent|percent)|\\s?(?:m|k|bn|million|billion|thousand)\\b)?(?![\\w])(?![/-]\\d)|(?<![\\w-])(?:${smallNumber.replace('|\\d{1,2}', '')})(?![\\w-])`,
  'gi',
)
const notACount =
  /(?:\b(?:page|pages|section|paragraph|para|table|figure|chart|appendix|annex|item|theme|priority|phase|tier|band|grade|step|form|article|objective|recommendation|PC|no\.)\s*|\b(?:A|M|B)|\d\/)$/i
/** "Schedule 3", "Stage 2", "Regulation 13": with a capital, a word that tells which one; "stage 3 of 5 plans" is left alone. */
const named =
  /\b(?:Schedule|Regulation|Rule|Clause|Chapter|Part|Stage|Level|Category|Class|Round|Wave|Tranche|Cohort|Zone|Ward|Lot|Type|Option|Outcome|Strand|Pillar|Annexe|Footnote|Note|Question|Version|Step|Table|Section|Priority|Theme|Band|Tier|Phase|Grade)\s$/

/** Whether what stands before a number makes it the name of something, not a number of things. */
export const isNamedBefore = (before: string): boolean => named.test(before)

const approximate =
  /\b(?:about|around|approximately|nearly|almost|over|under|more than|less than|fewer than|some|at least|up to|roughly|just|circa|c\.)\s*$/i

/** The amounts in a stretch of running text; years, dates and numbers that name something are left out. */
export function proseNumbers(text: string): ProseNumber[] {
  return [...text.matchAll(number)].flatMap((match) => {
    const end = match.index + match[0].length
    const read = readNumber(match[0])
    if (!read || isName(text, match.index, end, match[0])) return []
    const isApproximate = approximate.test(text.slice(Math.max(0, match.index - 20), match.index))
    return [{ ...read, start: match.index, end, isApproximate }]
  })
}

function readNumber(text: string): TableNumber | undefined {
  const word = /^[a-z]/i.test(text) ? smallCount(text) : undefined
  if (word !== undefined) return { value: word, step: 1, unit: 'plain' }
  return tableNumber(
    text
      .replace(/percent/i, '%')
      .replace(/million/i, 'm')
      .replace(/billion/i, 'bn')
      .replace(/thousand/i, 'k'),
  )
}

function isName(text: string, start: number, end: number, shown: string): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 14)
  if (new RegExp(`^(?:st|nd|rd|th)?\\s+(?:${months})\\b`, 'i').test(after)) return true
  if (/^\d{4}$/.test(shown) && Number(shown) >= 1900 && Number(shown) <= 2060) return true
  if (/^\s*(?:am|pm|o.clock)\b|^:\d\d/.test(after)) return true
  if (
    /^[a-z]/i.test(shown) &&
    /^[\s-](?:halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)\b/.test(after)
  )
    return true
  return /^0\d/.test(shown) || (/^\d+$/.test(shown) && (notACount.test(before) || isNamedBefore(before)))
}
