import type { Problem } from '#platform/typesetting/supply.js'
import { sectionKey } from '../domain/sections.js'
import { composeReport } from './compose-report.js'
import type { ReportFacts } from './facts.js'

/** A section that the office can write in. */
export type WritableSection = {
  readonly key: string
  readonly heading: string
  /** What stands there until the office writes. */
  readonly standing: string
  /** What in its words bars publication, each with its line. */
  readonly problems: readonly Problem[]
}

/** Every section of a report that takes the office's own words, in the order of its template. */
export function writableSections(facts: ReportFacts): WritableSection[] {
  const { sections: open, problems } = composeReport(facts)
  const sections = open.map(({ name, scope, heading, standing }) => {
    const key = sectionKey(name, scope)
    return { key, heading, standing, problems: problems.filter(({ where }) => where === key) }
  })
  return [...new Map(sections.map((section) => [section.key, section])).values()]
}
