/** A piece of prose: plain words, or a number that states a figure. */
export type ProsePart = { readonly text: string; readonly isFigure: boolean }

const MONTH = 'January|February|March|April|May|June|July|August|September|October|November|December'

/** Numbers that state no figure: days, months and years, places in laws and papers, times, telephone numbers, names. */
const NO_FIGURES = [
  `\\d{1,2}(?:st|nd|rd|th)?(?: (?:and|to) \\d{1,2}(?:st|nd|rd|th)?)? (?:${MONTH})(?: (?:19|20)\\d{2})?`,
  `(?:${MONTH})(?: (?:19|20)\\d{2})?`,
  '\\d{4}-\\d{2}-\\d{2}',
  '(?:19|20)\\d{2}(?:[/–-]\\d{2,4})?(?![\\d,.%]*[\\d%])',
  '(?:[Ss]ections?|ss?\\.|[Ii]tems?|[Pp]aragraphs?|[Aa]rticles?|[Ss]chedules?|[Pp]arts?|[Cc]hapters?|[Aa]ppendix|[Aa]nnex|[Ff]igures?|[Tt]ables?|[Pp]ages?|[Nn]umbers?|[Nn]o\\.|[Vv]ersions?|[Oo]bjectives?|[Pp]hases?|[Tt]iers?|[Gg]rades?|[Qq]uarters?|[Rr]egulations?|[Rr]ules?) ?\\(?\\d+(?:[.(]\\d+\\)?)*(?:(?:,| and| or| to|–|-) ?\\d+(?:[.(]\\d+\\)?)*)*',
  '[A-Za-z]+[-/]?\\d[\\w/.-]*',
  '\\d{1,2}[:.]\\d{2} ?(?:am|pm)|\\d{1,2}:\\d{2}|\\d{1,2} ?(?:am|pm)\\b',
  '\\d{1,2}(?:st|nd|rd|th)\\b|24/7|24-hour',
  '(?:1?01|999|111|112)(?! ?(?:%|per))(?= (?:calls?|service|line)|\\b(?=[,.;:)]| and| or| to))',
  '0\\d{2,4} ?\\d{3,4} ?\\d{3,4}',
]
const FIGURE =
  '[£$€]?\\d(?:[\\d,]*\\d)?(?:\\.\\d+)?(?: ?%| per cent| percentage points?| million| billion|m\\b|bn\\b|k\\b)?'

const PATTERN = new RegExp(`(?<skip>\\b(?:${NO_FIGURES.join('|')}))|(?<figure>${FIGURE})`, 'g')

/**
 * Prose in pieces, so that every number that states a figure is seen. Dates, times, places in laws and numbers within
 * names state none.
 */
export function proseParts(text: string): ProsePart[] {
  const parts: ProsePart[] = []
  let from = 0
  for (const match of text.matchAll(PATTERN)) {
    if (match.groups?.figure === undefined) continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index), isFigure: false })
    parts.push({ text: match[0], isFigure: true })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), isFigure: false })
  return parts
}
