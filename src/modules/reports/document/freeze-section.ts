import type { Json } from '#kernel/canonical-json.js'
import { whyFigure } from '#modules/documents/index.js'
import { publicView } from '#modules/measures/index.js'
import type { LiveValue } from '#platform/typesetting/paper.js'
import type { Report } from '../domain/report.js'
import { composeReport } from './compose-report.js'
import { type Reading, reportFacts } from './facts.js'
import { eachValue, type FrozenContent, recording } from './frozen-section.js'

/** All that a section takes from the register now, with what stands behind each figure: what a sign-off freezes. */
export async function freezeSection(reading: Reading, report: Report, section: string): Promise<FrozenContent> {
  const facts = await reportFacts(reading, report)
  const frozen = new Map([...facts.frozen].filter(([key]) => key !== section))
  const into = { figures: {}, blocks: {} }
  const prefix = `${section.replaceAll(/[^a-z0-9-]/gi, '-')}-`
  composeReport({ ...facts, frozen }, { prefix, wrap: (supply) => recording(supply, section, into) })
  const values: LiveValue[] = []
  eachValue(into, (value) => void values.push(value))
  const view = await publicView(reading.db)
  const behind: Record<string, Json> = {}
  for (const { id, text } of values)
    behind[id] ??= await whyFigure(reading.db, { id, text, knownOn: undefined, ...view })
  return { ...into, facts: behind }
}
