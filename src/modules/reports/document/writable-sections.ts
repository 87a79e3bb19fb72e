import { sectionKey } from '../domain/sections.js'
import { composeReport } from './compose-report.js'
import type { ReportFacts } from './facts.js'

/** A section that the office can write in. `standing` is what stands there until it does. */
export type WritableSection = { readonly key: string; readonly heading: string; readonly standing: string }

/** Every section of a report that takes the office's own words, in the order of its template. */
export function writableSections(facts: ReportFacts): WritableSection[] {
  const sections = composeReport(facts).sections.map(({ name, scope, heading, standing }) => ({
    key: sectionKey(name, scope),
    heading,
    standing,
  }))
  return [...new Map(sections.map((section) => [section.key, section])).values()]
}
