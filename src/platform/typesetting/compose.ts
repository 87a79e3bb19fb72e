import { composeSource } from './compose-blocks.js'
import { nothingGathered } from './composing.js'
import { numberPaper } from './number-paper.js'
import type { Paper } from './paper.js'
import type { Source } from './source.js'
import type { OpenSection, Problem, Supply } from './supply.js'

/** A paper, all that bars it from being published, and the sections that the office can write in. */
export type Composed = {
  readonly paper: Paper
  readonly problems: readonly Problem[]
  readonly sections: readonly OpenSection[]
}

/** What a paper is besides its text. */
export type PaperFrame = Omit<Paper, 'blocks' | 'notes'>

/**
 * Puts a paper together from a template, the words of its sections and what is supplied: one pass that resolves every
 * reference, numbers what has numbers and lists what is wrong with the line that it stands on. It always gives a paper,
 * so that a draft with faults can be read.
 */
export function composePaper(template: Source, supply: Supply, frame: PaperFrame): Composed {
  const gathered = nothingGathered()
  const blocks = composeSource(template, { supply, gathered, scope: {}, depth: 0, least: 2 })
  const { paper, problems } = numberPaper({ ...frame, blocks, notes: gathered.notes }, gathered.references)
  return { paper, problems: inOrder(distinct([...gathered.problems, ...problems])), sections: gathered.sections }
}

/** A part that is repeated says its fault once. */
function distinct(problems: readonly Problem[]): Problem[] {
  return [...new Map(problems.map((each) => [`${each.where}\n${each.line}\n${each.message}`, each])).values()]
}

/** Source by source as they were read, and each from its first line to its last. */
function inOrder(problems: readonly Problem[]): Problem[] {
  const sources = Map.groupBy(problems, ({ where }) => where)
  return [...sources.values()].flatMap((each) => each.toSorted((one, other) => one.line - other.line))
}
