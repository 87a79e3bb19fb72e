import { addMonths, type IsoDate } from '#kernel/dates.js'
import { currentBody } from '#modules/body/index.js'
import {
  type CommentaryPair,
  commentariesOf,
  commentaryFor,
  dueDays,
  hasSignal,
  type MeasurePicture,
  type PeriodFigure,
  periodFigure,
  publicPictures,
  publishedMeasures,
} from '#modules/measures/index.js'
import { type PublishedPlan, planInForce, rootOf } from '#modules/plan/index.js'
import type { Deps } from '#platform/deps.js'
import { lastDayOfNewestQuarter, type Quarter } from '../domain/quarter.js'

/** One measure of the pack. */
export type PackMeasure = {
  readonly picture: MeasurePicture
  /** What was said of its newest figure, and of the one before. */
  readonly commentary: CommentaryPair
  /** The whole quarter's figure, where it can be made from months. */
  readonly ofQuarter: PeriodFigure | undefined
}

/** The current measures under one part of the plan. */
export type PackPart = { readonly id: string; readonly title: string; readonly measures: readonly PackMeasure[] }

/** All that the pack of a quarter holds. */
export type Pack = {
  readonly office: string
  readonly plan: string
  readonly quarter: Quarter
  readonly knownOn: IsoDate | undefined
  readonly parts: readonly PackPart[]
  readonly exceptions: readonly PackMeasure[]
  /** Public measures that have no figure for the quarter or the year before it. */
  readonly leftOut: readonly MeasurePicture[]
}

type PackRequest = { readonly quarter: Quarter; readonly knownOn: IsoDate | undefined }

/** Makes the pack of a quarter, from what the public may know. */
export async function makePack(deps: Deps, { quarter, knownOn }: PackRequest): Promise<Pack> {
  const { db } = deps
  const all = await publishedMeasures(db)
  const isNewest = quarter.until === lastDayOfNewestQuarter(deps.today())
  // What came after an earlier quarter is not late for it.
  const days = await dueDays(deps, isNewest ? knownOn : quarter.until)
  const options = { ...days, knownOn, until: quarter.until }
  const pictures = await publicPictures(db, all, options)
  const current = pictures.filter((picture) => isCurrent(picture, quarter))
  const measures: PackMeasure[] = []
  for (const picture of current) measures.push(await packMeasure(deps, picture, { quarter, knownOn }))
  const plan = await planInForce(db, quarter.until)
  return {
    ...{ quarter, knownOn },
    office: (await currentBody(db, deps.today()))?.name ?? '',
    plan: plan?.content.plan.title ?? '',
    parts: partsOf(measures, plan),
    exceptions: measures.filter(({ picture }) => hasSignal(picture)).sort((a, b) => urgency(b) - urgency(a)),
    leftOut: pictures.filter((picture) => !isCurrent(picture, quarter)),
  }
}

/** A figure for the quarter, or for a period that ended in the year before it. */
function isCurrent({ latest, isKept }: MeasurePicture, { from }: Quarter): boolean {
  return !isKept && latest !== undefined && latest.period.until >= addMonths(from, -12)
}

function urgency({ picture }: PackMeasure): number {
  return picture.variation === 'concern' ? 1 : 0
}

async function packMeasure({ db }: Deps, picture: MeasurePicture, request: PackRequest): Promise<PackMeasure> {
  const { measure, series, latest, control, breaks, phases } = picture
  const said = await commentariesOf(db, measure.id, { knownOn: request.knownOn })
  const nothing = { now: undefined, before: undefined, isUnchanged: false }
  const isMonthly = measure.frequency === 'month' && measure.formula === null
  const marks = { breaks, phases, targets: [] }
  const made = isMonthly
    ? periodFigure({ measure, series, control, marks }, { ...request.quarter, kind: 'quarter' })
    : undefined
  return {
    picture,
    commentary: latest ? commentaryFor(said, latest.period) : nothing,
    ofQuarter: made?.ok && made.value.value !== null ? made.value : undefined,
  }
}

/** Each measure once, under the first part of the plan that it informs. */
function partsOf(measures: readonly PackMeasure[], plan: PublishedPlan | undefined): PackPart[] {
  const roots = plan?.content.nodes.filter(({ parentId }) => parentId === null) ?? []
  const rootIdOf = ({ picture: { measure } }: PackMeasure) =>
    roots.find(({ id }) => plan && measure.nodeIds.some((node) => rootOf(plan.content, node)?.id === id))?.id
  const byRoot = Map.groupBy(measures, rootIdOf)
  return [
    ...roots.map(({ id, slug, title }) => ({ id: slug, title, measures: byRoot.get(id) ?? [] })),
    { id: 'others', title: roots.length > 0 ? 'Other measures' : 'Measures', measures: byRoot.get(undefined) ?? [] },
  ].filter((part) => part.measures.length > 0)
}
