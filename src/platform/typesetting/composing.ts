import type { Node, Nodes } from 'mdast'
import type { Inline } from './paper.js'
import { lineOf, type ReadSource } from './source.js'
import type { OpenSection, Problem, ProblemCode, Scope, Supply } from './supply.js'

/** A reference as it was written, until it is known what it leads to. */
type AskedReference = { readonly target: string; readonly where: string; readonly line: number }

/** What is gathered while a paper is put together. */
export type Gathered = {
  readonly problems: Problem[]
  readonly notes: (readonly Inline[])[]
  /** Numbers of footnotes by their source and name. */
  readonly noteNumbers: Map<string, number>
  readonly references: AskedReference[]
  readonly sections: OpenSection[]
  /** How many parts were put in; a template that repeats itself without end is stopped. */
  parts: number
}

/** Where in a paper one is: the source that is being read, and what it speaks of. */
export type Place = {
  readonly supply: Supply
  readonly gathered: Gathered
  readonly source: ReadSource
  readonly scope: Scope
  /** The level of the newest heading, for headings in sources that stand inside a section. */
  readonly level: { last: number; readonly least: number; heading: string }
  /** Footnote definitions of this source, by name. */
  readonly definitions: ReadonlyMap<string, Extract<Nodes, { type: 'footnoteDefinition' }>>
  /** How deep sources stand in sources. */
  readonly depth: number
}

/** Nothing gathered yet. */
export function nothingGathered(): Gathered {
  return { problems: [], notes: [], noteNumbers: new Map(), references: [], sections: [], parts: 0 }
}

/** Lists a fault with its line. */
export function fault(place: Place, node: Node, code: ProblemCode, message: string): void {
  place.gathered.problems.push({ code, where: place.source.name, line: lineOf(node), message })
}
