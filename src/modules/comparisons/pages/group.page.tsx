import { allMeasures } from '#modules/measures/index.js'
import { may } from '#platform/actor.js'
import { found } from '#platform/errors.js'
import { page } from '#platform/web/page.js'
import {
  ButtonGroup,
  Crumbs,
  EmptyState,
  Eyebrow,
  Heading,
  LinkButton,
  Source,
  Table,
  VisuallyHidden,
} from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { canCompare } from '../actions/compare-measure.js'
import { groupById, membersOf } from '../data/comparisons.queries.js'
import type { ComparisonGroup, Member } from '../domain/group.js'
import { GROUP_KIND_WORDS } from './words.js'

export const groupPage = page('/staff/comparisons/:groupId', {
  permission: 'comparisons:read',
  load: async ({ deps, actor, params }) => {
    const group = found(await groupById(deps.db, params.groupId))
    const comparable = []
    for (const measure of await allMeasures(deps.db)) {
      if (await canCompare(deps, measure, false)) comparable.push(measure)
    }
    const members = await membersOf(deps.db, group.id)
    return { group, members, comparable, mayManage: may(actor, 'comparisons:manage') }
  },
  title: ({ group }) => group.name,
  view: ({ group, members, comparable, mayManage }) => (
    <>
      <Crumbs items={[{ label: 'Groups of areas', href: '/staff/comparisons' }]} />
      <Eyebrow>{GROUP_KIND_WORDS[group.kind]}</Eyebrow>
      <Heading>{group.name}</Heading>
      <Source>
        {group.sourceUrl ? <a href={group.sourceUrl}>{group.source}</a> : group.source}.{' '}
        {group.isPublishable ? 'The public may see it.' : 'For staff only.'}
      </Source>
      <Members group={group} members={members} mayManage={mayManage} />
      {mayManage ? (
        <ButtonGroup>
          <LinkButton href={`/staff/comparisons/${group.id}/members/new`}>Add an area</LinkButton>
          <LinkButton kind="secondary" href={`/staff/comparisons/${group.id}/edit`}>
            Edit
          </LinkButton>
        </ButtonGroup>
      ) : null}
      <Heading level={2}>Measures with figures of other areas</Heading>
      {comparable.length === 0 ? (
        <EmptyState title="No rate or share has figures of other areas yet" />
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {comparable.map(({ id, title }) => (
            <li key={id}>
              <a href={`/staff/measures/${id}/compare?group=${group.slug}`}>{title}</a>
            </li>
          ))}
        </ul>
      )}
    </>
  ),
})

type MembersProps = {
  readonly group: ComparisonGroup
  readonly members: readonly Member[]
  readonly mayManage: boolean
}

function Members({ group, members, mayManage }: MembersProps) {
  if (members.length === 0) return <EmptyState title="No area belongs to this group yet" />
  return (
    <Table
      caption="Areas, with the days on which they belong to the group"
      columns={[
        { label: 'Area', width: 'half' },
        { label: 'Official code' },
        { label: 'First day' },
        { label: 'Last day' },
      ]}
      rows={members.map(({ id, areaName, areaCode, from, until }) => [
        areaName,
        areaCode,
        formatDate(from),
        lastDay({ id, areaName, until }, mayManage ? group.id : null),
      ])}
    />
  )
}

function lastDay({ id, areaName, until }: Pick<Member, 'id' | 'areaName' | 'until'>, groupId: string | null) {
  const day = until ? formatDate(until) : null
  if (groupId === null) return day ?? '–'
  return (
    <a href={`/staff/comparisons/${groupId}/members/${id}/last-day`}>
      {day ?? 'Set'}
      <VisuallyHidden>{`${day ? ', change' : ''} the last day of ${areaName}`}</VisuallyHidden>
    </a>
  )
}
