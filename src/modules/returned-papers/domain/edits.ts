import { align, type Pair } from './align.js'
import { ownMarked, ownWords, type Paragraph, plainWords, type Unit } from './pieces.js'
import { type Note, rewritten, wordsOnPaper } from './rewrite.js'

/** A section of the paper as it was sent: its Markdown, read into the paragraphs that it makes. */
export type SentSection = {
  readonly key: string
  readonly heading: string
  readonly source: string
  readonly units: readonly Unit[]
}

/** What is put in the place of a stretch of a section's Markdown. */
export type Patch = { readonly start: number; readonly end: number; readonly text: string }

/** One thing that was changed on paper in the office's own words. */
export type Edit = {
  readonly id: string
  readonly section: string
  readonly kind: 'changed' | 'added' | 'removed'
  /** The words before and after, as they stand on paper. */
  readonly before: string
  readonly after: string
  readonly patch: Patch
  readonly notes: readonly Note[]
  readonly authors: readonly string[]
}

/** A change in what the paper takes from the register or its template: it cannot be taken from a paper. */
export type Outside = { readonly before: string; readonly after: string }

/** All that was changed in a paper that came back. */
export type Edits = { readonly edits: readonly Edit[]; readonly outside: readonly Outside[] }

/** A paragraph of Markdown and where it stands among the paragraphs that were sent. */
type Place = { readonly section: SentSection; readonly unit: Unit | null; readonly printed: readonly string[] }

/** What was changed between the paper that was sent and the one that came back, each change by itself. */
export function editsBetween(
  sections: readonly SentSection[],
  sent: readonly Paragraph[],
  back: readonly Paragraph[],
): Edits {
  const places = placesIn(sections, sent)
  const found: FoundIn[] = []
  const outside: Outside[] = []
  let last: Place | undefined
  for (const pair of align(sent, back)) {
    if (pair.sent !== null) last = placeAfter(pair.sent, { places, sent, last })
    const where = placeOf(pair, places, last)
    const edit = where && (pair.sent === null ? additionOf(where, pair) : editOf(where, pair, sent[pair.sent]))
    if (edit) found.push({ ...edit, section: where.section.key })
    const one = where ? undefined : outsideOf(pair, sent)
    if (one) outside.push(one)
  }
  return { edits: numbered(withMoves(found)), outside }
}

type FoundIn = Omit<Edit, 'id'> & { readonly own: string }

function numbered(found: readonly FoundIn[]): Edit[] {
  const counts = new Map<string, number>()
  return found.map((edit) => {
    const number = (counts.get(edit.section) ?? 0) + 1
    counts.set(edit.section, number)
    const { own: _, ...rest } = edit
    return { ...rest, id: `${edit.section}.${number}` }
  })
}

/** Words that were taken out at one place and put in at another were moved: with their Markdown, live figures and all. */
function withMoves(found: readonly FoundIn[]): FoundIn[] {
  const moved = new Map<FoundIn, FoundIn>()
  for (const gone of found.filter(({ kind }) => kind === 'removed')) {
    const come = found.find((each) => each.kind === 'added' && each.after === gone.before && !moved.has(each))
    if (come && gone.before !== '') moved.set(come, gone).set(gone, come)
  }
  return found.map((edit) => {
    const twin = moved.get(edit)
    if (!twin) return edit
    const text = edit.kind === 'added' ? edit.patch.text.replace(edit.own, () => twin.own) : edit.patch.text
    return { ...edit, patch: { ...edit.patch, text }, notes: [{ code: 'moved' }] }
  })
}

type Reached = {
  readonly places: ReadonlyMap<number, Place>
  readonly sent: readonly Paragraph[]
  readonly last: Place | undefined
}

/** Where one stands after a paragraph that was sent: behind a heading of the paper's own, in no section. */
function placeAfter(index: number, { places, sent, last }: Reached): Place | undefined {
  return places.get(index) ?? (sent[index]?.kind === 'heading' ? undefined : last)
}

