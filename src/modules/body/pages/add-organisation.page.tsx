import { found } from '#platform/errors.js'
import { choiceField, dateField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, DateInput, Form, Heading, Select, TextInput } from '#ui/components.js'
import { addOrganisation } from '../actions/add-organisation.js'
import { currentBody } from '../data/body.queries.js'
import { ORGANISATION_KINDS } from '../domain/body.js'
import { ORGANISATION_KIND_WORDS } from '../domain/kind-words.js'

const KINDS = [
  { value: '', text: 'Choose a kind' },
  ...ORGANISATION_KINDS.map((value) => ({ value, text: ORGANISATION_KIND_WORDS[value] })),
]

export const addOrganisationPage = page('/staff/body/organisations/new', {
  permission: 'body:manage',
  load: async ({ deps }) => {
    const on = deps.today()
    return { on, body: found(await currentBody(deps.db, on)) }
  },
  form: {
    name: textField({ missing: 'Enter the name of the organisation', max: 120, name: 'Name' }),
    shortName: textField({ missing: 'Enter a short name', max: 40, name: 'Short name' }),
    kind: choiceField(ORGANISATION_KINDS, { missing: 'Select what kind of organisation it is' }),
    from: dateField({ missing: 'Enter the first day', name: 'The first day' }),
    until: dateField({ name: 'The last day' }),
  },
  values: ({ on }) => ({ from: on }),
  submit: async ({ deps, actor, data, input }) => {
    const result = await addOrganisation(deps, actor, { ...input, bodyId: data.body.id })
    if (result.ok) return redirectTo('/staff/body', `${result.value.name} added`)
    return result.error.code === 'already-there'
      ? fieldError('name', 'There is already an organisation of this name on some of these days')
      : fieldError('until', 'The last day must not be before the first')
  },
  title: () => 'Add an organisation',
  view: (_data, form) => (
    <>
      <Crumbs items={[{ label: 'The body', href: '/staff/body' }]} />
      <Form of={form}>
        <Heading>Add an organisation</Heading>
        <TextInput field={form.name} label="Name" />
        <TextInput field={form.shortName} label="Short name" hint="For tables and small screens" width={20} />
        <Select field={form.kind} label="Kind" items={KINDS} />
        <DateInput field={form.from} legend="First day" hint="From when it can lead or support" />
        <DateInput field={form.until} legend="Last day" hint="Leave empty while it has none" />
        <Button preventDoubleClick>Add organisation</Button>
      </Form>
    </>
  ),
})
