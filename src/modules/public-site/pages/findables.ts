import { type PlaceToFind, placesToFind } from '#modules/local-crime/index.js'
import { type Measure, publishedMeasures } from '#modules/measures/index.js'
import { type PublishedReport, publishedReports } from '#modules/reports/index.js'
import { auditHead } from '#platform/audit/audit.queries.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import type { Findable } from '../domain/search.js'
import { actionHref, allPlanPictures, type PlanPicture, partHref, planHref } from './picture.js'

type Held = { readonly stamp: string; readonly items: readonly Findable[] }

/** Answers to questions are never kept, so what they are looked for in is: until the register or the day changes. */
const HELD = new WeakMap<Db, Held>()

/** Everything published that a search can find: plans and their parts, actions with updates, measures, reports, pages. */
export async function findables(deps: Deps): Promise<readonly Findable[]> {
  const stamp = `${await auditHead(deps.db)} ${deps.today()}`
  const held = HELD.get(deps.db)
  if (held?.stamp === stamp) return held.items
  const items = await published(deps)
  HELD.set(deps.db, { stamp, items })
  return items
}

async function published(deps: Deps): Promise<Findable[]> {
  const pictures = await allPlanPictures(deps)
  const measures = await publishedMeasures(deps.db)
  const reports = await publishedReports(deps.db)
  return [
    ...pictures.flatMap((picture) => [...partsOf(picture), ...actionsOf(picture)]),
    ...measures.map(measureItem),
    ...reports.map(reportItem),
    ...(await placesToFind(deps)).map(placeItem),
    ...PAGES,
  ]
}

function partsOf(picture: PlanPicture): Findable[] {
  const { plan, themes } = picture
  const { title, vision } = plan.content.plan
  const whole: Findable = { href: planHref(plan), kind: 'Plan', title, text: vision, place: '' }
  const levels = new Map(plan.content.levels.map(({ id, name }) => [id, name]))
  const parts = themes.flatMap((theme) =>
    plan.content.nodes
      .filter(({ id }) => theme.nodeIds.has(id))
      .map((node): Findable => {
        const isTheme = node.id === theme.node.id
        return {
          href: partHref(plan, theme.node, node),
          kind: levels.get(node.levelId) ?? 'Part of the plan',
          title: node.title,
          text: sentences([node.text, node.bodies.map(({ name }) => name).join(', ')]),
          place: isTheme ? title : `${theme.node.title}, ${title}`,
        }
      }),
  )
  return [whole, ...parts]
}

function actionsOf(picture: PlanPicture): Findable[] {
  return picture.delivery.actions.map((each): Findable => {
    const { action, updates } = each
    const theme = picture.themes.find(({ nodeIds }) => nodeIds.has(action.nodeId))
    const said = updates.flatMap(({ text, evidence }) => [text, evidence?.title ?? ''])
    return {
      href: actionHref(picture, each),
      kind: 'Action',
      title: action.title,
      text: sentences([action.description, ...said, ...action.milestones.map(({ title }) => title)]),
      place: [theme?.node.title, picture.plan.content.plan.title].filter(Boolean).join(', '),
    }
  })
}

function measureItem({ slug, title, definition, numerator, source, geography, isHeadline }: Measure): Findable {
  return {
    href: `/measures/${slug}`,
    kind: 'Measure',
    title,
    text: sentences([definition, numerator, geography]),
    place: source,
    ...(isHeadline && { weight: 1.5 }),
  }
}

function reportItem({ report, publication }: PublishedReport): Findable {
  const text = publication.html.replaceAll(/<[^<>]*>/g, ' ').replaceAll(/&[a-z#0-9]+;/gi, ' ')
  return { href: `/reports/${report.slug}`, kind: 'Report', title: report.title, text, place: report.addressedTo }
}

/** Places are many and alike: what is written of a thing itself comes before them. */
const PLACE_WEIGHT = 0.5

function placeItem({ path, name, area }: PlaceToFind): Findable {
  const text =
    'Crimes recorded month by month, kinds of crime, outcomes, map, anti-social behaviour, near me, where I live.'
  const kind = `${area.charAt(0).toUpperCase()}${area.slice(1)}`
  return { href: path, kind: 'Local crime', title: `Crime in ${name}`, text, place: kind, weight: PLACE_WEIGHT }
}

/** Texts one after the other, each closed like a sentence. */
function sentences(texts: readonly string[]): string {
  const closed = texts.map((text) => text.trim()).filter((text) => text !== '')
  return closed.map((text) => (/[.!?:;…]$/.test(text) ? text : `${text}.`)).join(' ')
}

/** The pages that are the same for every office. */
const PAGES: readonly Findable[] = [
  {
    href: '/delivery',
    kind: 'Page',
    title: 'How it is going',
    text: 'Actions with and without an owner, updated in time or not, and the states of each theme. Progress, late, overdue, delivery.',
    place: '',
  },
  {
    href: '/stop-and-search',
    kind: 'Page',
    title: 'Stop and search',
    text: 'Who was searched, for what, what came of it. Ethnicity, age, find rate, disproportionality.',
    place: '',
  },
  {
    href: '/how-to-read-charts',
    kind: 'Page',
    title: 'How to read the charts',
    text: 'What a change means: average, limits, ordinary variation, control chart, provisional and missing figures, percentage points.',
    place: '',
  },
  {
    href: '/open-data',
    kind: 'Page',
    title: 'Open data',
    text: 'Download everything shown here as CSV and JSON. Licence, columns, feed.',
    place: '',
  },
  {
    href: '/about',
    kind: 'Page',
    title: 'About this site',
    text: 'Whose plan it is, who does what, contact, the panel, the area and its districts.',
    place: '',
  },
  {
    href: '/accessibility',
    kind: 'Page',
    title: 'Accessibility statement',
    text: 'Screen reader, keyboard, zoom, large print, easy read, problems and complaints.',
    place: '',
  },
  {
    href: '/reports',
    kind: 'Page',
    title: 'Reports',
    text: 'Reports to the panel on the themes of the plan.',
    place: '',
  },
  {
    href: '/plans',
    kind: 'Page',
    title: 'Police and crime plans',
    text: 'Every published plan and version. Archive, compare, changes.',
    place: '',
  },
]
