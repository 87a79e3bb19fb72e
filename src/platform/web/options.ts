import type { Actor } from '../actor.js'
import type { WebConfig } from '../config.js'
import type { Deps } from '../deps.js'
import type { Route } from './route.js'
import type { Frame, Shell } from './shell.js'
import type { Watch } from './watch.js'

/** What the web server is built from. */
export type WebOptions = {
  readonly deps: Deps
  readonly config: WebConfig
  readonly routes: readonly Route[]
  /** Anyone who has not signed in. */
  readonly publicActor: Actor
  /** Who a session token belongs to. */
  readonly identify: (token: string) => Promise<Actor | undefined>
  /** The frame of every page, from the register, for this person. */
  readonly shell: (actor: Actor) => Promise<Shell>
  readonly renderFrame: (frame: Frame, html: string) => string
  /** Styles, fonts and scripts, by their hashed names. */
  readonly asset: (name: string) => { readonly type: string; readonly bytes: Buffer } | undefined
  /** How it is watched while it runs; tests go unwatched. */
  readonly watch?: Watch
}
