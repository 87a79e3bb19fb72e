import { addMonths, type IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type AccountRole, OFFICE_ROLES } from '#kernel/roles.js'

/** A role that somebody has, from a day on and until a last day; without one, until it is ended. */
export type RoleTerm = { readonly role: AccountRole; readonly from: IsoDate; readonly until: IsoDate | null }

/** Someone who may sign in. Accounts are never deleted: what they did stays theirs. */
export type Account = {
  readonly id: string
  /** In lower case: what they sign in with. */
  readonly email: string
  /** As it stands in the audit trail: a role or a name chosen by the office. */
  readonly name: string
  /** In the order of the list of roles; those to come and those that are over too. */
  readonly roles: readonly RoleTerm[]
  /** The body that a force or partner contributor speaks for. */
  readonly organisationId: string | null
  readonly isActive: boolean
  /** Somebody else chose the password: it is good for nothing but choosing another. */
  readonly mustChangePassword: boolean
  /** The day by which somebody looks again whether the roles are right; none: nobody has looked yet. */
  readonly reviewOn: IsoDate | null
  readonly version: number
}

/** What the office decides about an account, its roles apart. */
export type AccountDetails = Pick<Account, 'name' | 'organisationId' | 'isActive'>

/** What is wrong with the roles of an account. */
export type RolesRefusal = { readonly code: 'needs-organisation' | 'needs-role' | 'not-together' | 'ends-before' }

/** Why an account cannot be so. */
export type AccountRefusal = RolesRefusal | { readonly code: 'last-administrator' }

/** Roles whose account must say whom it speaks for. */
const SPEAKS_FOR_SOMEONE: readonly AccountRole[] = ['force', 'partner']

/** Roles are looked at again after so many months. */
const REVIEWED_EVERY_MONTHS = 12

/** The roles that count on a day. */
export function rolesOn({ roles }: Pick<Account, 'roles'>, day: IsoDate): AccountRole[] {
  return roles.filter(({ from, until }) => from <= day && (until === null || day <= until)).map(({ role }) => role)
}

/** On which side of the table a role sits: nobody sits on two, so that no force user sees what is the office's own. */
export function sideOf(role: AccountRole): string {
  return role === 'administrator' || OFFICE_ROLES.some((each) => each === role) ? 'office' : role
}

/** What is wrong with an account's roles, if anything. */
export function problemWithRoles({
  roles,
  organisationId,
}: Pick<Account, 'roles' | 'organisationId'>): RolesRefusal | undefined {
  if (roles.some(({ from, until }) => until !== null && until < from)) return refusal('ends-before')
  if (new Set(roles.map(({ role }) => sideOf(role))).size > 1) return refusal('not-together')
  const mustSay = roles.some(({ role }) => SPEAKS_FOR_SOMEONE.includes(role))
  return mustSay && organisationId === null ? refusal('needs-organisation') : undefined
}

const refusal = (code: RolesRefusal['code']): RolesRefusal => ({ code })

/** The account as the office wants it, unless its roles would be wrong or nobody would be left to administer. */
export function changeAccount(
  account: Account,
  change: Partial<AccountDetails & Pick<Account, 'roles' | 'reviewOn'>>,
  { others, today }: { readonly others: readonly Account[]; readonly today: IsoDate },
): Result<Account, AccountRefusal> {
  const after: Account = { ...account, ...change }
  const problem = problemWithRoles(after)
  if (problem) return err(problem)
  const somebodyElse = others.some((other) => other.id !== account.id && administers(other, today))
  if (administers(account, today) && !administers(after, today) && !somebodyElse)
    return err({ code: 'last-administrator' })
  return ok(after)
}

/** Whether somebody does the office's own work on a day. */
export function worksInOffice(account: Account, day: IsoDate): boolean {
  return account.isActive && rolesOn(account, day).some((role) => OFFICE_ROLES.some((each) => each === role))
}

/** Whether this account can let others in for good: today, and without a last day. */
function administers({ roles, isActive }: Account, today: IsoDate): boolean {
  return isActive && roles.some(({ role, from, until }) => role === 'administrator' && from <= today && until === null)
}

/** The roles with one given anew, or for other days than before. */
export function withRole(roles: readonly RoleTerm[], term: RoleTerm): RoleTerm[] {
  return [...roles.filter(({ role }) => role !== term.role), term]
}

/** The roles with one ended before today: it is over at once. One that was still to come is gone. */
export function withoutRole(roles: readonly RoleTerm[], role: AccountRole): RoleTerm[] {
  return roles.filter((term) => term.role !== role)
}

/** When roles that were looked at today must be looked at again. */
export function nextReview(today: IsoDate): IsoDate {
  return addMonths(today, REVIEWED_EVERY_MONTHS)
}

/** Whether somebody must look at the roles of an account. */
export function isReviewDue({ isActive, reviewOn }: Account, today: IsoDate): boolean {
  return isActive && (reviewOn === null || reviewOn <= today)
}

/** The one way in which an e-mail address is kept and compared; undefined when it is none. */
export function emailOf(typed: string): string | undefined {
  const email = typed.normalize('NFKC').trim().toLowerCase()
  return email.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? email : undefined
}
