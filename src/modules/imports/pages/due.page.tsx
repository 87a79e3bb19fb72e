import { shortLabel } from '#modules/measures/index.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Heading, Lede, LinkButton, Table } from '#ui/components.js'
import { countOf, formatDate } from '#ui/format.js'
import { type DueMeasure, dueFigures, type OwnersQueue, runsOf } from '../actions/due-figures.js'

export const duePage = page('/staff/measures/due', {
  permission: 'measures:read',
  load: async ({ deps, query }) => {
    const queues = await dueFigures(deps)
    return { queues: query.owner ? queues.filter(({ owner }) => owner === query.owner) : queues, all: queues.length }
  },
  title: () => 'Figures due',
  view: ({ queues, all }) => (
    <>
      <Heading>Figures due</Heading>
      <Lede>
        What each owner is asked for, what is longest due first. The workbook of an owner lists the periods that are due
        and comes back filled in through “Take in figures”.
      </Lede>
      <LinkButton href="/staff/measures/import" kind="secondary">
        Take in figures
      </LinkButton>
      {queues.length < all ? (
        <p>
          <a href="/staff/measures/due">See every owner</a>
        </p>
      ) : null}
      {queues.length === 0 ? <EmptyState title="No figures are asked of anyone" /> : null}
      {queues.map((queue) => (
        <Queue key={queue.owner} {...queue} />
      ))}
    </>
  ),
})

function Queue({ owner, measures }: OwnersQueue) {
  const late = measures.filter(({ due }) => due?.isPast).length
  return (
    <>
      <Heading level={2}>{owner}</Heading>
      <p>
        {countOf(measures.length, 'measure')}, {late === 0 ? 'none overdue' : `${late} overdue`}.{' '}
        <a href={`/staff/measures/template.xlsx?owner=${encodeURIComponent(owner)}`}>
          Workbook to fill in for {owner} (.xlsx)
        </a>
      </p>
      <Table
        stacks
        caption={`Figures due from ${owner}`}
        captionHidden
        columns={[
          { label: 'Measure', width: 'half' },
          { label: 'Due' },
          { label: 'Newest figure' },
          { label: 'Periods without' },
        ]}
        rows={measures.map((each) => [
          <a href={`/staff/measures/${each.measure.id}`}>{each.measure.title}</a>,
          dueWords(each),
          each.latest ? shortLabel(each.latest.period) : 'None yet',
          periodWords(each),
        ])}
      />
    </>
  )
}

function dueWords({ due }: DueMeasure): string {
  if (!due) return 'At any time'
  return due.isPast ? `Since ${formatDate(due.on)}` : `By ${formatDate(due.on)}`
}

function periodWords({ periods }: DueMeasure): string {
  const runs = runsOf(periods).map(({ first, last, count }) =>
    count === 1 ? shortLabel(first) : `${shortLabel(first)} to ${shortLabel(last)} (${count})`,
  )
  return runs.join(', ') || '–'
}
