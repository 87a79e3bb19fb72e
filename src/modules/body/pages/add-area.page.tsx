import { found } from '#platform/errors.js'
import { choiceField, dateField, textField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, DateInput, Form, Heading, Radios, TextInput } from '#ui/components.js'
import { addArea } from '../actions/add-area.js'
import { currentBody } from '../data/body.queries.js'
import { AREA_CODE, AREA_KINDS } from '../domain/body.js'
import { ONE_AREA_WORDS } from '../domain/kind-words.js'

const CODE_WRONG = 'Official code must be a letter and eight digits, like E23000023'

export const addAreaPage = page('/staff/body/areas/new', {
  permission: 'body:manage',
  load: async ({ deps }) => {
    const on = deps.today()
    return { on, body: found(await currentBody(deps.db, on)) }
  },
  form: {
    kind: choiceField(AREA_KINDS, { missing: 'Select what kind of area it is' }),
    name: textField({ missing: 'Enter the name of the area', max: 120, name: 'Name' }),
    code: textField({ missing: 'Enter the official code', max: 20, name: 'Official code' }),
    from: dateField({ missing: 'Enter the first day', name: 'The first day' }),
  },
  values: ({ on }) => ({ from: on }),
  submit: async ({ deps, actor, data, input }) => {
    const code = input.code.toUpperCase()
    if (!AREA_CODE.test(code)) return fieldError('code', CODE_WRONG)
    const result = await addArea(deps, actor, { ...input, code, until: null, bodyId: data.body.id })
    if (result.ok) return redirectTo('/staff/body', `${result.value.name} added`)
    return fieldError('code', 'There is already an area of this kind with this code from that day on')
  },
  title: () => 'Add an area',
  view: (_data, form) => (
    <>
      <Crumbs items={[{ label: 'The body', href: '/staff/body' }]} />
      <Form of={form}>
        <Heading>Add an area</Heading>
        <Radios
          field={form.kind}
          legend="Kind"
          items={AREA_KINDS.map((value) => ({ value, text: ONE_AREA_WORDS[value] }))}
        />
        <TextInput field={form.name} label="Name" />
        <TextInput
          field={form.code}
          label="Official code"
          hint="From the Office for National Statistics, like E23000023. Figures from elsewhere name areas by it."
          width={10}
          spellcheck={false}
        />
        <DateInput field={form.from} legend="First day" hint="From when it belongs to the body" />
        <Button preventDoubleClick>Add area</Button>
      </Form>
    </>
  ),
})
