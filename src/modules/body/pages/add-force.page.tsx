import { found } from '#platform/errors.js'
import { dateField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, DateInput, Form, Heading, Lede, TextInput } from '#ui/components.js'
import { addForce } from '../actions/add-force.js'
import { currentBody } from '../data/body.queries.js'
import { forceOf } from '../data/place.queries.js'

export const addForcePage = page('/staff/body/forces/new', {
  permission: 'body:manage',
  load: async ({ deps: { db, today } }) => {
    const body = found(await currentBody(db, today()))
    return { body, force: await forceOf(db, body.id, today()) }
  },
  form: {
    name: textField({ missing: 'Enter the name of the force', max: 120, name: 'Name' }),
    shortName: textField({ missing: 'Enter a short name', max: 60, name: 'Short name' }),
    from: dateField({ missing: 'Enter the first day', name: 'The first day' }),
  },
  submit: async ({ deps, actor, data, input }) => {
    const result = await addForce(deps, actor, { ...input, until: null, bodyId: data.body.id })
    if (result.ok) return redirectTo('/staff/body', `${result.value.name} added`)
    return fieldError('from', 'The first day must be after the first day of every force on record')
  },
  title: () => 'Add a force that follows',
  view: ({ force }, form) => (
    <>
      <Crumbs items={[{ label: 'The body', href: '/staff/body' }]} />
      <Form of={form}>
        <Heading>Add a force that follows</Heading>
        <Lede>
          {force
            ? `A body holds one force to account. ${force.name} ends on the day before this one begins.`
            : 'A body holds one force to account, and none is on record.'}
        </Lede>
        <TextInput field={form.name} label="Name" />
        <TextInput field={form.shortName} label="Short name" hint="For tables and small screens" width={20} />
        <DateInput field={form.from} legend="First day" hint="From when the body holds it to account" />
        <Button preventDoubleClick>Add force</Button>
      </Form>
    </>
  ),
})
