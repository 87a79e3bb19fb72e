import type { ComponentChildren } from 'preact'
import {
  figureFormat,
  type MeasurePicture,
  measurePictures,
  publishedMeasures,
  shortLabel,
  withUnit,
} from '#modules/measures/index.js'
import { allPlanPictures, type PlanPicture, planHref } from '#modules/public-site/index.js'
import { page } from '#platform/web/page.js'
import { DataLinks, EmptyState, Eyebrow, Heading, Lede, Small, Table } from '#ui/components.js'
import { formatDate, sentenceCount } from '#ui/format.js'

export const measureListPage = page('/measures', {
  permission: 'site:read',
  load: async ({ deps }) => {
    const measures = await measurePictures(deps.db, await publishedMeasures(deps.db), { today: deps.today() })
    return { measures, groups: groupsOf(measures, await allPlanPictures(deps)) }
  },
  title: () => 'Measures',
  view: ({ measures, groups }) => (
    <>
      <Eyebrow>The figures behind the plan</Eyebrow>
      <Heading>Measures</Heading>
      {measures.length === 0 ? (
        <EmptyState title="No measures have been published yet">
          <p>Each figure that the office publishes will stand here with its source.</p>
        </EmptyState>
      ) : (
        <Lede>
          {sentenceCount(measures.length, 'measure')}, each with its newest figure, what it counts and where it comes
          from.
        </Lede>
      )}
      {groups.map((group) => (
        <GroupTable key={group.id} group={group} />
      ))}
      <DataLinks csv="/open-data/measures.csv" json="/open-data/measures.json">
        <a href="/open-data/observations.csv">Every figure as CSV</a>
        <a href="/how-to-read-charts">How to read the charts</a>
      </DataLinks>
    </>
  ),
})

type Group = {
  readonly id: string
  readonly title: string
  readonly plan?: PlanPicture
  readonly measures: readonly MeasurePicture[]
}

/** The measures under the themes that they inform, the plan in force first; those that inform no theme come last. */
function groupsOf(measures: readonly MeasurePicture[], plans: readonly PlanPicture[]): Group[] {
  const byTheme = plans.flatMap((plan) =>
    plan.themes.map(({ node, nodeIds }): Group => {
      const informing = measures.filter(({ measure }) => measure.nodeIds.some((id) => nodeIds.has(id)))
      return { id: node.slug, title: node.title, plan, measures: informing }
    }),
  )
  const placed = new Set(byTheme.flatMap((group) => group.measures))
  const others = { id: 'other', title: 'Other measures', measures: measures.filter((each) => !placed.has(each)) }
  return [...byTheme, others].filter((group) => group.measures.length > 0)
}

function GroupTable({ group: { id, title, plan, measures } }: { group: Group }) {
  const planTitle = plan?.plan.content.plan.title
  return (
    <>
      <Heading level={2} id={id}>
        {title}
      </Heading>
      {plan && planTitle ? (
        <Small>
          <a href={planHref(plan.plan)}>{planTitle}</a>
        </Small>
      ) : null}
      <Table
        caption={planTitle ? `Measures for ${title}, ${planTitle}` : title}
        captionHidden
        columns={[
          { label: 'Measure', width: 'third' },
          { label: 'Newest figure', align: 'number' },
          { label: 'Period' },
          { label: 'Source', width: 'third' },
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
    <a href={`/measures/${measure.slug}`}>{measure.title}</a>,
    value === null ? 'None yet' : withUnit(measure, write(value)),
    <>
      {latest ? shortLabel(latest.period) : '–'}
      {nextDue?.isPast ? <Small>Next figures due since {formatDate(nextDue.on)}</Small> : null}
    </>,
    measure.source,
  ]
}
