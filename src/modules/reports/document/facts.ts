import type { IsoDate } from '#kernel/dates.js'
import { currentBody, type LocalPolicingBody, organisationNames } from '#modules/body/index.js'
import { type ActionPicture, type DeliveryPicture, idsUnder, publishedDelivery } from '#modules/delivery/index.js'
import { type MeasurePicture, publicPictures, publishedMeasuresForNodes } from '#modules/measures/index.js'
import { type ContentNode, type PublishedPlan, publishedPlans } from '#modules/plan/index.js'
import type { Db } from '#platform/db/db.js'
import { found } from '#platform/errors.js'
import type { Report } from '../domain/report.js'

/** One objective of the theme with all that the report says of it. */
export type ObjectiveFacts = {
  readonly node: ContentNode
  readonly actions: readonly ActionPicture[]
  readonly measures: readonly MeasurePicture[]
}

/** What a report is built from: published state only, as at the last day of its period. */
export type ReportFacts = {
  readonly report: Report
  readonly body: LocalPolicingBody | undefined
  readonly plan: PublishedPlan
  readonly theme: ContentNode
  readonly promises: readonly ContentNode[]
  readonly objectives: readonly ObjectiveFacts[]
  readonly delivery: DeliveryPicture
  /** Measures that inform the theme as a whole rather than one objective. */
  readonly themeMeasures: readonly MeasurePicture[]
  readonly names: Awaited<ReturnType<typeof organisationNames>>
}

/** Reads everything that the report needs. Each measure stands once, with the first objective that it informs. */
export async function reportFacts(db: Db, report: Report, today: IsoDate): Promise<ReportFacts> {
  const plan = found((await publishedPlans(db)).find((each) => each.planId === report.planId))
  const { nodes, levels } = plan.content
  const theme = found(nodes.find((node) => node.id === report.themeId))
  const tracked = new Set(levels.filter((level) => level.isTracked).map((level) => level.id))
  const under = idsUnder(plan.content, theme.id)
  const parts = nodes.filter((node) => under.has(node.id) && node.id !== theme.id)
  const objectives = parts.filter((node) => tracked.has(node.levelId))
  const delivery = await publishedDelivery(db, report.planId, report.periodUntil)
  const measures = await publishedMeasuresForNodes(db, [...under])
  const pictures = await publicPictures(db, measures, { today, until: report.periodUntil })
  const left = new Set(pictures.filter((picture) => picture.latest))
  const take = (ids: ReadonlySet<string>) => {
    const taken = [...left].filter(({ measure }) => measure.nodeIds.some((id) => ids.has(id)))
    for (const picture of taken) left.delete(picture)
    return taken
  }
  return {
    report,
    body: await currentBody(db, report.meetingOn),
    plan,
    theme,
    promises: parts.filter((node) => node.parentId === theme.id && !tracked.has(node.levelId)),
    objectives: objectives.map((node) => {
      const ids = idsUnder(plan.content, node.id)
      return { node, actions: [...ids].flatMap((id) => delivery.byNode.get(id) ?? []), measures: take(ids) }
    }),
    delivery,
    themeMeasures: [...left],
    names: await organisationNames(db),
  }
}
