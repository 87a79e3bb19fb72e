import type { Nodes, Parents } from 'mdast'
import { readSource, type Source } from './source.js'

/** A stretch of a source and the words that it stands for; `text` is null where they come from the register. */
export type SourcePiece = {
  readonly text: string | null
  readonly start: number
  readonly end: number
  /** What goes with it when its words go: the marks around it. */
  readonly outer: { readonly start: number; readonly end: number }
}

/** What stands as one paragraph on paper: a paragraph, a heading, an item of a list, a cell, a caption. */
export type SourceUnit = {
  readonly kind: 'paragraph' | 'heading' | 'item' | 'cell' | 'caption'
  readonly start: number
  readonly end: number
  readonly pieces: readonly SourcePiece[]
}

/** A source by its paragraphs, each with its place, so that what was changed on paper finds its way back. */
export function sourceUnits(source: Source): SourceUnit[] {
  const read = readSource(source)
  return read.ok ? unitsIn(read.value.root.children, 'paragraph') : []
}

/** The standing words of every section of a template, as they are written there, by the name of the section. */
export function standingSources(template: Source): Map<string, string> {
  const found = new Map<string, string>()
  const read = readSource(template)
  const visit = (node: Nodes) => {
    if (node.type === 'containerDirective' && node.name === 'section') {
      const [first, last] = [node.children[0], node.children.at(-1)]
      const name = node.attributes?.name ?? ''
      if (first && last) found.set(name, template.text.slice(offset(first, 'start'), offset(last, 'end')))
    }
    if ('children' in node) for (const child of (node as Parents).children) visit(child)
  }
  if (read.ok) visit(read.value.root)
  return found
}

const offset = (node: Nodes, side: 'start' | 'end') => node.position?.[side].offset ?? 0

function unitsIn(nodes: readonly Nodes[], kind: SourceUnit['kind']): SourceUnit[] {
  return nodes.flatMap((node) => {
    switch (node.type) {
      case 'paragraph':
        return unit(node, isCaption(node) ? 'caption' : kind)
      case 'heading':
        return unit(node, 'heading')
      case 'tableCell':
        return unit(node, 'cell')
      case 'listItem':
        return unitsIn(node.children, 'item')
      case 'list':
      case 'blockquote':
      case 'table':
      case 'tableRow':
      case 'containerDirective':
        return unitsIn(node.children, kind)
      default:
        return []
    }
  })
}

const isCaption = (node: Parents & Nodes) => {
  const [first] = node.children
  return first?.type === 'text' && first.value.startsWith('Table:')
}

function unit(node: Parents & Nodes, kind: SourceUnit['kind']): SourceUnit[] {
  const pieces = withoutName(node.children.flatMap((child) => piecesOf(child, rangeOf(child))))
  return pieces.length === 0 ? [] : [{ kind, ...rangeOf(node), pieces }]
}

const rangeOf = (node: Nodes) => ({ start: offset(node, 'start'), end: offset(node, 'end') })

function piecesOf(node: Nodes, outer: SourcePiece['outer']): SourcePiece[] {
  const range = rangeOf(node)
  if (node.type === 'text') return [{ text: node.value, ...range, outer }]
  if (node.type === 'break') return [{ text: ' ', ...range, outer: range }]
  if (node.type === 'inlineCode') return [{ text: node.value, start: range.start + 1, end: range.end - 1, outer }]
  if (node.type === 'textDirective') return [{ text: null, ...range, outer: range }]
  if (node.type === 'html' || node.type === 'footnoteReference' || !('children' in node)) return []
  const { children } = node as Parents
  return children.flatMap((child) => piecesOf(child, children.length === 1 ? outer : rangeOf(child)))
}

/** “… {#name}” names a paragraph and is no part of its words. */
function withoutName(pieces: readonly SourcePiece[]): SourcePiece[] {
  const last = pieces.at(-1)
  const name = last?.text == null ? null : /\s*\{#[a-z0-9][a-z0-9-]*\}\s*$/i.exec(last.text)
  if (!last || last.text === null || !name) return [...pieces]
  const words = last.text.slice(0, name.index)
  const end = last.end - (last.text.length - words.length)
  return [
    ...pieces.slice(0, -1),
    ...(words === '' ? [] : [{ ...last, text: words, end, outer: { ...last.outer, end } }]),
  ]
}
