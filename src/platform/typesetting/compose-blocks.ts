import type { BlockContent, DefinitionContent, Nodes, Parents, RootContent } from 'mdast'
import { composeInlines } from './compose-inlines.js'
import { composeTable, tableContent } from './compose-table.js'
import { fault, type Gathered, type Place } from './composing.js'
import { type Block, type Inline, plainText, type TableContent, words } from './paper.js'
import { asWritten, attributesOf, type Directive, readSource, type Source, textOf } from './source.js'
import type { Scope, Supply } from './supply.js'

type Node = RootContent | BlockContent | DefinitionContent

/** So many parts may a template put in: beyond this it repeats itself without end. */
const MOST_PARTS = 5000
const DEEPEST_SOURCE = 4

type Within = {
  readonly supply: Supply
  readonly gathered: Gathered
  readonly scope: Scope
  readonly depth: number
  /** The highest level that a heading of the source may have. */
  readonly least: number
  /** The heading that the source stands under. */
  readonly heading?: string
}

/** The blocks of one source. */
export function composeSource(
  source: Source,
  { supply, gathered, scope, depth, least, heading = '' }: Within,
): Block[] {
  const read = readSource(source)
  if (!read.ok) {
    gathered.problems.push({ code: 'unreadable', where: source.name, ...read.error })
    return []
  }
  const place: Place = {
    ...{ supply, gathered, scope, depth },
    source: read.value,
    level: { last: least - 1, least, heading },
    definitions: definitionsIn(read.value.root.children),
  }
  return composeBlocks(read.value.root.children, place)
}

function definitionsIn(nodes: readonly Nodes[]): Place['definitions'] {
  const found = new Map<string, Extract<Nodes, { type: 'footnoteDefinition' }>>()
  for (const node of nodes) if (node.type === 'footnoteDefinition') found.set(node.identifier, node)
  return found
}

/** The blocks of one run of Markdown, in order. A paragraph “Table: …” before a table is its caption. */
function composeBlocks(nodes: readonly Node[], place: Place): Block[] {
  const blocks: Block[] = []
  for (let index = 0; index < nodes.length; index += 1) {
    const node = nodes[index] as Node
    const [before, after] = [nodes[index - 1], nodes[index + 1]]
    if (node.type === 'paragraph' && isLine(node, 'Table:') && after?.type === 'table') continue
    if (node.type === 'paragraph' && isLine(node, 'Source:') && before?.type === 'table') continue
    if (node.type === 'table') blocks.push(composeTable(node, { before, after }, place))
    else blocks.push(...composeBlock(node, place))
  }
  return blocks
}

function isLine(node: Nodes, opening: string): boolean {
  return textOf(node).startsWith(opening)
}

function composeBlock(node: Node, place: Place): Block[] {
  switch (node.type) {
    case 'heading':
      return heading(node, place)
    case 'paragraph': {
      const { id, children } = withId(composeInlines(node.children, place))
      return plainText(children).trim() === '' ? [] : [{ kind: 'paragraph', id, number: null, children }]
    }
    case 'list':
      return [
        {
          ...{ kind: 'list', ordered: node.ordered ?? false, start: node.start ?? 1 },
          items: node.children.map((item) => composeBlocks(item.children, place)),
        },
      ]
    case 'blockquote':
      return [{ kind: 'quote', children: composeBlocks(node.children, place) }]
    case 'code':
      return [{ kind: 'paragraph', id: '', number: null, children: [{ kind: 'code', text: node.value }] }]
    case 'leafDirective':
      return leaf(node, place)
    case 'containerDirective':
      return container(node, place)
    case 'html':
      fault(place, node, 'raw-html', 'HTML is not used here and was left out; write Markdown')
      return []
    default:
      return []
  }
}

function heading(node: Extract<Node, { type: 'heading' }>, place: Place): Block[] {
  const { level } = place
  const wanted = Math.max(level.least, node.depth)
  if (node.depth < level.least) {
    const marks = '#'.repeat(level.least)
    fault(place, node, 'skipped-heading', `Headings in this text begin with ${marks}: those above are the paper’s own`)
  }
  const allowed = Math.min(wanted, level.last + 1, 4)
  if (allowed < wanted) {
    const from = level.last < level.least ? 'begins' : `goes from level ${level.last}`
    fault(
      place,
      node,
      'skipped-heading',
      `The text ${from} ${from === 'begins' ? 'at' : 'to'} level ${wanted}: use level ${allowed}`,
    )
  }
  level.last = allowed
  const { id, children } = withId(composeInlines(node.children, place).map(withoutType))
  level.heading = plainText(children)
  return [{ kind: 'heading', level: allowed as 2 | 3 | 4, id, number: null, children }]
}

/** Numbers in headings are part of a name: they state no figure of their own. */
function withoutType(inline: Inline): Inline {
  return inline.kind === 'typed' ? { kind: 'text', text: inline.text } : inline
}

