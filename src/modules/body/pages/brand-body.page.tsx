import { found } from '#platform/errors.js'
import { textField, versionField } from '#platform/web/fields.js'
import { fieldError, page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Hidden, Textarea, TextInput } from '#ui/components.js'
import { brandBody } from '../actions/brand-body.js'
import { currentBody } from '../data/body.queries.js'
import { colourInWords } from '../domain/brand.js'

export const brandBodyPage = page('/staff/body/brand', {
  permission: 'body:manage',
  load: async ({ deps }) => found(await currentBody(deps.db, deps.today())),
  form: {
    version: versionField(),
    brandColour: textField({ missing: 'Enter a colour, like #12436d', max: 20, name: 'Colour' }),
    notice: textField({ max: 200, name: 'Notice' }),
  },
  values: ({ version, brandColour, notice }) => ({ version, brandColour, notice: notice ?? '' }),
  submit: async ({ deps, actor, data, input }) => {
    const result = await brandBody(deps, actor, { ...input, bodyId: data.id })
    return result.ok
      ? redirectTo('/staff/body', 'Colour and notice saved')
      : fieldError('brandColour', `Colour ${colourInWords(result.error)}`)
  },
  title: () => 'Change colour or notice',
  view: (_body, form) => (
    <>
      <Crumbs items={[{ label: 'The body', href: '/staff/body' }]} />
      <Form of={form}>
        <Heading>Change colour or notice</Heading>
        <Hidden name="version" value={form.version.value} />
        <TextInput
          field={form.brandColour}
          label="The office’s colour"
          hint="A hash and six digits or letters, like #12436d. It must be dark enough for white words to be read on it."
          width={10}
          spellcheck={false}
        />
        <Textarea
          field={form.notice}
          label="Notice on every page"
          hint="Leave it empty for none. It stands under the head of every page, public pages too."
          rows={2}
        />
        <Button preventDoubleClick>Save</Button>
      </Form>
    </>
  ),
})
