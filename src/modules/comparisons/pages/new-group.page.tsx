import { page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading } from '#ui/components.js'
import { describeGroup } from '../actions/describe-group.js'
import { descriptionOf, GROUP_FIELDS, GroupQuestions } from './group-form.js'

export const newGroupPage = page('/staff/comparisons/new', {
  permission: 'comparisons:manage',
  load: async () => ({}),
  form: GROUP_FIELDS,
  submit: async ({ deps, actor, input }) => {
    const group = await describeGroup(deps, actor, descriptionOf(input))
    return redirectTo(`/staff/comparisons/${group.id}`, `${group.name} added`)
  },
  title: () => 'Add a group of areas',
  view: (_data, form) => (
    <>
      <Crumbs items={[{ label: 'Groups of areas', href: '/staff/comparisons' }]} />
      <Form of={form}>
        <Heading>Add a group of areas</Heading>
        <GroupQuestions form={form} />
        <Button preventDoubleClick>Add group</Button>
      </Form>
    </>
  ),
})
