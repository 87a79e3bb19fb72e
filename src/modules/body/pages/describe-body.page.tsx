import { found } from '#platform/errors.js'
import { choiceField, dateField, textField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, DateInput, Form, Heading, Hidden, Lede, Select, TextInput } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { describeBody } from '../actions/describe-body.js'
import { currentBody } from '../data/body.queries.js'
import { BODY_TYPE_NAMES, BODY_TYPES } from '../domain/body.js'
import type { DescribeRefusal } from '../domain/describing.js'

const LONG = 120
const SHORT = 60

export const describeBodyPage = page('/staff/body/describe', {
  permission: 'body:manage',
  load: async ({ deps }) => found(await currentBody(deps.db, deps.today())),
  form: {
    version: versionField(),
    from: dateField({ missing: 'Enter the first day of the new description', name: 'The first day' }),
    type: choiceField(BODY_TYPES, { missing: 'Select the kind of body' }),
    name: textField({ missing: 'Enter the full name of the body', max: LONG, name: 'Full name' }),
    shortName: textField({ missing: 'Enter the short name', max: SHORT, name: 'Short name' }),
    officeHolderTitle: textField({ missing: 'Enter the title of the office holder', max: SHORT, name: 'Title' }),
    deputyTitle: textField({ missing: 'Enter the title of the deputy', max: SHORT, name: 'Title of the deputy' }),
    officeName: textField({ missing: 'Enter the name of the office', max: LONG, name: 'Name of the office' }),
    chiefOfficerTitle: textField({ missing: 'Enter the title of the head of the force', max: SHORT, name: 'Title' }),
    scrutinyPanelName: textField({ missing: 'Enter who scrutinises the body', max: LONG, name: 'Name' }),
  },
  values: ({ id: _, successorId, brandColour, notice, demonstrationOn, ...described }) => described,
  submit: async ({ deps, actor, data, input: { version, from, ...description } }) => {
    const result = await describeBody(deps, actor, { bodyId: data.id, version, from, description })
    if (!result.ok) return fieldError('from', explain(result.error))
    return redirectTo('/staff/body', `The new description holds from ${formatDate(from)}`)
  },
  title: () => 'Change name, kind or titles',
  view: (_body, form) => (
    <>
      <Crumbs items={[{ label: 'The body', href: '/staff/body' }]} />
      <Form of={form}>
        <Heading>Change name, kind or titles</Heading>
        <Lede>From the day you give, every page and report uses these words. Before it, the old ones stand.</Lede>
        <Hidden name="version" value={form.version.value} />
        <DateInput field={form.from} legend="From which day?" hint="For example, 8 5 2025" />
        <Select
          field={form.type}
          label="Kind of body"
          items={BODY_TYPES.map((value) => ({ value, text: BODY_TYPE_NAMES[value] }))}
        />
        <TextInput field={form.name} label="Full name" />
        <TextInput field={form.shortName} label="Short name" hint="The place alone, for the head of every page" />
        <TextInput field={form.officeHolderTitle} label="Title of the office holder" width={20} />
        <TextInput field={form.deputyTitle} label="Title of the deputy" width={20} />
        <TextInput field={form.officeName} label="Name of the office" />
        <TextInput field={form.chiefOfficerTitle} label="Title of the head of the force" width={20} />
        <TextInput field={form.scrutinyPanelName} label="Who scrutinises it" />
        <Button preventDoubleClick>Save from that day</Button>
      </Form>
    </>
  ),
})

function explain(refusal: DescribeRefusal): string {
  switch (refusal.code) {
    case 'before-founding':
      return `The first day must be ${formatDate(refusal.founded)} or later: that is when the body was founded`
    case 'after-end':
      return `The first day must be ${formatDate(refusal.ended)} or earlier: another body takes over then`
    case 'nothing-changed':
      return 'Nothing is different from what holds on that day: change a name, the kind or a title'
  }
}
