import type { Actor } from '#platform/actor.js'
import type { Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { allReports } from '../data/reports.queries.js'
import { sectionWork } from '../data/section.queries.js'
import { reportFacts } from '../document/facts.js'
import type { Template } from '../document/templates.js'
import { writableSections } from '../document/writable-sections.js'
import type { Report } from '../domain/report.js'
import { loseSignOff } from './lose-sign-off.js'

/**
 * Takes the sign-off from sections that stand in a template's own words, in every report of its kind, where those words
 * are others since it was changed: nobody has signed off what they say now.
 */
export async function loseStanding(deps: Deps, tx: Tx, actor: Actor, before: Template): Promise<void> {
  const why = `The standing words of “${before.name}” were changed`
  for (const report of (await allReports(tx)).filter(({ template }) => template === before.key)) {
    const signed = [...(await sectionWork(tx, report.id)).values()].filter(({ state }) => state === 'signed-off')
    const standing = signed.map(({ section }) => section).filter((section) => !report.narratives.get(section))
    if (standing.length === 0) continue
    const changed = await changedWords({ ...deps, db: tx }, report, before)
    const sections = new Set(standing.filter(changed))
    if (sections.size > 0) await loseSignOff(deps, { tx, actor, reportId: report.id, why, sections })
  }
}

/** Whether the template of today says something else in a section than it did. */
async function changedWords(deps: Deps, report: Report, before: Template) {
  const facts = await reportFacts(deps, report)
  const wordsIn = (template: Template) =>
    new Map(writableSections({ ...facts, template }).map(({ key, standing }) => [key, standing]))
  const [then, now] = [wordsIn(before), wordsIn(facts.template)]
  return (section: string) => then.get(section) !== now.get(section)
}
