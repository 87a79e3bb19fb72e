import type { Json } from '#kernel/canonical-json.js'
import type { IsoDate } from '#kernel/dates.js'
import type { Actor } from './actor.js'
import type { Trust } from './auth/trust.js'
import type { Db, Tx } from './db/db.js'
import type { Lake } from './lake/lake.js'

/** One line of the audit trail: what was done to what, with what stood before and after where that matters. */
export type AuditLine = { readonly action: string; readonly subject: string; readonly detail?: Json }

/** Everything an action gets from outside. Not a bag: a new field needs an ADR. */
export type Deps = {
  readonly db: Db
  /** The police records beside the register, for counting (ADR 0020). */
  readonly lake: Lake
  /** What signing in needs from outside (ADR 0023). */
  readonly trust: Trust
  /** The moment, for the record. */
  readonly now: () => Date
  /** The business day: the real one, or the day that an example office is shown as at. */
  readonly today: () => IsoDate
  readonly newId: () => string
  /** Appends to the hash chain, in the transaction of the change itself. */
  readonly audit: (tx: Tx, actor: Actor, line: AuditLine) => Promise<void>
}
