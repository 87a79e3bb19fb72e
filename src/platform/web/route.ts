import type { Actor, Permission } from '../actor.js'
import type { Deps } from '../deps.js'

/** A request that has a known actor and a matched address. */
export type RouteRequest = {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: FormBody
  /** The files that a form sent, by the name of their question. */
  readonly files: Readonly<Record<string, SentFile>>
  readonly actor: Actor
  readonly deps: Deps
  readonly csrfToken: string
  /** False when the form came without the right token: nothing may be changed. */
  readonly hasRightCsrfToken: boolean
  /** Where the request came from, for throttling. */
  readonly address: string
  /** The token of the session, for signing out. */
  readonly sessionToken?: string
  /** By which a browser is known in which somebody has signed in before. */
  readonly browserToken?: string
}

/** What a form sent: each name with its texts. */
export type FormBody = Readonly<Record<string, string | readonly string[] | undefined>>

/** A file as a form sent it. Its name is only what the sender calls it. */
export type SentFile = { readonly fileName: string; readonly bytes: Uint8Array }

/** What goes back. A `page` is put in its frame; the others leave as they are. */
export type Answer =
  | {
      readonly kind: 'page'
      readonly status: 200 | 400 | 403 | 409 | 422
      readonly title: string
      readonly html: string
    }
  | {
      readonly kind: 'file'
      readonly type: string
      /** Part by part where it may be long; never for a page that is kept ready for everyone. */
      readonly body: string | Uint8Array | AsyncIterable<string>
      readonly fileName?: string
      /** The address of what describes the file, relative to its own. */
      readonly describedBy?: string
    }
  | {
      readonly kind: 'redirect'
      readonly to: string
      readonly notice?: string
      /** A token begins a session; null ends it. */
      readonly session?: string | null
      /** A token by which this browser will be known again. */
      readonly browser?: string
    }

/** One address: what may see it, and what answers. */
export type Route = {
  readonly path: string
  readonly permission: Permission
  readonly layout: 'public' | 'staff' | 'bare'
  /** Whether it takes forms. */
  readonly hasForm: boolean
  /** Whether its form may send a file. */
  readonly takesFiles?: boolean
  readonly isFile: boolean
  /** Whether asking for it already does something: then another site must not be what leads here. */
  readonly onlyFromHere?: boolean
  readonly respond: (request: RouteRequest) => Promise<Answer>
}

/** The names in an address, as a type: '/a/:b' has { b: string }. */
export type ParamsOf<Path extends string> = Path extends `${infer Head}/${infer Tail}`
  ? ParamsOf<Head> & ParamsOf<Tail>
  : Path extends `:${infer Name}`
    ? Name extends `${infer Base}.${string}`
      ? { readonly [K in Base]: string }
      : { readonly [K in Name]: string }
    : unknown
