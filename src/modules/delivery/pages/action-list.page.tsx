import { organisationNames } from '#modules/body/index.js'
import { allPlans, childrenOf } from '#modules/plan/index.js'
import { type Actor, may } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Heading, Lede, LinkButton, Small } from '#ui/components.js'
import { countOf } from '#ui/format.js'
import { maySee } from '../actions/scope.js'
import { deliveryFor } from '../data/delivery.queries.js'
import { type ActionFilter, filtered, readFilter } from '../domain/filter.js'
import { attentionGroups } from '../domain/groups.js'
import { coverageInWords, deliveryPicture, idsUnder } from '../domain/picture.js'
import { FilterForm } from './action-filter.view.js'
import { ActionTable } from './action-table.view.js'
import { chosenPlan } from './load.js'
import { ownOrganisations } from './own-organisations.js'

export const actionListPage = page('/staff/actions', {
  permission: 'delivery:read',
  load: async ({ deps, actor, query }) => {
    const tree = await chosenPlan(deps, query.plan)
    const names = await organisationNames(deps.db)
    const plans = await allPlans(deps.db)
    const filter = readFilter(query)
    const mayEdit = may(actor, 'delivery:edit')
    const today = deps.today()
    if (!tree) return { tree, plans, names, filter, mayEdit, today, whole: undefined, groups: [], found: 0 }
    const whole = await visibleDelivery(deps, actor, tree.plan.id)
    const under = filter.theme ? idsUnder(tree, filter.theme) : undefined
    const organisationIds = await ownOrganisations(deps, actor, tree.plan.bodyId)
    const pictures = filtered(whole.actions, filter, { under, organisationIds })
    return {
      tree,
      plans,
      names,
      filter,
      mayEdit,
      today,
      whole,
      groups: attentionGroups(pictures),
      found: pictures.length,
    }
  },
  title: () => 'Actions and updates',
  view: ({ tree, plans, names, filter, mayEdit, today, whole, groups, found }) => {
    if (!tree || !whole) return <NoPlan />
    return (
      <>
        <Heading>Actions and updates</Heading>
        <Lede>{coverageInWords(whole)}</Lede>
        {mayEdit ? (
          <LinkButton href={`/staff/actions/new?plan=${tree.plan.slug}`} kind="secondary">
            New action
          </LinkButton>
        ) : null}
        <FilterForm filter={filter} plans={plans} planSlug={tree.plan.slug} themes={childrenOf(tree, null)} />
        <Small>
          {isFiltered(filter) ? (
            <>
              {found} of {countOf(whole.actions.length, 'action')} shown.{' '}
              <a href={`/staff/actions?plan=${tree.plan.slug}`}>Show all</a>
            </>
          ) : (
            `${countOf(found, 'action')} in ${tree.plan.title}.`
          )}
        </Small>
        {groups.map(({ title, pictures }) => (
          <section key={title}>
            <Heading level={2}>
              {title} ({pictures.length})
            </Heading>
            <ActionTable
              caption={title}
              captionHidden
              pictures={pictures}
              names={names}
              asAt={today}
              href={({ action }) => `/staff/actions/${action.id}`}
            />
          </section>
        ))}
        {found === 0 ? <EmptyState title="No action fits">Choose less above to see more.</EmptyState> : null}
      </>
    )
  },
})

/** The delivery of a plan as far as this person may see it. */
async function visibleDelivery({ db, today }: Deps, actor: Actor, planId: string) {
  const whole = await deliveryFor(db, planId, today())
  const seen = whole.actions.filter(({ action }) => maySee(actor, action))
  const actions = seen.map(({ action }) => action)
  return deliveryPicture(
    planId,
    actions,
    seen.flatMap(({ updates }) => updates),
    today(),
  )
}

function isFiltered({ theme, state, isMine }: ActionFilter): boolean {
  return Boolean(theme || state || isMine)
}

function NoPlan() {
  return (
    <>
      <Heading>Actions and updates</Heading>
      <EmptyState title="There is no plan yet">
        <p>
          Actions hang from a plan. <a href="/staff/plans">Begin with the plan</a>
        </p>
      </EmptyState>
    </>
  )
}
