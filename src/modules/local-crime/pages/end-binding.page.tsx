import { unbindSlice } from '#modules/police-data/index.js'
import { found } from '#platform/errors.js'
import { choiceField } from '#platform/web/fields.js'
import { page, redirectTo } from '#platform/web/page.js'
import { Button, Crumbs, Form, Heading, Hidden, SummaryList } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { policeDataHeld } from '../actions/police-data-held.js'

export const endBindingPage = page('/staff/police-data/bindings/:bindingId', {
  permission: 'police-data:bind',
  load: async ({ deps, actor, params }) => {
    const { bound } = await policeDataHeld(deps, actor)
    return found(bound.find(({ binding }) => binding.id === params.bindingId))
  },
  form: { end: choiceField(['end'], { missing: 'Choose to end it' }) },
  submit: async ({ deps, actor, params }) => {
    await unbindSlice(deps, actor, params.bindingId)
    return redirectTo('/staff/police-data', 'Ended: the figures stay, and no import adds to them')
  },
  title: ({ title }) => `End the filling of ${title}`,
  view: ({ title, crimes, binding }, form) => (
    <Form of={form}>
      <Crumbs items={[{ label: 'Police data', href: '/staff/police-data' }]} />
      <Heading>End the filling of {title}</Heading>
      <SummaryList
        rows={[
          { key: 'Crimes', value: crimes },
          { key: 'Since', value: formatDate(binding.boundAt) },
          { key: 'By', value: binding.boundBy },
        ]}
      />
      <p>The figures that it brought stay. No import adds to them any more.</p>
      <Hidden name="end" value="end" />
      <Button kind="warning">End it</Button>
    </Form>
  ),
})
