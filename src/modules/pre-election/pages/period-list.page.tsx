import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Heading, Lede, LinkButton, Notice, Table } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { allPeriods } from '../data/pre-election.queries.js'
import { type PreElectionPeriod, periodOn } from '../domain/period.js'

export const periodListPage = page('/staff/pre-election', {
  permission: 'pre-election:read',
  load: async ({ deps: { db, today }, actor }) => {
    const periods = await allPeriods(db)
    return { periods, now: periodOn(periods, today()), today: today(), mayManage: may(actor, 'pre-election:manage') }
  },
  title: () => 'Before an election',
  view: ({ periods, now, today, mayManage }) => (
    <>
      <Heading>Before an election</Heading>
      <Lede>
        In these days no report is published, unless someone records why it must be. Figures that are public already
        stay so.
      </Lede>
      {now ? (
        <Notice kind="worry" title={`Publication is barred until ${formatDate(now.until)}`}>
          <p>Before {now.election}.</p>
        </Notice>
      ) : null}
      {periods.length === 0 ? (
        <EmptyState title="No period is set" />
      ) : (
        <Table
          caption="Periods"
          captionHidden
          columns={[
            { label: 'Election', width: 'half' },
            { label: 'First day' },
            { label: 'Last day' },
            { label: 'State' },
          ]}
          rows={periods.map((period) => [
            <Election key="election" period={period} />,
            formatDate(period.from),
            formatDate(period.until),
            <State key="state" {...{ period, today, mayManage }} />,
          ])}
        />
      )}
      {mayManage ? <LinkButton href="/staff/pre-election/new">Set a period</LinkButton> : null}
    </>
  ),
})

function Election({ period: { election, decidedBy } }: { period: PreElectionPeriod }) {
  return (
    <>
      Before {election}
      <br />
      Decided by {decidedBy}
    </>
  )
}

function State({ period, today, mayManage }: { period: PreElectionPeriod; today: string; mayManage: boolean }) {
  if (period.takenBack !== null) return <>Taken back: {period.takenBack}</>
  if (period.until < today) return <>Over</>
  return (
    <>
      {period.from <= today ? 'Now' : 'To come'}
      {mayManage ? (
        <>
          <br />
          <a href={`/staff/pre-election/${period.id}/take-back`}>Take it back</a>
        </>
      ) : null}
    </>
  )
}
