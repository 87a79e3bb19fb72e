import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, flatText, quoteOf } from '#modules/passages/index.js'
import { kindOf, printedNumbers } from '#modules/quantities/index.js'

const pictures = 'chart|graph|map|diagram|picture|photograph|drawing|plan|form|coupon|infographic'
const places = 'above|below|overleaf|opposite|on the (?:back|front|inside|last|next)(?: cover| page)?'
const drawn = new RegExp(`\\b(?:the|this|our)\\s(?:[a-z’'-]+\\s)?(${pictures})\\s(?:${places})(?![a-z])`, 'gi')
const atTheEnd =
  /\b(?:at|on) the (?:end|back|foot) of (?:this|the) (?:report|paper|letter|document|booklet|leaflet|note|minute|newsletter)\b/gi

/**
 * What a text says stands elsewhere in it and that its words do not show: "the map overleaf", "the terms of reference are at
 * the end of this report". Pictures are not read, so it is only asked, once for each sort.
 */
export function unseenParts(document: CheckedDocument): Finding[] {
  const { text } = flatText(document)
  const { captions } = printedNumbers(document)
  const asked = new Set<string>()
  const lost = [...text.matchAll(drawn)].filter(({ 1: word = '' }) => {
    const kind = word.toLowerCase()
    const isNew = !asked.has(kind) && !captions.has(kind) && !captions.has('figure')
    asked.add(kind)
    return isNew
  })
  const attached = [...text.matchAll(attachment)].filter(({ 1: word = '' }) => {
    const kind = kindOf(word)
    return !captions.has(kind) && !hasHeading(document, kind)
  })
  const unmet = [...text.matchAll(atTheEnd)]
    .flatMap((match) => withLead(text, match))
    .filter(({ lead, end }) => !isMet(document, lead, end))
  return [
    ...lost.map((match) =>
      question(
        document,
        placeOf(match),
        `No ${match[1]?.toLowerCase()} is in this text: is it a picture, or was it left out?`,
      ),
    ),
    ...attached
      .slice(0, 1)
      .map((match) =>
        question(document, placeOf(match), `No ${match[1]?.toLowerCase()} is in this file: is it attached separately?`),
      ),
    ...unmet.map((place) => question(document, place, 'No heading after this names what is said to stand there.')),
  ]
}

/** "is in the appendix.", "stands at Schedule 4.": a part of this paper, and not of a law. */
const attachment =
  /\b(?:in|at|see) (?:the )?(appendix|annex|schedule|enclosure)(?: \d{1,2}(?=\.\s|\.?$)| to this (?:report|paper)|(?=[.;,)]))/gi

const hasHeading = ({ blocks, text }: CheckedDocument, kind: string) =>
  blocks.some(
    (block) => block.kind === 'heading' && new RegExp(`\\b${kind}`, 'i').test(text.slice(block.start, block.end)),
  )

type Place = { readonly start: number; readonly end: number }

const placeOf = (match: RegExpExecArray): Place => ({ start: match.index, end: match.index + match[0].length })

/** The words with what the same clause says before them. */
function withLead(text: string, match: RegExpExecArray): (Place & { lead: string })[] {
  const lead = /[^.;:!?]{3,80}$/.exec(text.slice(Math.max(0, match.index - 80), match.index))?.[0]
  return lead ? [{ lead, start: match.index - lead.length, end: placeOf(match).end }] : []
}

/** A heading behind the words, or a last part without a heading of its own, speaks of the same thing. */
function isMet(document: CheckedDocument, lead: string, from: number): boolean {
  const words = tellingIn(lead)
  const heads = document.blocks.filter(({ kind, start }) => /^(?:heading|caption)$/.test(kind) && start > from)
  return (
    words.length === 0 ||
    heads.some(({ start, end }) => tellingIn(document.text.slice(start, end)).some((word) => words.includes(word)))
  )
}

const tellingIn = (text: string) =>
  (text.toLowerCase().match(/[a-z]{4,}/g) ?? [])
    .filter(
      (word) =>
        !/^(?:this|that|these|those|with|from|they|their|will|have|been|full|found|given|listed|which|more)$/.test(
          word,
        ),
    )
    .map((word) => word.replace(/s$/, ''))

const question = (document: CheckedDocument, { start, end }: Place, message: string): Finding =>
  findingOf({
    verdict: 'question',
    kind: 'cross-reference',
    quotes: [quoteOf(document, start, end)],
    message,
    working: 'Looked for among the captions and headings of this document.',
    suggestion: 'Put it back, or take the reference out.',
  })
