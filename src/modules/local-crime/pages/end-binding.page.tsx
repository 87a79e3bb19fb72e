import { EndBinding } from '#modules/bindings/index.js'
import { unbindSlice } from '#modules/police-data/index.js'
import { found } from '#platform/errors.js'
import { choiceField } from '#platform/web/fields.js'
import { page, redirectTo } from '#platform/web/page.js'
import { measuresBound } from '../actions/police-data-held.js'

export const endBindingPage = page('/staff/police-data/bindings/:bindingId', {
  permission: 'police-data:bind',
  load: async ({ deps, params }) =>
    found((await measuresBound(deps.db)).find(({ binding }) => binding.id === params.bindingId)),
  form: { end: choiceField(['end'], { missing: 'Choose to end it' }) },
  submit: async ({ deps, actor, params }) => {
    await unbindSlice(deps, actor, params.bindingId)
    return redirectTo('/staff/police-data', 'Ended: the figures stay, and no import adds to them')
  },
  title: ({ title }) => `End the filling of ${title}`,
  view: (bound, form) => (
    <EndBinding
      bound={bound}
      form={form}
      crumb={{ label: 'Police data', href: '/staff/police-data' }}
      head="Crimes"
      adds="No import"
    />
  ),
})
