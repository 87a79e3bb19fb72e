import type { Deps } from './deps.js'

/** What was read to prove something, and what was found wrong. */
export type Proved = { readonly checked: number; readonly problems: readonly string[] }

/** Something that must be true of what a module keeps, proved by reading all of it. */
export type Proof = {
  /** What is read, as people call it: 'Published plans'. */
  readonly name: string
  readonly prove: (deps: Deps) => Promise<Proved>
}
