import type { Nodes, PhrasingContent } from 'mdast'
import { fault, type Place } from './composing.js'
import { coverageOf } from './coverage.js'
import type { Inline, LiveValue } from './paper.js'
import { asWritten, attributesOf, type Directive, textOf } from './source.js'
import { proseParts } from './typed-numbers.js'

/** The pieces of a line. What is no text stays out, and is listed. */
export function composeInlines(nodes: readonly PhrasingContent[], place: Place): Inline[] {
  return merged(withColons(nodes, place).flatMap((node) => composeInline(node, place)))
}

/** Colons in prose (10:30, 3:2, note:well) look like directives: what has no brackets is the author's own text again. */
function withColons(nodes: readonly PhrasingContent[], { source }: Place): PhrasingContent[] {
  const restored: PhrasingContent[] = []
  for (const node of nodes) {
    const isColon = node.type === 'textDirective' && node.children.length === 0
    const plain = node.type === 'text' ? node.value : undefined
    const text = isColon ? asWritten(node, source) : plain
    const last = restored.at(-1)
    if (text !== undefined && last?.type === 'text')
      restored[restored.length - 1] = { ...last, value: last.value + text }
    else if (isColon) restored.push({ type: 'text', value: text ?? '', position: node.position })
    else restored.push(node)
  }
  return restored
}

function composeInline(node: PhrasingContent, place: Place): Inline[] {
  switch (node.type) {
    case 'text':
      return prose(node, place)
    case 'strong':
      return [{ kind: 'strong', children: composeInlines(node.children, place) }]
    case 'emphasis':
      return [{ kind: 'emphasis', children: composeInlines(node.children, place) }]
    case 'delete':
      return composeInlines(node.children, place)
    case 'inlineCode':
      return [{ kind: 'code', text: covered(node.value, node, place) }]
    case 'break':
      return [{ kind: 'break' }]
    case 'link':
      return link(node, place)
    case 'footnoteReference':
      return note(node, place)
    case 'textDirective':
      return directive(node, place)
    default:
      return refused(node, place)
  }
}

function refused(node: PhrasingContent, place: Place): Inline[] {
  if (node.type === 'html') {
    fault(place, node, 'raw-html', 'HTML is not used here and was left out; write Markdown')
    return []
  }
  if (node.type === 'image' || node.type === 'imageReference') {
    fault(place, node, 'unknown-block', 'Pictures are drawn from figures: use ::chart or ::map; this one was left out')
    return node.alt ? [{ kind: 'text', text: node.alt }] : []
  }
  return [{ kind: 'text', text: textOf(node) }]
}

