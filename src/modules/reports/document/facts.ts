import { type IsoDate, ukDateOf } from '#kernel/dates.js'
import { currentBody, type LocalPolicingBody, organisationNames } from '#modules/body/index.js'
import { type ActionPicture, type DeliveryPicture, idsUnder, publishedDelivery } from '#modules/delivery/index.js'
import { type AreaMaps, areaMaps, houseStyle, type LiveFigures, liveFigures } from '#modules/documents/index.js'
import {
  frameworks,
  type MeasurePicture,
  publicPictures,
  publishedMeasures,
  publishedMeasuresForNodes,
} from '#modules/measures/index.js'
import { type ContentNode, type PublishedPlan, publishedPlans, versionsOf } from '#modules/plan/index.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { readSource, type Wanted, wantedIn } from '#platform/typesetting/source.js'
import { frozenSections } from '../data/frozen.queries.js'
import type { Report } from '../domain/report.js'
import { type FrozenSection, readFrozen } from './frozen-section.js'
import { type Template, templateNamed } from './templates.js'

/** One objective of a theme with all that a report says of it. */
export type ObjectiveFacts = {
  readonly node: ContentNode
  readonly actions: readonly ActionPicture[]
  readonly measures: readonly MeasurePicture[]
}

/** One theme: what it promises, its objectives, and the measures that inform it as a whole. */
export type ThemeFacts = {
  readonly node: ContentNode
  readonly promises: readonly ContentNode[]
  readonly objectives: readonly ObjectiveFacts[]
  readonly measures: readonly MeasurePicture[]
}

/** Measures of a framework, each under the name that it has there. */
export type FrameworkFacts = {
  readonly slug: string
  readonly name: string
  readonly measures: readonly { readonly label: string; readonly picture: MeasurePicture }[]
}

/** What a report is built from: published state only, as at the last day of its period. */
export type ReportFacts = {
  readonly report: Report
  readonly template: Template
  readonly body: LocalPolicingBody | undefined
  readonly plan: Pick<PublishedPlan, 'content' | 'latest' | 'sha256'>
  /** The theme that the report is about, or every theme of the plan. */
  readonly themes: readonly ThemeFacts[]
  readonly delivery: DeliveryPicture
  /** Every measure that the office publishes, by slug. */
  readonly measures: ReadonlyMap<string, MeasurePicture>
  readonly frameworks: readonly FrameworkFacts[]
  readonly names: Awaited<ReturnType<typeof organisationNames>>
  /** Figures that the words of the report ask for. */
  readonly live: LiveFigures
  /** Maps that the words of the report, or its template, ask for. */
  readonly maps: AreaMaps
  /** How the office's papers look, besides its colour. */
  readonly style: Awaited<ReturnType<typeof houseStyle>>
  /** Sections that were signed off, with what they were signed off with. */
  readonly frozen: ReadonlyMap<string, FrozenSection>
  /** The day on which everything is to be known; undefined for now. */
  readonly knownOn: IsoDate | undefined
}

/** What reading a report needs of the office. */
export type Reading = Pick<Deps, 'db' | 'lake' | 'newId' | 'today'>

