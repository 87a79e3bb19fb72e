import { found } from '#platform/errors.js'
import { versionField } from '#platform/web/fields.js'
import { page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Hidden } from '#ui/components.js'
import { describeGroup } from '../actions/describe-group.js'
import { groupById } from '../data/comparisons.queries.js'
import { descriptionOf, GROUP_FIELDS, GroupQuestions } from './group-form.js'

export const editGroupPage = page('/staff/comparisons/:groupId/edit', {
  permission: 'comparisons:manage',
  load: async ({ deps, params }) => found(await groupById(deps.db, params.groupId)),
  form: { version: versionField(), ...GROUP_FIELDS },
  values: ({ version, kind, name, source, sourceUrl, isPublishable }) => ({
    ...{ version, kind, name, source, sourceUrl },
    publishable: isPublishable ? ('yes' as const) : ('no' as const),
  }),
  submit: async ({ deps, actor, data, input: { version, ...input } }) => {
    const change = { id: data.id, version }
    const group = await describeGroup(deps, actor, { ...descriptionOf(input), change })
    return redirectTo(`/staff/comparisons/${group.id}`, 'Saved')
  },
  title: ({ name }) => `Edit ${name}`,
  view: (group, form) => (
    <>
      <Crumbs
        items={[
          { label: 'Groups of areas', href: '/staff/comparisons' },
          { label: group.name, href: `/staff/comparisons/${group.id}` },
        ]}
      />
      <Form of={form}>
        <Heading>Edit {group.name}</Heading>
        <Hidden name="version" value={form.version.value} />
        <GroupQuestions form={form} />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  ),
})