/** “… {#id}” at the end of a line names it for references. */
function withId(children: readonly Inline[]): { id: string; children: readonly Inline[] } {
  const last = children.at(-1)
  const found = last?.kind === 'text' ? /\s*\{#([a-z0-9][a-z0-9-]*)\}\s*$/i.exec(last.text) : null
  if (!found || last?.kind !== 'text') return { id: '', children }
  const rest = last.text.slice(0, found.index)
  return { id: found[1] ?? '', children: [...children.slice(0, -1), ...(rest === '' ? [] : words(rest))] }
}

function leaf(node: Extract<Directive, { type: 'leafDirective' }>, place: Place): Block[] {
  const attributes = attributesOf(node)
  if (node.name === 'section') return section(node, attributes.name ?? textOf(node), place)
  if (place.gathered.parts > MOST_PARTS) return []
  place.gathered.parts += 1
  return supplied(node, null, place) ?? asParagraph(node, place)
}

function supplied(node: Exclude<Directive, { type: 'textDirective' }>, table: TableContent | null, place: Place) {
  const { supply, scope } = place
  const attributes = attributesOf(node)
  const found = supply.block({ name: node.name, attributes, scope, table })
  if (!found) return undefined
  if (!found.ok) {
    fault(place, node, 'unknown-block', found.error)
    return []
  }
  for (const block of found.value) checkBlock(block, node, place)
  return [...found.value]
}

/** A picture or table that says nothing of itself, or not where it comes from, bars the paper. */
function checkBlock(block: Block, node: Nodes, place: Place): void {
  if (block.kind !== 'figure' && block.kind !== 'table') return
  const what = block.kind === 'figure' ? block.picture.kind : 'table'
  if (block.caption.trim() === '') fault(place, node, 'missing-caption', `This ${what} needs a caption: caption="…"`)
  if (block.kind !== 'figure') return
  if (block.alt.trim() === '')
    fault(place, node, 'missing-alternative', `This ${what} needs words for those who do not see it: alt="…"`)
  if (block.source.trim() === '')
    fault(place, node, 'missing-source', `This ${what} does not say where its figures come from: source="…"`)
}

function section(node: Parents & Nodes, name: string, place: Place): Block[] {
  const { supply, gathered, scope, depth, level } = place
  const { heading } = level
  const isOpen = node.type === 'containerDirective'
  const within: Place = { ...place, scope: { ...scope, section: name } }
  const standing = isOpen ? composeBlocks(node.children as Node[], { ...within, gathered: aside(gathered) }) : []
  gathered.sections.push({ name, scope, heading, standing: standing.map(wordsOf).filter(Boolean).join('\n\n') })
  const source = supply.section(name, scope)
  if (!source) return isOpen ? composeBlocks(node.children as Node[], within) : []
  if (depth >= DEEPEST_SOURCE) return []
  return composeSource(source, {
    supply,
    gathered,
    scope: within.scope,
    depth: depth + 1,
    least: Math.min(4, level.last + 1),
    heading,
  })
}

/** A place to gather what is only looked at. */
function aside(gathered: Gathered): Gathered {
  return {
    ...gathered,
    problems: [],
    notes: [...gathered.notes],
    noteNumbers: new Map(gathered.noteNumbers),
    references: [],
  }
}

function wordsOf(block: Block): string {
  return block.kind === 'paragraph' ? plainText(block.children) : ''
}

function container(node: Extract<Directive, { type: 'containerDirective' }>, place: Place): Block[] {
  const attributes = attributesOf(node)
  if (node.name === 'callout') {
    const tone = attributes.tone === 'worry' ? 'worry' : 'plain'
    const children = composeBlocks(node.children, place)
    return [{ kind: 'callout', title: attributes.title ?? '', tone, children }]
  }
  if (node.name === 'section') return section(node, attributes.name ?? '', place)
  if (node.name === 'each') return each(node, attributes.of ?? '', place)
  const inner = node.children.find((child) => child.type === 'table')
  const table = inner ? tableContent(inner, place) : null
  return supplied(node, table, place) ?? [...asParagraph(node, place), ...composeBlocks(node.children, place)]
}

function each(node: Parents & Nodes, of: string, place: Place): Block[] {
  const scopes: readonly Scope[] | undefined = place.supply.scopes(of, place.scope)
  if (!scopes) {
    fault(place, node, 'unknown-block', `There is nothing called “${of}” to repeat this for`)
    return []
  }
  const { last } = place.level
  return scopes.flatMap((scope) => {
    place.gathered.parts += 1
    if (place.gathered.parts > MOST_PARTS) return []
    const here: Place = { ...place, scope: { ...place.scope, ...scope }, level: { ...place.level, last } }
    return composeBlocks(node.children as Node[], here)
  })
}

/** What no one knows is the author's own text, and is listed. */
function asParagraph(node: Exclude<Directive, { type: 'textDirective' }>, place: Place): Block[] {
  const colons = node.type === 'leafDirective' ? '::' : ':::'
  fault(place, node, 'unknown-block', `There is nothing called “${colons}${node.name}”`)
  const [line = ''] = asWritten(node, place.source).split('\n')
  return [{ kind: 'paragraph', id: '', number: null, children: words(line) }]
}
