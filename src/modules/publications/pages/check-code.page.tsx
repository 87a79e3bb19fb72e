import { page } from '#platform/web/page.js'
import { checkPrinted } from '../actions/check-figure.js'
import { CheckView } from './check.view.js'

export const checkCodePage = page('/check/:code', {
  permission: 'site:read',
  load: async ({ deps, params }) => {
    const typed = params.code.slice(0, 40)
    return { typed, answer: await checkPrinted(deps, typed) }
  },
  title: ({ typed }) => `Check ${typed}`,
  view: ({ typed, answer }) => <CheckView typed={typed} answer={answer} />,
})
