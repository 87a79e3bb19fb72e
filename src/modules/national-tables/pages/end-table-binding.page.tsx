import { measureById } from '#modules/measures/index.js'
import { found } from '#platform/errors.js'
import { choiceField } from '#platform/web/fields.js'
import { page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Hidden, SummaryList } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { unbindTable } from '../actions/bind-table.js'
import { sliceInWords } from '../actions/slice-in-words.js'
import { activeTableBindings } from '../data/bindings.queries.js'

export const endTableBindingPage = page('/staff/national-tables/bindings/:bindingId', {
  permission: 'national-tables:bind',
  load: async ({ deps, params }) => {
    const binding = found((await activeTableBindings(deps.db)).find(({ id }) => id === params.bindingId))
    return { binding, measure: found(await measureById(deps.db, binding.measureId)) }
  },
  form: { end: choiceField(['end'], { missing: 'Choose to end it' }) },
  submit: async ({ deps, actor, params }) => {
    await unbindTable(deps, actor, params.bindingId)
    return redirectTo('/staff/national-tables', 'Ended: the figures stay, and no file adds to them')
  },
  title: ({ measure }) => `End the filling of ${measure.title}`,
  view: ({ measure, binding }, form) => (
    <Form of={form}>
      <Crumbs items={[{ label: 'National tables', href: '/staff/national-tables' }]} />
      <Heading>End the filling of {measure.title}</Heading>
      <SummaryList
        rows={[
          { key: 'Table', value: sliceInWords(binding.slice) },
          { key: 'Since', value: formatDate(binding.boundAt) },
          { key: 'By', value: binding.boundBy },
        ]}
      />
      <p>The figures that it brought stay. No file adds to them any more.</p>
      <Hidden name="end" value="end" />
      <Button kind="warning">End it</Button>
    </Form>
  ),
})
