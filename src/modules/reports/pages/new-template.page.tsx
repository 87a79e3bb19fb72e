import { idField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Select, TextInput } from '#ui/components.js'
import { addTemplate } from '../actions/save-template.js'
import { allTemplates } from '../document/templates.js'

export const newTemplatePage = page('/staff/reports/templates/new', {
  permission: 'reports:templates',
  load: ({ deps }) => allTemplates(deps.db),
  form: {
    name: textField({ missing: 'Enter what the kind of report is called', max: 80, name: 'Name' }),
    like: idField({ missing: 'Select the kind of report that it begins as' }),
  },
  submit: async ({ deps, actor, input }) => {
    const added = await addTemplate(deps, actor, input)
    if (!added.ok) return fieldError('name', added.error.message)
    return redirectTo(`/staff/reports/templates/${added.value}`, 'Added. Change it here')
  },
  title: () => 'Add a kind of report',
  view: (templates, form) => (
    <>
      <Crumbs items={[{ label: 'Templates', href: '/staff/reports/templates' }]} />
      <Form of={form}>
        <Heading>Add a kind of report</Heading>
        <TextInput field={form.name} label="What is it called?" hint="Like: Report to the audit committee" />
        <Select
          field={form.like}
          label="Which kind does it begin as?"
          hint="It speaks of one theme or of the whole plan as that one does"
          items={[
            { value: '', text: 'Select a kind' },
            ...templates.map(({ key, name }) => ({ value: key, text: name })),
          ]}
        />
        <Button preventDoubleClick>Add</Button>
      </Form>
    </>
  ),
})