/** The place that a pair belongs to: its own, or for what was put in, that of the paragraph before it. */
function placeOf(pair: Pair, places: ReadonlyMap<number, Place>, last: Place | undefined): Place | undefined {
  if (pair.sent === null) return isAddition(pair) ? last : undefined
  const place = places.get(pair.sent)
  return place?.unit ? place : undefined
}

/** Whether a paragraph came without having been sent, and is none of a table's. */
const isAddition = ({ sent, back }: Pair) => sent === null && back?.kind !== 'cell' && back?.kind !== 'caption'

/** An edit, and the Markdown of its paragraph by itself. */
type Found = Omit<FoundIn, 'section'>

function outsideOf({ sent: index, back }: Pair, sent: readonly Paragraph[]): Outside | undefined {
  const before = index === null ? '' : plainWords(sent[index]?.text ?? '')
  const after = back ? plainWords(back.text) : ''
  const own = (paragraph: Paragraph | null | undefined) => (paragraph ? plainWords(ownWords(paragraph)) : '')
  return own(index === null ? null : sent[index]) === own(back) ? undefined : { before, after }
}

/** Which paragraph of which section each paragraph that was sent is; headings of sections stand for their beginning. */
function placesIn(sections: readonly SentSection[], sent: readonly Paragraph[]): Map<number, Place> {
  const places = new Map<number, Place>()
  let at = 0
  for (const section of sections) {
    const heading = sent.findIndex((paragraph, index) => index >= at && isHeading(paragraph, section.heading))
    if (heading >= 0 && !places.has(heading)) {
      places.set(heading, { section, unit: null, printed: [] })
      at = heading + 1
    }
    for (const unit of section.units) {
      const index = sent.findIndex((paragraph, each) => each >= at && fits(unit, paragraph))
      if (index < 0) continue
      const printed = wordsOnPaper(unit, ownWords(sent[index] as Paragraph)) ?? []
      places.set(index, { section, unit, printed })
      at = index + 1
    }
  }
  return places
}

const isHeading = (paragraph: Paragraph, heading: string) =>
  paragraph.kind === 'heading' && plainWords(ownWords(paragraph)) === plainWords(heading)

/** Kinds of Markdown paragraphs by the kind of Word paragraph that they become. */
const BECOMES = { paragraph: 'text', heading: 'heading', item: 'item', cell: 'cell', caption: 'caption' } as const

const fits = (unit: Unit, paragraph: Paragraph) =>
  BECOMES[unit.kind] === paragraph.kind && wordsOnPaper(unit, ownWords(paragraph)) !== undefined

function editOf({ section, unit, printed }: Place, { back }: Pair, sent: Paragraph | undefined): Found | undefined {
  if (!unit) return undefined
  const before = sent ? plainWords(ownWords(sent)) : ''
  if (!back) {
    if (unit.kind === 'cell') return undefined
    const lives = printed.filter((_, index) => unit.pieces[index]?.text === null).filter(Boolean)
    const notes = lives.map((live) => ({ code: 'live-removed' as const, live }))
    const own = section.source.slice(unit.start, unit.end).trim()
    return { kind: 'removed', before, after: '', patch: removal(section.source, unit), notes, authors: [], own }
  }
  const after = plainWords(ownWords(back))
  if (before === after) return undefined
  const { markdown, notes } = rewritten(section.source, unit, printed, after)
  const { start, end } = unit
  const patch = { start, end, text: markdown }
  return { kind: 'changed', before, after, patch, notes, authors: back.authors, own: markdown }
}

/** A paragraph goes with the blank lines behind it; an item of a list with its mark. */
function removal(source: string, { start, end, kind }: Unit): Patch {
  const line = source.lastIndexOf('\n', start - 1) + 1
  const from = kind === 'item' || kind === 'heading' ? line : start
  const gap = /^\s*/.exec(source.slice(end))?.[0] ?? ''
  const blank = kind === 'item' ? (/^[^\S\n]*\n?/.exec(gap)?.[0] ?? '') : gap
  return { start: from, end: end + blank.length, text: '' }
}

