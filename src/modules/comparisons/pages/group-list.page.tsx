import { may } from '#platform/actor.js'
import { page } from '#platform/web/page.js'
import { EmptyState, Heading, Lede, LinkButton, Table } from '#ui/components.js'
import { allGroups, membersOf } from '../data/comparisons.queries.js'
import { membersOn } from '../domain/group.js'
import { GROUP_KIND_WORDS } from './words.js'

export const groupListPage = page('/staff/comparisons', {
  permission: 'comparisons:read',
  load: async ({ deps: { db, today }, actor }) => {
    const groups = await allGroups(db)
    const counted = await Promise.all(
      groups.map(async (group) => ({ group, count: membersOn(await membersOf(db, group.id), today()).length })),
    )
    return { counted, mayManage: may(actor, 'comparisons:manage') }
  },
  title: () => 'Groups of areas',
  view: ({ counted, mayManage }) => (
    <>
      <Heading>Groups of areas</Heading>
      <Lede>Measures are compared with those of the areas in a group, as it stood at the end of the period.</Lede>
      {counted.length === 0 ? (
        <EmptyState title="There is no group yet" />
      ) : (
        <Table
          caption="Groups"
          captionHidden
          columns={[
            { label: 'Group', width: 'half' },
            { label: 'Kind' },
            { label: 'Areas now', align: 'number' },
            { label: 'Public' },
          ]}
          rows={counted.map(({ group, count }) => [
            <a key="name" href={`/staff/comparisons/${group.id}`}>
              {group.name}
            </a>,
            GROUP_KIND_WORDS[group.kind],
            String(count),
            group.isPublishable ? 'Yes' : 'No',
          ])}
        />
      )}
      {mayManage ? <LinkButton href="/staff/comparisons/new">Add a group</LinkButton> : null}
    </>
  ),
})