const SAFE = /^(https?:\/\/|mailto:|#|\/(?!\/))/i

function link(node: Extract<PhrasingContent, { type: 'link' }>, place: Place): Inline[] {
  const children = composeInlines(node.children, place)
  if (!SAFE.test(node.url) || /[\s<>"]/.test(node.url)) {
    fault(place, node, 'unsafe-link', `A link must begin with https://, not “${node.url.slice(0, 40)}”`)
    return children
  }
  return /^[#/]/.test(node.url) ? children : [{ kind: 'link', href: node.url, children }]
}

function prose(node: Extract<PhrasingContent, { type: 'text' }>, place: Place): Inline[] {
  const text = node.value
  const lost = /:{1,3}(fig|ref|typed|chart|map|table|field)[[{]/.exec(text)
  if (lost)
    fault(
      place,
      node,
      'unreadable',
      `“${lost[0]}…” cannot be read: look for a missing bracket or a quote mark too many`,
    )
  const dangling = /\[\^([^\]\s]{1,60})\]/.exec(text)
  if (dangling) fault(place, node, 'unknown-reference', `There is no footnote “${dangling[1]}”`)
  return proseParts(text).map((part): Inline => {
    if (!part.isFigure) return { kind: 'text', text: covered(part.text, node, place) }
    fault(place, node, 'typed-number', typedWords(part.text))
    return { kind: 'typed', text: part.text, checkedBy: null }
  })
}

function typedWords(number: string): string {
  return `${number} was typed by hand: take it from a measure with :fig[…], or say who checked it with :typed[${number}]{by="…"}`
}

/** Characters that no typeface of ours has are written by their code, and listed. */
function covered(text: string, node: Nodes, place: Place): string {
  const { missing, text: shown } = coverageOf(text)
  for (const character of missing) {
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
    fault(place, node, 'unknown-character', `The character ${character} (${code}) cannot be printed: write it in words`)
  }
  return shown
}

function note(node: Extract<PhrasingContent, { type: 'footnoteReference' }>, place: Place): Inline[] {
  const { notes, noteNumbers } = place.gathered
  const key = `${place.source.name}\n${node.identifier}`
  const known = noteNumbers.get(key)
  if (known) return [{ kind: 'note', number: known }]
  const definition = place.definitions.get(node.identifier)
  if (!definition) return []
  const number = notes.push([])
  noteNumbers.set(key, number)
  const paragraphs = definition.children.map((child) =>
    child.type === 'paragraph'
      ? composeInlines(child.children, place)
      : [{ kind: 'text' as const, text: textOf(child) }],
  )
  notes[number - 1] = paragraphs.flatMap((each, index) => (index > 0 ? [{ kind: 'break' as const }, ...each] : each))
  return [{ kind: 'note', number }]
}

function directive(node: Extract<Directive, { type: 'textDirective' }>, place: Place): Inline[] {
  const label = textOf(node).trim()
  const attributes = attributesOf(node)
  if (node.name === 'fig') return figure(node, label, place)
  if (node.name === 'field') return field(node, label, place)
  if (node.name === 'typed') {
    const by = attributes.by?.trim() ?? ''
    if (by === '') fault(place, node, 'typed-number', typedWords(label))
    const text = covered(label, node, place)
    return [{ kind: 'typed', text, checkedBy: by === '' ? null : by, ...stated(node, text, place) }]
  }
  if (node.name === 'ref') {
    place.gathered.references.push({ target: label, where: place.source.name, line: node.position?.start.line ?? 1 })
    return [{ kind: 'reference', target: label, text: '', withPage: 'page' in attributes && attributes.page !== 'no' }]
  }
  const written = asWritten(node, place.source)
  fault(place, node, 'unknown-block', `There is nothing called “:${node.name}[…]”: use :fig, :ref, :typed or :field`)
  return [{ kind: 'text', text: written }]
}

/** The live figure that a typed number states (`of=burglary.2024/25`), as it was typed. */
function stated(node: Directive, text: string, place: Place): { readonly states?: LiveValue } {
  const { of } = attributesOf(node)
  if (of === undefined) return {}
  const found = place.supply.figure(of, {}, place.scope)
  if (found.ok) return { states: { ...found.value, text } }
  fault(place, node, 'unknown-figure', found.error)
  return {}
}

function figure(node: Directive, label: string, place: Place): Inline[] {
  const found = place.supply.figure(label, attributesOf(node), place.scope)
  if (found.ok) return [found.value, sourceNote(found.value, place)]
  fault(place, node, 'unknown-figure', found.error)
  return [{ kind: 'strong', children: [{ kind: 'text', text: `[no figure: ${label}]` }] }]
}

/** A footnote that says where a figure comes from; figures of one source share it. */
function sourceNote({ source, href }: LiveValue, { gathered: { notes, noteNumbers } }: Place): Inline {
  const key = `figure\n${source}`
  const number = noteNumbers.get(key) ?? notes.push(sourceWords(source, href))
  noteNumbers.set(key, number)
  return { kind: 'note', number }
}

function sourceWords(source: string, href: string | undefined): Inline[] {
  const why: Inline[] =
    href === undefined ? [] : [{ kind: 'link', href, children: [{ kind: 'text', text: 'Why this figure' }] }]
  return [{ kind: 'text', text: why.length > 0 ? `${source} ` : source }, ...why]
}

function field(node: Directive, label: string, place: Place): Inline[] {
  const found = place.supply.field(label, place.scope)
  if (found !== undefined) return [{ kind: 'text', text: found }]
  fault(place, node, 'unknown-field', `There is no “${label}” to fill in here`)
  return [{ kind: 'text', text: `[${label}]` }]
}

/** Neighbouring plain words as one piece. */
function merged(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = []
  for (const inline of inlines) {
    const last = joined.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text')
      joined[joined.length - 1] = { ...last, text: last.text + inline.text }
    else joined.push(inline)
  }
  return joined
}
