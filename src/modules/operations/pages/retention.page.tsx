import { may } from '#platform/actor.js'
import type { RetentionRule } from '#platform/retention.js'
import { page } from '#platform/web/page.js'
import { Crumbs, Heading, Lede, Small, Table, VisuallyHidden } from '#ui/components.js'
import { countOf, formatMoment } from '#ui/format.js'
import { recordsKept } from '../actions/keep-records.js'
import { daysInWords, isDecidable, KEPT_FOR_EVER, type Keeping } from '../domain/keeping.js'

export const retentionPage = (rules: readonly RetentionRule[]) =>
  page('/staff/operations/retention', {
    permission: 'operations:read',
    load: async ({ deps, actor }) => ({
      keepings: await recordsKept(deps, rules),
      mayManage: may(actor, 'operations:manage'),
    }),
    title: () => 'How long records are kept',
    view: ({ keepings, mayManage }) => (
      <>
        <Crumbs items={[{ label: 'How the system is', href: '/staff/operations' }]} />
        <Heading>How long records are kept</Heading>
        <Lede>What is past its time is removed by a command, which without ‘--remove’ only says what it would do.</Lede>
        <p>
          <code>frankpledge retention --remove</code>
        </p>
        <Table
          caption="Records that are not kept for ever"
          columns={[
            { label: 'Record', width: 'half' },
            { label: 'Kept for' },
            { label: 'Past their time', align: 'number' },
            ...(mayManage ? [{ label: 'Decide' }] : []),
          ]}
          rows={keepings.map((keeping) => [
            <What key="what" keeping={keeping} />,
            daysInWords(keeping.days),
            countOf(keeping.past, 'record'),
            ...(mayManage ? [<Change key="change" keeping={keeping} />] : []),
          ])}
        />
        <Table
          caption="Kept for ever"
          columns={[{ label: 'Record' }, { label: 'Why', width: 'half' }]}
          rows={KEPT_FOR_EVER.map(({ what, why }) => [what, why])}
        />
      </>
    ),
  })

function Change({ keeping: { kind, what, most } }: { keeping: Keeping }) {
  if (!isDecidable({ most })) return <>By itself</>
  return (
    <a href={`/staff/operations/retention/${kind}`}>
      Change<VisuallyHidden> how long: {what}</VisuallyHidden>
    </a>
  )
}

function What({ keeping: { what, why, decision } }: { keeping: Keeping }) {
  const decided = decision && `Decided by ${decision.by} on ${formatMoment(decision.at)}: ${decision.reason}`
  return (
    <>
      {what}
      <Small>{decided ?? why}</Small>
    </>
  )
}
