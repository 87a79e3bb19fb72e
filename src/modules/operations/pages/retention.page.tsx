import { may } from '#platform/actor.js'
import type { RetentionRule } from '#platform/retention.js'
import { page } from '#platform/web/page.js'
import { Crumbs, Heading, Lede, Small, Table, VisuallyHidden } from '#ui/components.js'
import { countOf, formatMoment } from '#ui/format.js'
import { recordsKept } from '../actions/keep-records.js'
import { daysInWords, KEPT_FOR_EVER, type Keeping } from '../domain/keeping.js'

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
        <Lede>
          What is past its time is removed by <code>frankpledge retention --remove</code>. Without <code>--remove</code>{' '}
          it says what it would remove.
        </Lede>
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
            ...(mayManage
              ? [
                  <a key="decide" href={`/staff/operations/retention/${keeping.kind}`}>
                    Change<VisuallyHidden> how long: {keeping.what}</VisuallyHidden>
                  </a>,
                ]
              : []),
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

function What({ keeping: { what, why, decision } }: { keeping: Keeping }) {
  const decided = decision && `Decided by ${decision.by} on ${formatMoment(decision.at)}: ${decision.reason}`
  return (
    <>
      {what}
      <Small>{decided ?? why}</Small>
    </>
  )
}