function additionOf({ section, unit }: Place, { back }: Pair): Found | undefined {
  if (!back) return undefined
  const { source } = section
  const words = ownMarked(back)
  const after = plainWords(ownWords(back))
  const base = { kind: 'added' as const, before: '', after, notes: [], authors: back.authors, own: words }
  if (!unit) {
    const text = `${opening(back)}${words}`
    return { ...base, patch: { start: 0, end: 0, text: source === '' ? text : `${text}\n\n` } }
  }
  if (back.kind === 'item' && unit.kind === 'item') {
    const line = source.slice(source.lastIndexOf('\n', unit.start - 1) + 1, unit.start)
    return { ...base, patch: { start: unit.end, end: unit.end, text: `\n${nextMark(line)}${words}` } }
  }
  return { ...base, patch: { start: unit.end, end: unit.end, text: `\n\n${opening(back)}${words}` } }
}

/** The mark of the next item: a number goes up by one. */
const nextMark = (mark: string) => mark.replace(/\d+/, (number) => String(Number(number) + 1))

function opening({ kind, level }: Paragraph): string {
  if (kind === 'heading') return `${'#'.repeat(Math.min(4, Math.max(3, level + 1)))} `
  return kind === 'item' ? '- ' : ''
}

/** The Markdown of a section after some of its edits, the last first, so that places before them hold. */
export function withEdits(source: string, edits: readonly Pick<Edit, 'patch'>[]): string {
  const ordered = [...edits].reverse().sort((a, b) => b.patch.start - a.patch.start || b.patch.end - a.patch.end)
  return ordered
    .reduce((text, { patch }) => text.slice(0, patch.start) + patch.text + text.slice(patch.end), source)
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Where an edit stands in words that were changed since; undefined where its paragraph is no longer just so. */
export function movedTo(edit: Edit, sent: SentSection, now: string): Edit | 'taken' | undefined {
  const { start, end, text } = edit.patch
  if (sent.source.slice(start, end) === text) return 'taken'
  if (now === sent.source) return edit
  if (isMove(edit)) return moveIn(edit, sent, now)
  const place = edit.kind === 'added' ? sent.units.find((unit) => unit.end === start) : { start, end }
  const slice = place ? sent.source.slice(place.start, place.end).trimEnd() : ''
  const result = edit.kind === 'added' ? text.trim() : text
  if (result !== '' && now.includes(result)) return 'taken'
  if (edit.kind === 'removed' && !now.includes(slice)) return 'taken'
  const at = now.indexOf(slice)
  if (slice === '' || at < 0 || now.indexOf(slice, at + 1) >= 0) return undefined
  const from = edit.kind === 'added' ? at + slice.length : at
  return { ...edit, patch: { start: from, end: at + slice.length, text } }
}

const isMove = ({ notes }: Edit) => notes.some(({ code }) => code === 'moved')

/** Where half a move stands: the words alone do not tell, since they stand in the section before and after it. */
function moveIn({ patch, ...edit }: Edit, { source, units }: SentSection, now: string): Edit | 'taken' | undefined {
  const [start, text] = [patch.start, patch.text]
  const before = units.findLast((unit) => unit.end <= start)
  const head = before ? source.slice(before.start, before.end).trimEnd() : ''
  const at = now.indexOf(head)
  if (at < 0 || (head !== '' && now.indexOf(head, at + 1) >= 0)) return undefined
  const from = at + head.length
  if (edit.kind === 'added') {
    const isThere = now.slice(from).trimStart().startsWith(text.trim())
    return isThere ? 'taken' : { ...edit, patch: { start: from, end: from, text } }
  }
  const gone = source.slice(start, patch.end).trim()
  const gap = /^\s*/.exec(now.slice(from))?.[0].length ?? 0
  if (!now.slice(from + gap).startsWith(gone)) return 'taken'
  return { ...edit, patch: { start: from + gap, end: from + gap + gone.length, text } }
}
