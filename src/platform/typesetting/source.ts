import type { Node, Nodes, Parents, Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { err, ok, type Result } from '#kernel/result.js'

/** Markdown that somebody wrote: the text of a template, or the words of one section. */
export type Source = {
  /** What it is called where its faults are listed: 'Purpose', 'template annual-report'. */
  readonly name: string
  readonly text: string
}

/** What a directive says between its braces. */
export type Attributes = Readonly<Record<string, string>>

/** A source that was read. */
export type ReadSource = Source & { readonly root: Root }

/** So much is read: a long report has some 100,000 characters. More is no report. */
const LONGEST_SOURCE = 200_000
/** Lists in lists in quotes: deeper than this nobody follows. */
const DEEPEST = 12
/** So many brackets or emphasis marks in one paragraph are no prose, and reading them takes ever longer. */
const MOST_MARKS = 600

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze()

/** Reads Markdown with directives. Refused, with the line, where it is too long or too tangled to be prose. */
export function readSource(source: Source): Result<ReadSource, { readonly line: number; readonly message: string }> {
  const known = KNOWN.get(source.text)
  if (known) return ok({ ...source, root: known })
  const refusal = refusalOf(source.text)
  if (refusal) return err(refusal)
  const root = parser.parse(source.text)
  remember(source.text, root)
  return ok({ ...source, root })
}

/** Reading takes five milliseconds a kilobyte, and from one build to the next few sections change. */
const KNOWN = new Map<string, Root>()
/** So many letters are kept as read, which take some hundred times their room: the texts of a few long reports. */
const MOST_LETTERS = 400_000
let letters = 0

function remember(text: string, root: Root): void {
  KNOWN.set(text, root)
  letters += text.length
  for (const oldest of KNOWN.keys()) {
    if (letters <= MOST_LETTERS) return
    KNOWN.delete(oldest)
    letters -= oldest.length
  }
}

function refusalOf(text: string): { line: number; message: string } | undefined {
  if (text.length > LONGEST_SOURCE) {
    return { line: 1, message: `This text has ${text.length} characters; at most ${LONGEST_SOURCE} can be set` }
  }
  let marks = 0
  for (const [index, line] of text.split('\n').entries()) {
    if (isTangled(line)) return { line: index + 1, message: 'This line is nested too deeply to be set' }
    marks = line.trim() === '' ? 0 : marks + (line.match(/[[\]*_~`<]/g) ?? []).length
    if (marks > MOST_MARKS && !line.includes('|'))
      return { line: index + 1, message: 'This paragraph has more marks than words: it cannot be set' }
  }
  return undefined
}

/** Whether a line begins with more marks of quotes and lists than anybody means, or stands too far in. */
function isTangled(line: string): boolean {
  if (/^:{12}/.test(line) || /^\s{100,}\S/.test(line)) return true
  if (/^\s*([-*_:]\s*){3,}$/.test(line) || /^\s*:{3,}[a-z{]/.test(line)) return false
  const opening = /^[\s>*+\-\d.):]*/.exec(line)?.[0] ?? ''
  return (opening.match(/[>*+-]|\d[.)]/g) ?? []).length > DEEPEST
}

/** The first line of a node, from 1. */
export function lineOf(node: Node): number {
  return node.position?.start.line ?? 1
}

/** A node just as it was written. */
export function asWritten(node: Node, { text }: Source): string {
  const { start, end } = node.position ?? {}
  return text.slice(start?.offset ?? 0, end?.offset ?? 0)
}

/** What a node says, without marks. */
export function textOf(node: Nodes): string {
  if ('value' in node) return node.value
  if ('children' in node) return (node as Parents).children.map((child) => textOf(child)).join('')
  return ''
}

/** A directive: `:fig[…]{…}` in a line, `::chart{…}` on a line of its own, `:::callout` around blocks. */
export type Directive = Extract<Nodes, { type: 'textDirective' | 'leafDirective' | 'containerDirective' }>

/** What stands between a directive's braces, empty values as empty text. */
export function attributesOf({ attributes }: Pick<Directive, 'attributes'>): Attributes {
  return Object.fromEntries(Object.entries(attributes ?? {}).map(([name, value]) => [name, value ?? '']))
}

/** A directive that asks for something from outside: a figure, a block. */
export type Wanted = { readonly name: string; readonly label: string; readonly attributes: Attributes }

/** Everything that a source asks for, in order, so that it can be fetched before the paper is put together. */
export function wantedIn({ root }: ReadSource): (Wanted & { readonly line: number })[] {
  const found: (Wanted & { readonly line: number })[] = []
  const visit = (node: Nodes) => {
    if (node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective') {
      const label = node.type === 'containerDirective' ? '' : textOf(node)
      found.push({ name: node.name, label, attributes: attributesOf(node), line: lineOf(node) })
    }
    if ('children' in node) for (const child of (node as Parents).children) visit(child)
  }
  visit(root)
  return found
}
