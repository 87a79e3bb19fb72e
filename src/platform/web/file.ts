import type { Permission } from '../actor.js'
import type { Deps } from '../deps.js'
import type { ParamsOf, Route } from './route.js'

type FileContext<Path extends string> = {
  readonly deps: Deps
  readonly params: ParamsOf<Path>
  readonly query: Readonly<Record<string, string>>
}

type FileAnswer = {
  readonly type: string
  readonly body: string | Uint8Array | AsyncIterable<string>
  readonly fileName?: string
  /** The address of what describes the file, relative to its own. */
  readonly describedBy?: string
}

type FileOptions<Path extends string> = {
  readonly permission: Permission
  readonly respond: (context: FileContext<Path>) => Promise<FileAnswer>
}

/** One address that answers with a file: CSV, JSON, a feed. */
export function file<const Path extends string>(path: Path, options: FileOptions<Path>): Route {
  return {
    path,
    permission: options.permission,
    layout: 'bare',
    hasForm: false,
    isFile: true,
    respond: async ({ deps, params, query }) => {
      const answer = await options.respond({ deps, params: params as ParamsOf<Path>, query })
      return { kind: 'file', ...answer }
    },
  }
}

/** The media types that files are sent as. */
export const CSV = 'text/csv; charset=utf-8'
export const JSON_TYPE = 'application/json; charset=utf-8'
export const ATOM = 'application/atom+xml; charset=utf-8'
