import type { Block, Heading, Inline, Paper } from './paper.js'
import type { Problem } from './supply.js'

type Asked = { readonly target: string; readonly where: string; readonly line: number }

/** What a reference may lead to: the id that every form of the paper has for it, and what it is called. */
type Target = { readonly id: string; readonly text: string }

type Counts = { section: number; sub: number; paragraph: number; figure: number; table: number; plain: number }

/** Numbers a paper, gives every part an id of its own and fills in its references. Sections without content are left out. */
export function numberPaper(paper: Paper, asked: readonly Asked[]): { paper: Paper; problems: Problem[] } {
  const targets = new Map<string, Target>()
  const problems: Problem[] = []
  const counts: Counts = { section: 0, sub: 0, paragraph: 0, figure: 0, table: 0, plain: 0 }
  const number = (block: Block, isTop: boolean): Block => numbered(block, isTop, { paper, counts, named })
  const named = (own: string, target: Target) => {
    if (own === '') return target.id
    if (targets.has(own)) problems.push(twice(own))
    targets.set(own, target)
    return target.id
  }
  const blocks = withoutEmpty(paper.blocks).map((block) => number(block, true))
  for (const { target, where, line } of asked) {
    if (!targets.has(target))
      problems.push({ code: 'unknown-reference', where, line, message: `Nothing in this paper is named “${target}”` })
  }
  const fill = (inlines: readonly Inline[]) => inlines.map((inline) => filled(inline, targets))
  return {
    paper: { ...paper, blocks: blocks.map((block) => mapInlines(block, fill)), notes: paper.notes.map(fill) },
    problems,
  }
}

const twice = (name: string): Problem => ({
  ...{ code: 'two-of-one-name', where: 'The paper', line: 1 },
  message: `Two parts of this paper are named “${name}”`,
})

type Numbering = {
  readonly paper: Pick<Paper, 'numbering'>
  readonly counts: Counts
  readonly named: (own: string, target: Target) => string
}

function numbered(block: Block, isTop: boolean, at: Numbering): Block {
  const { counts, named, paper } = at
  switch (block.kind) {
    case 'heading':
      return numberedHeading(block, at)
    case 'paragraph': {
      const takes = isTop && paper.numbering === 'paragraphs' && counts.section > 0
      if (takes) counts.paragraph += 1
      const number = takes ? `${counts.section}.${counts.paragraph}` : null
      counts.plain += 1
      const target = number
        ? { id: `paragraph-${number.replace('.', '-')}`, text: `paragraph ${number}` }
        : { id: `text-${counts.plain}`, text: 'the text' }
      return { ...block, number, id: number || block.id ? named(block.id, target) : '' }
    }
    case 'figure': {
      counts.figure += 1
      const id = named(block.id, { id: `figure-${counts.figure}`, text: `Figure ${counts.figure}` })
      return { ...block, id, number: counts.figure }
    }
    case 'table': {
      counts.table += 1
      const id = named(block.id, { id: `table-${counts.table}`, text: `Table ${counts.table}` })
      return { ...block, id, number: counts.table }
    }
    case 'quote':
    case 'callout':
      return { ...block, children: block.children.map((child) => numbered(child, false, at)) }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((child) => numbered(child, false, at))) }
    default:
      return block
  }
}

function numberedHeading(block: Heading, { counts, named, paper }: Numbering): Heading {
  if (block.level === 2) {
    counts.section += 1
    counts.sub = 0
    counts.paragraph = 0
  } else if (block.level === 3) counts.sub += 1
  counts.plain += 1
  const place = block.level === 2 ? `${counts.section}` : `${counts.section}.${counts.sub}`
  const hasNumber = block.level === 2 ? paper.numbering !== 'none' : block.level === 3 && paper.numbering === 'headings'
  const id = block.level === 2 ? `section-${counts.section}` : `part-${counts.plain}`
  const text = hasNumber
    ? `section ${place}`
    : `“${block.children.map((each) => ('text' in each ? each.text : '')).join('')}”`
  return { ...block, number: hasNumber ? place : null, id: named(block.id, { id, text }) }
}

/** A heading with nothing under it says nothing: it goes, and leaves no gap in the numbers. */
function withoutEmpty(blocks: readonly Block[]): Block[] {
  const kept: Block[] = []
  for (const block of [...blocks].reverse()) {
    const next = kept.at(-1)
    const isEmpty = block.kind === 'heading' && (!next || (next.kind === 'heading' && next.level <= block.level))
    if (!isEmpty) kept.push(block)
  }
  return kept.reverse()
}

function filled(inline: Inline, targets: ReadonlyMap<string, Target>): Inline {
  if ('children' in inline) return { ...inline, children: inline.children.map((child) => filled(child, targets)) }
  if (inline.kind !== 'reference') return inline
  const found = targets.get(inline.target)
  return found ? { ...inline, target: found.id, text: found.text } : { kind: 'text', text: `[${inline.target}]` }
}

/** The same block with every line of it changed. */
function mapInlines(block: Block, change: (inlines: readonly Inline[]) => Inline[]): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, children: change(block.children) }
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((child) => mapInlines(child, change))) }
    case 'quote':
    case 'callout':
      return { ...block, children: block.children.map((child) => mapInlines(child, change)) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => change(cell))) }
    case 'facts':
      return { ...block, rows: block.rows.map((row) => ({ ...row, value: change(row.value) })) }
    default:
      return block
  }
}
