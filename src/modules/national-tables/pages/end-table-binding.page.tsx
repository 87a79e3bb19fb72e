import { EndBinding } from '#modules/bindings/index.js'
import { found } from '#platform/errors.js'
import { choiceField } from '#platform/web/fields.js'
import { page, redirectTo } from '#platform/web/page.js'
import { unbindTable } from '../actions/bind-table.js'
import { measuresBound } from '../actions/measures-bound.js'

export const endTableBindingPage = page('/staff/national-tables/bindings/:bindingId', {
  permission: 'national-tables:bind',
  load: async ({ deps, params }) =>
    found((await measuresBound(deps.db)).find(({ binding }) => binding.id === params.bindingId)),
  form: { end: choiceField(['end'], { missing: 'Choose to end it' }) },
  submit: async ({ deps, actor, params }) => {
    await unbindTable(deps, actor, params.bindingId)
    return redirectTo('/staff/national-tables', 'Ended: the figures stay, and no file adds to them')
  },
  title: ({ title }) => `End the filling of ${title}`,
  view: (bound, form) => (
    <EndBinding
      bound={bound}
      form={form}
      crumb={{ label: 'National tables', href: '/staff/national-tables' }}
      head="Lines of tables"
      adds="No file"
    />
  ),
})
