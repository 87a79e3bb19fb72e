import type { ComponentChildren } from 'preact'
import {
  dueDays,
  figureFormat,
  type MeasurePicture,
  publicPictures,
  publishedMeasures,
  shortLabel,
} from '#modules/measures/index.js'
import {
  measuresHref,
  type PlanPicture,
  planHref,
  planPictureOf,
  type ThemePicture,
} from '#modules/public-site/index.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import {
  DataLinks,
  EmptyState,
  Eyebrow,
  Heading,
  Lede,
  type Place,
  SideNav,
  Small,
  Table,
  WithSide,
} from '#ui/components.js'
import { countInWords, formatShortDate, plural, sentenceCount } from '#ui/format.js'

export const measureListPage = page('/measures', {
  permission: 'site:read',
  load: async ({ deps, query }) => listOf(deps, query),
  title: ({ theme }) => (theme ? `Measures: ${theme.node.title}` : 'Measures'),
  view: (list) => (
    <WithSide side={<ThemeFilter list={list} />}>
      <Eyebrow>The figures behind the plan</Eyebrow>
      <Heading>{list.theme ? `Measures: ${list.theme.node.title}` : 'Measures'}</Heading>
      {list.measures.length === 0 ? (
        <EmptyState title="No measures have been published yet">
          <p>Each figure that the office publishes will stand here with its source.</p>
        </EmptyState>
      ) : (
        <Measures measures={list.measures} />
      )}
      <DataLinks csv="/open-data/measures.csv" json="/open-data/measures.json">
        <a href="/open-data/observations.csv">Every figure as CSV</a>
        <a href="/how-to-read-charts">How to read the charts</a>
      </DataLinks>
    </WithSide>
  ),
})

type List = {
  readonly measures: readonly MeasurePicture[]
  /** The plan whose themes can be chosen from, and the theme chosen. */
  readonly plan: PlanPicture | undefined
  readonly theme: ThemePicture | undefined
}

/** All published measures, or those that inform the theme asked for. */
async function listOf(deps: Deps, query: Readonly<Record<string, string>>): Promise<List> {
  const all = await publishedMeasures(deps.db)
  const plan = await planPictureOf(deps, query.plan)
  const theme = plan?.themes.find(({ node }) => node.slug === query.theme)
  if ((query.plan !== undefined || query.theme !== undefined) && !theme) throw new NotFound('No such theme')
  const measures = theme ? all.filter(({ nodeIds }) => nodeIds.some((id) => theme.nodeIds.has(id))) : all
  return { measures: await publicPictures(deps.db, measures, await dueDays(deps)), plan, theme }
}

function ThemeFilter({ list: { plan, theme } }: { list: List }) {
  const themes = plan?.themes ?? []
  const items: Place[] = [
    { label: 'All measures', href: '/measures', current: theme === undefined },
    ...themes.map(({ node }) => ({
      label: node.title,
      href: plan ? measuresHref(plan.plan, node) : '/measures',
      current: node.id === theme?.node.id,
    })),
  ]
  const up = plan && { label: plan.plan.content.plan.title, href: planHref(plan.plan) }
  return <SideNav label="Measures by theme" {...(up && { up })} items={items} />
}

function Measures({ measures }: { measures: readonly MeasurePicture[] }) {
  const earlier = measures.filter(({ isKept }) => isKept)
  const older = measures.filter(({ nextDue }) => nextDue?.isPast)
  const current = measures.filter((each) => !earlier.includes(each) && !older.includes(each))
  return (
    <>
      <Lede>
        {sentenceCount(measures.length, 'measure')}, each with what it counts and where it comes from
        {older.length > 0
          ? `. ${capital(countInWords(older.length))} of them ${plural(older.length, 'waits', 'wait')} for newer figures.`
          : '.'}
      </Lede>
      {current.length > 0 ? <MeasureTable id="current" title="With current figures" measures={current} /> : null}
      {older.length > 0 ? <MeasureTable id="older" title="Newer figures are past due" measures={older} /> : null}
      {earlier.length > 0 ? <MeasureTable id="earlier" title="Kept for an earlier plan" measures={earlier} /> : null}
    </>
  )
}

type TableProps = { readonly id: string; readonly title: string; readonly measures: readonly MeasurePicture[] }

function MeasureTable({ id, title, measures }: TableProps) {
  return (
    <>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      <Table
        caption={`Measures: ${title.toLowerCase()}`}
        captionHidden
        columns={[
          { label: 'Measure', width: 'half' },
          { label: 'Newest figure', align: 'number' },
          { label: 'Period' },
          { label: 'Next figures' },
        ]}
        rows={measures.map(measureRow)}
      />
    </>
  )
}

function measureRow({ measure, series, latest, nextDue }: MeasurePicture): ComponentChildren[] {
  const write = figureFormat(
    measure.unit,
    series.flatMap(({ value }) => value ?? []),
  )
  const value = latest?.value ?? null
  return [
    <>
      <a href={`/measures/${measure.slug}`}>{measure.title}</a>
      <Small>{measure.unit === 'pounds' ? measure.source : `${capital(measure.unitLabel)}. ${measure.source}`}</Small>
    </>,
    value === null ? 'None yet' : write(value),
    latest ? unbroken(shortLabel(latest.period)) : '–',
    dueWords(nextDue),
  ]
}

function dueWords(due: MeasurePicture['nextDue']): string {
  if (!due) return '–'
  const on = unbroken(`${formatShortDate(due.on)} ${due.on.slice(0, 4)}`)
  return due.isPast ? `Due since ${on}` : `Due ${on}`
}

/** Kept on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
