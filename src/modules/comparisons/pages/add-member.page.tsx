import { found } from '#platform/errors.js'
import { dateField, idField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, DateInput, Form, Heading, Select } from '#ui/components.js'
import { addMember } from '../actions/change-members.js'
import { allComparedAreas, groupById } from '../data/comparisons.queries.js'
import { memberRefusalText } from './words.js'

export const addMemberPage = page('/staff/comparisons/:groupId/members/new', {
  permission: 'comparisons:manage',
  load: async ({ deps, params }) => ({
    group: found(await groupById(deps.db, params.groupId)),
    areas: await allComparedAreas(deps.db),
  }),
  form: {
    area: idField({ missing: 'Select an area' }),
    from: dateField({ missing: 'Enter the first day', name: 'The first day' }),
    until: dateField({ name: 'The last day' }),
  },
  submit: async ({ deps, actor, data: { group }, input }) => {
    const result = await addMember(deps, actor, { groupId: group.id, ...input })
    if (result.ok) return redirectTo(`/staff/comparisons/${group.id}`, `${result.value.areaName} added`)
    const field = result.error.code === 'ends-before-it-begins' ? 'until' : 'area'
    return fieldError(field, memberRefusalText(result.error))
  },
  title: ({ group }) => `Add an area to ${group.name}`,
  view: ({ group, areas }, form) => (
    <>
      <Crumbs
        items={[
          { label: 'Groups of areas', href: '/staff/comparisons' },
          { label: group.name, href: `/staff/comparisons/${group.id}` },
        ]}
      />
      <Form of={form}>
        <Heading>Add an area to {group.name}</Heading>
        <Select
          field={form.area}
          label="Area"
          items={[
            { value: '', text: 'Choose an area' },
            ...areas.map(({ code, name }) => ({ value: code, text: name })),
          ]}
        />
        <DateInput field={form.from} legend="First day" hint="From when it belongs to the group, by the source" />
        <DateInput field={form.until} legend="Last day" hint="Leave empty while it has none" />
        <Button preventDoubleClick>Add area</Button>
      </Form>
    </>
  ),
})
