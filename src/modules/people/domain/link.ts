import type { IsoDate } from '#kernel/dates.js'
import type { AccountRole } from '#kernel/roles.js'
import { type Account, rolesOn } from './account.js'

/** An invitation lets its reader choose a password, once. A pass lets a partner see to their own items until a day. */
export type LinkKind = 'invitation' | 'pass'

/** A link that lets somebody in. The link itself is known to whoever has it; the register has its hash. */
export type Link = {
  readonly id: string
  readonly accountId: string
  readonly kind: LinkKind
  readonly madeBy: string
  readonly madeAt: string
  readonly expiresAt: string
  readonly endedAt: string | null
}

/** An invitation is taken within so many days. */
export const INVITATION_DAYS = 7

/** A pass lasts so many days unless a shorter time is chosen. */
export const PASS_DAYS = [7, 14, 30, 90] as const

/** Roles that may come in by a pass alone: whatever else somebody may do, a pass opens no more. */
export const PASS_ROLES: readonly AccountRole[] = ['partner']

/** Whether a link still lets somebody in. */
export function isOpen({ expiresAt, endedAt }: Pick<Link, 'expiresAt' | 'endedAt'>, now: Date): boolean {
  return endedAt === null && new Date(expiresAt) > now
}

/** Whether an account may have a pass: partners only, who change nothing but their own items. */
export function mayHavePass(account: Account, today: IsoDate): boolean {
  const roles = rolesOn(account, today)
  return roles.length > 0 && roles.every((role) => PASS_ROLES.includes(role))
}
