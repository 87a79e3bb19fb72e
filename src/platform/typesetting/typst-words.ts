import { coverageOf } from './coverage.js'
import type { Inline } from './paper.js'

/**
 * The small language that papers are written to for PDF. Every word of an author leaves here as a string literal: nothing
 * that somebody typed is ever read as Typst. What recurs is written out each time: the typesetter remembers every call
 * of a function of ours with all that it was given, which a table of a thousand cells pays for in megabytes.
 */

/** A text as a string literal of Typst. */
export function literal(text: string): string {
  return `"${coverageOf(text).text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

/** How a line is written: footnotes are set where they are first named. */
export type LineContext = {
  readonly notes: readonly (readonly Inline[])[]
  /** Footnotes that were set already. */
  readonly set: Set<number>
}

/** The pieces of a line as one expression. */
export function line(inlines: readonly Inline[], context: LineContext): string {
  if (inlines.length === 0) return '[]'
  return `{${inlines.map((inline) => piece(inline, context)).join(';')}}`
}

function piece(inline: Inline, context: LineContext): string {
  switch (inline.kind) {
    case 'text':
    case 'value':
    case 'code':
      return literal(inline.text)
    case 'typed':
      return inline.checkedBy === null ? `highlight(fill:unsure,${literal(inline.text)})` : literal(inline.text)
    case 'strong':
      return `strong(${line(inline.children, context)})`
    case 'emphasis':
      return `emph(${line(inline.children, context)})`
    case 'link':
      return `link(${literal(inline.href)},${line(inline.children, context)})`
    case 'break':
      return 'linebreak()'
    case 'reference':
      return reference(inline)
    case 'note':
      return note(inline.number, context)
  }
}

function reference({ target, text, withPage }: Extract<Inline, { kind: 'reference' }>): string {
  const name = safeName(target)
  const to = `link(label("${name}"),${literal(text)})`
  return withPage ? `${to};" (page ";context pageof("${name}");")"` : to
}

function note(number: number, context: LineContext): string {
  if (context.set.has(number)) return `footnote(label("note-${number}"))`
  context.set.add(number)
  const words = context.notes[number - 1] ?? []
  return `[#footnote(${line(words, context)})<note-${number}>]`
}

/** Labels are our own: letters, digits and hyphens. */
export function safeName(id: string): string {
  return id.replace(/[^a-z0-9-]/gi, '-')
}
