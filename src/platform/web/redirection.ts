import type { VNode } from 'preact'
import type { Permission } from '../actor.js'
import { htmlOf } from './html.js'
import type { Answer, Route, RouteRequest } from './route.js'

/** Where to go, or the page that says why not. */
export type Onward =
  | Extract<Answer, { kind: 'redirect' }>
  | { readonly kind: 'problem'; readonly title: string; readonly view: VNode }

/** What a redirection knows. `browserKey` is known to this browser alone, for as long as its cookies last. */
export type RedirectionContext = Pick<
  RouteRequest,
  'deps' | 'actor' | 'params' | 'query' | 'address' | 'sessionToken'
> & {
  readonly browserKey: string
}

type RedirectionOptions = {
  readonly permission: Permission
  /** Whether another site may not lead here. */
  readonly onlyFromHere?: boolean
  readonly onward: (context: RedirectionContext) => Promise<Onward>
}

/** One address that leads elsewhere: to another site and back. What is wrong with it is said with status 400. */
export function redirection(path: string, { permission, onlyFromHere = false, onward }: RedirectionOptions): Route {
  return {
    path,
    permission,
    layout: 'public',
    hasForm: false,
    isFile: true,
    onlyFromHere,
    respond: async ({ deps, actor, params, query, address, sessionToken, csrfToken }) => {
      const session = sessionToken ? { sessionToken } : {}
      const answer = await onward({ deps, actor, params, query, address, ...session, browserKey: csrfToken })
      if (answer.kind === 'redirect') return answer
      return { kind: 'page', status: 400, title: answer.title, html: htmlOf(answer.view) }
    },
  }
}
