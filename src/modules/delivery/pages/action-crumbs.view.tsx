import { Crumbs } from '#ui/components.js'
import type { Action } from '../domain/action.js'

/** The way back from a page about an action: to the list, and to the action itself. */
export function ActionCrumbs({ action }: { action?: Pick<Action, 'id' | 'title'> }) {
  const list = { label: 'Actions and updates', href: '/staff/actions' }
  return <Crumbs items={action ? [list, { label: action.title, href: `/staff/actions/${action.id}` }] : [list]} />
}