/** Reads everything that the report needs. Each measure stands once, with the first objective that it informs. */
export async function reportFacts(reading: Reading, report: Report, knownOn?: IsoDate): Promise<ReportFacts> {
  const { db } = reading
  const template = await templateNamed(db, report.template)
  const plan = await planFor(db, report.planId, knownOn)
  const until = report.periodUntil
  const delivery = await publishedDelivery(db, report.planId, until, knownOn)
  const options = { today: reading.today(), until, ...(knownOn && { knownOn }) }
  const chosen = plan.content.nodes.filter(
    ({ id, parentId }) => parentId === null && (template.about === 'plan' || id === report.themeId),
  )
  const under = new Set(chosen.flatMap(({ id }) => [...idsUnder(plan.content, id)]))
  const own = await publicPictures(db, await publishedMeasuresForNodes(db, [...under]), options)
  const sources = [template.source, ...[...report.narratives].map(([name, text]) => ({ name, text }))]
  const wanted = sources.flatMap((source) => {
    const read = readSource(source)
    return read.ok ? wantedIn(read.value) : []
  })
  const days = { from: report.periodFrom, until, knownOn }
  const shown = (await publishedMeasures(db)).filter(({ slug }) => isNamed(wanted, slug))
  const named = await publicPictures(db, shown, options)
  const measures = new Map([...named, ...own].map((picture) => [picture.measure.slug, picture]))
  return {
    ...{ report, template, plan, delivery, measures, knownOn },
    body: await currentBody(db, report.meetingOn),
    themes: themesOf(chosen, plan.content, { delivery, pictures: own }),
    frameworks: await frameworkFacts(db, measures),
    names: await organisationNames(db),
    style: await houseStyle(db),
    frozen: readFrozen(knownOn === undefined ? await frozenSections(db, report.id) : []),
    live: await liveFigures(reading, wanted, days),
    maps: await areaMaps(reading, wanted, days),
  }
}

/** Whether a text asks for the measure by its name, or for every measure of a framework. */
function isNamed(wanted: readonly Wanted[], slug: string): boolean {
  return wanted.some(
    ({ name, attributes }) =>
      name === 'framework' ||
      [attributes.measure, attributes.measures]
        .join(',')
        .split(',')
        .some((each) => each.trim() === slug),
  )
}

/** The newest published version of the plan, or the one that was known on a day. */
async function planFor(db: Db, planId: string, knownOn: IsoDate | undefined): Promise<ReportFacts['plan']> {
  const newest = found((await publishedPlans(db)).find((each) => each.planId === planId))
  if (knownOn === undefined) return newest
  const version = (await versionsOf(db, planId)).find(({ publishedAt }) => ukDateOf(new Date(publishedAt)) <= knownOn)
  const { content, number, sha256 } = found(version, `The plan was not published on ${knownOn}`)
  return { content, latest: number, sha256 }
}

type Content = ReportFacts['plan']['content']
type Held = { readonly delivery: DeliveryPicture; readonly pictures: readonly MeasurePicture[] }

function themesOf(chosen: readonly ContentNode[], content: Content, { delivery, pictures }: Held): ThemeFacts[] {
  const { nodes, levels } = content
  const tracked = new Set(levels.filter((level) => level.isTracked).map((level) => level.id))
  const left = new Set(pictures.filter((picture) => picture.latest))
  const take = (ids: ReadonlySet<string>) => {
    const taken = [...left].filter(({ measure }) => measure.nodeIds.some((id) => ids.has(id)))
    for (const picture of taken) left.delete(picture)
    return taken
  }
  return chosen.map((theme) => {
    const under = idsUnder(content, theme.id)
    const parts = nodes.filter((node) => under.has(node.id) && node.id !== theme.id)
    const objectives = parts
      .filter((node) => tracked.has(node.levelId))
      .map((node): ObjectiveFacts => {
        const ids = idsUnder(content, node.id)
        return { node, actions: [...ids].flatMap((id) => delivery.byNode.get(id) ?? []), measures: take(ids) }
      })
    return {
      node: theme,
      promises: parts.filter((node) => node.parentId === theme.id && !tracked.has(node.levelId)),
      objectives,
      measures: take(under),
    }
  })
}

async function frameworkFacts(db: Db, measures: ReadonlyMap<string, MeasurePicture>): Promise<FrameworkFacts[]> {
  return (await frameworks(db)).map(({ framework, measures: entries }) => ({
    ...{ slug: framework.slug, name: framework.name },
    measures: entries.flatMap(({ measure, label }) => {
      const picture = measures.get(measure.slug)
      return picture ? [{ label, picture }] : []
    }),
  }))
}
