import { FIXED_HEADINGS, type FixedSection, objectiveSection, standingText } from '../domain/sections.js'
import type { ReportFacts } from './facts.js'
import { standingFacts } from './standing-facts.js'

/** A section that the office can write in. `standing` is what stands there until it does. */
export type WritableSection = { readonly key: string; readonly heading: string; readonly standing: string }

/** Every section of a report that takes the office's own words, in the order of the report. */
export function writableSections(facts: ReportFacts): WritableSection[] {
  const fixed = Object.entries(FIXED_HEADINGS).map(([key, heading]) => ({
    key,
    heading,
    standing: standingText(key as FixedSection, standingFacts(facts)),
  }))
  const objectives = facts.objectives.map(({ node }) => ({
    key: objectiveSection(node.id),
    heading: node.title,
    standing: '',
  }))
  return [...fixed.slice(0, -1), ...objectives, ...fixed.slice(-1)]
}
