import { ukDateOf } from '#kernel/dates.js'
import { organisationNames } from '#modules/body/index.js'
import { may } from '#platform/actor.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import { ButtonGroup, Crumbs, EmptyState, Eyebrow, Heading, Lede, LinkButton } from '#ui/components.js'
import { formatDate, sentenceCount } from '#ui/format.js'
import { type Prospect, prospectOf } from '../actions/draft-content.js'
import { planTree } from '../data/plan.queries.js'
import { planningPeriod } from '../domain/plan.js'
import { levelsBelow, type PlanTree } from '../domain/tree.js'
import { addTo, PlanOutline } from './plan-outline.js'

export const planPage = page('/staff/plans/:planId', {
  permission: 'plan:read',
  load: async ({ deps, params }) => {
    const tree = found(await planTree(deps.db, params.planId))
    return {
      tree,
      names: await organisationNames(deps.db),
      prospect: await prospectOf(deps.db, tree, deps.today()),
    }
  },
  title: ({ tree }) => tree.plan.title,
  view: ({ tree, names, prospect }, form, { actor }) => {
    const mayEdit = may(actor, 'plan:edit')
    const { from, until } = planningPeriod(tree.plan)
    return (
      <>
        <Crumbs items={[{ label: 'Plans', href: '/staff/plans' }]} />
        <Eyebrow>
          Working draft. Planning period {formatDate(from)} to {formatDate(until)}
        </Eyebrow>
        <Heading>{tree.plan.title}</Heading>
        <Lede>{tree.plan.vision}</Lede>
        <p>{countsOf(tree)}</p>
        <p>{standingOf(prospect)}</p>
        <ButtonGroup>
          {may(actor, 'plan:publish') ? (
            <LinkButton href={`/staff/plans/${tree.plan.id}/publish`}>Check and publish</LinkButton>
          ) : null}
          {mayEdit ? <EditLinks tree={tree} /> : null}
          <a href={`/staff/plans/${tree.plan.id}/versions`}>Published versions</a>
        </ButtonGroup>
        {tree.nodes.length === 0 ? (
          <EmptyState title="Nothing in this plan yet">
            {mayEdit ? 'Add its first part below.' : 'The office has not begun to write it.'}
          </EmptyState>
        ) : (
          <PlanOutline tree={tree} names={names} form={mayEdit ? form : undefined} />
        )}
        {mayEdit ? <AddFirst tree={tree} /> : null}
      </>
    )
  },
})

function EditLinks({ tree }: { tree: PlanTree }) {
  return (
    <>
      <LinkButton kind="secondary" href={`/staff/plans/${tree.plan.id}/edit`}>
        Words and dates
      </LinkButton>
      <LinkButton kind="secondary" href={`/staff/plans/${tree.plan.id}/levels`}>
        Levels
      </LinkButton>
    </>
  )
}

function AddFirst({ tree }: { tree: PlanTree }) {
  return (
    <ButtonGroup>
      {levelsBelow(tree.levels, null).map((level) => (
        <LinkButton key={level.id} kind="secondary" href={addTo(tree, level, null)}>
          Add {level.name.toLowerCase()}
        </LinkButton>
      ))}
    </ButtonGroup>
  )
}

function countsOf({ levels, nodes }: PlanTree): string {
  const counts = levels.map(({ id, plural }) => `${plural}: ${nodes.filter((node) => node.levelId === id).length}.`)
  const tracked = new Set(levels.filter((level) => level.isTracked).map(({ id }) => id))
  const unled = nodes.filter((node) => tracked.has(node.levelId) && !node.bodies.some((body) => body.role === 'lead'))
  const leads =
    unled.length === 0
      ? 'Every tracked part has a lead'
      : `${sentenceCount(unled.length, 'tracked part')} without a lead`
  return `${counts.join(' ')} ${leads}.`
}

function standingOf({ last, changes, isUnchanged }: Prospect): string {
  if (!last) return 'Never published.'
  const published = `The public reads version ${last.number}, published on ${formatDate(ukDateOf(new Date(last.publishedAt)))}.`
  if (isUnchanged) return `${published} Nothing has changed since.`
  return `${published} ${sentenceCount(changes.length, 'change')} since.`
}
