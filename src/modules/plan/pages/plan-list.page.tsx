import type { IsoDate } from '#kernel/dates.js'
import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { ButtonGroup, EmptyState, Heading, Lede, LinkButton, Table } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { allPlans } from '../data/plan.queries.js'
import { planInForce, publishedPlans } from '../data/version.queries.js'
import { type Plan, planningPeriod } from '../domain/plan.js'
import type { PublishedPlan } from '../domain/version.js'

type Row = { readonly plan: Plan; readonly published: PublishedPlan | undefined; readonly isInForce: boolean }

export const planListPage = page('/staff/plans', {
  permission: 'plan:read',
  load: async ({ deps }) => {
    const published = new Map((await publishedPlans(deps.db)).map((each) => [each.planId, each]))
    const inForce = await planInForce(deps.db, deps.today())
    const rows = (await allPlans(deps.db)).map(
      (plan): Row => ({ plan, published: published.get(plan.id), isInForce: plan.id === inForce?.planId }),
    )
    return { rows }
  },
  title: () => 'Plans',
  view: ({ rows }, _form, { actor }) => (
    <>
      <Heading>Plans</Heading>
      {rows.length === 0 ? (
        <EmptyState title="No plan yet">Begin a plan, or take one in with the command “plan import”.</EmptyState>
      ) : (
        <>
          <Lede>Each plan is one draft that the office works on, and the versions of it that the public has read.</Lede>
          <Table
            caption="Every plan, the newest first"
            captionHidden
            stacks
            columns={[{ label: 'Plan', width: 'third' }, { label: 'Planning period' }, { label: 'State' }]}
            rows={rows.map((row) => [
              <a href={`/staff/plans/${row.plan.id}`}>{row.plan.title}</a>,
              periodText(planningPeriod(row.plan)),
              stateOf(row),
            ])}
          />
        </>
      )}
      {may(actor, 'plan:edit') ? (
        <ButtonGroup>
          <LinkButton href="/staff/plans/new">Begin a plan</LinkButton>
          <LinkButton href="/staff/plans/read" kind="secondary">
            Read an old plan
          </LinkButton>
        </ButtonGroup>
      ) : null}
    </>
  ),
})

function periodText({ from, until }: { from: IsoDate; until: IsoDate }): string {
  return `${formatDate(from)} to ${formatDate(until)}`
}

function stateOf({ published, isInForce }: Row): string {
  if (!published) return 'Draft, never published'
  return isInForce ? `In force, version ${published.latest}` : `Published, version ${published.latest}`
}
