import { isoDate } from '#kernel/dates.js'
import { publishUpdates, recordUpdate } from '#modules/delivery/index.js'
import { chooseNodes } from '#modules/measures/index.js'
import { createReport, type ReportDraft } from '#modules/reports/index.js'
import type { Deps } from '#platform/deps.js'
import { aDraft, anActionIn, anOfficeWithPlan } from './delivery-office.js'
import { SYSTEM } from './deps.js'
import { aPublishedMeasure } from './measures.js'

/** An office with a plan, one published update of 15 March 2025, one that waits, and a published measure. */
export async function anOfficeToReportOn(deps: Deps) {
  const office = await anOfficeWithPlan(deps)
  const action = await anActionIn(deps, office)
  const [first] = action.milestones
  const draft = aDraft({
    on: isoDate('2025-03-15'),
    text: 'Two teams were trained in March.',
    evidence: { title: 'Training record', url: 'https://example.org/record' },
    completes: first ? [first.id] : [],
  })
  const recorded = await recordUpdate(deps, SYSTEM, { actionId: action.id, ...draft })
  if (!recorded.ok) throw new Error(recorded.error.code)
  await publishUpdates(deps, SYSTEM, { updateIds: [recorded.value.id] })
  const waiting = aDraft({ on: isoDate('2025-03-20'), text: 'Unpublished words.' })
  await recordUpdate(deps, SYSTEM, { actionId: action.id, ...waiting })
  const measure = await aPublishedMeasure(deps, { title: 'Burglary' })
  await chooseNodes(deps, SYSTEM, { measureId: measure.id, version: measure.version, nodeIds: [office.visitsId] })
  return { ...office, action, measure }
}

/** What a report on that office says of itself. */
export function aReportDraft(
  office: { planId: string; themeId: string },
  changes: Partial<ReportDraft> = {},
): ReportDraft {
  return {
    planId: office.planId,
    themeId: office.themeId,
    title: 'Crime prevention to March 2025',
    addressedTo: 'Wessex Police and Crime Panel',
    meetingOn: isoDate('2025-06-11'),
    periodFrom: isoDate('2024-10-01'),
    periodUntil: isoDate('2025-03-31'),
    ...changes,
  }
}

/** A report on that office, begun and not published. */
export async function aReport(deps: Deps, office: { planId: string; themeId: string }) {
  const created = await createReport(deps, SYSTEM, aReportDraft(office))
  if (!created.ok) throw new Error(created.error.code)
  return created.value
}
