import { page } from '#platform/web/page.js'
import { checkPrinted } from '../actions/check-figure.js'
import { CheckView } from './check.view.js'

export const checkPage = page('/check', {
  permission: 'site:read',
  load: async ({ deps, query }) => {
    const typed = (query.code ?? '').trim().slice(0, 40)
    return { typed, answer: typed === '' ? undefined : await checkPrinted(deps, typed) }
  },
  title: () => 'Check a printed figure',
  view: ({ typed, answer }) => <CheckView typed={typed} answer={answer} />,
})
