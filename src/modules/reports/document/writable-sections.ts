import type { Instant } from '#kernel/dates.js'
import type { Problem } from '#platform/typesetting/supply.js'
import { sectionKey } from '../domain/sections.js'
import { composeReport } from './compose-report.js'
import type { ReportFacts } from './facts.js'
import type { FrozenDifference } from './frozen-section.js'

/** A section that the office can write in. */
export type WritableSection = {
  readonly key: string
  readonly heading: string
  /** What stands there until the office writes. */
  readonly standing: string
  /** What in its words bars publication, each with its line. */
  readonly problems: readonly Problem[]
  /** When its figures froze with its sign-off; null while they follow the register. */
  readonly frozenAt: Instant | null
  /** Frozen figures that the register has revised since. */
  readonly revised: readonly FrozenDifference[]
}

/** Every section of a report that takes the office's own words, in the order of its template. */
export function writableSections(facts: ReportFacts): WritableSection[] {
  const { sections: open, problems, taken } = composeReport(facts)
  const sections = open.map(({ name, scope, heading, standing }) => {
    const key = sectionKey(name, scope)
    return {
      ...{ key, heading, standing, problems: problems.filter(({ where }) => where === key) },
      frozenAt: facts.frozen.get(key)?.frozenAt ?? null,
      revised: taken.differences.filter(({ section }) => section === key),
    }
  })
  return [...new Map(sections.map((section) => [section.key, section])).values()]
}
