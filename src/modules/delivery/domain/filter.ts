import { isTheirs } from './action.js'
import type { ActionPicture } from './picture.js'
import type { Status } from './report.js'
import { NODE_STATUSES } from './roll-up.js'

/** What a list of actions is narrowed to. */
export type ActionFilter = {
  /** The id of a theme, or '' for all. */
  readonly theme: string
  readonly state: Status | ''
  /** Only those that the reader's own organisation leads or supports. */
  readonly isMine: boolean
}

/** Reads a filter from an address; anything unknown narrows nothing. */
export function readFilter(query: Readonly<Record<string, string>>): ActionFilter {
  const state = NODE_STATUSES.find((each) => each === query.state)
  return {
    theme: query.theme ?? '',
    state: state === undefined || state === 'no-actions' ? '' : state,
    isMine: query.mine === 'yes',
  }
}

/** Those that fit. `under` holds the ids of the theme's parts. */
export function filtered(
  pictures: readonly ActionPicture[],
  { state, isMine }: ActionFilter,
  within: { readonly under: ReadonlySet<string> | undefined; readonly organisationIds: ReadonlySet<string> },
): ActionPicture[] {
  return pictures.filter(
    ({ action, report }) =>
      (!within.under || within.under.has(action.nodeId)) &&
      (state === '' || report.status === state) &&
      (!isMine || [...within.organisationIds].some((id) => isTheirs(action, id))),
  )
}
