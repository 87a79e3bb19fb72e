import { err, ok, type Result } from '#kernel/result.js'

/** The roles that an account can have. Anyone without an account is the public. */
export const ACCOUNT_ROLES = ['office', 'force', 'partner', 'panel', 'visitor', 'auditor'] as const
export type AccountRole = (typeof ACCOUNT_ROLES)[number]

/** Each role in the office's words, and what it is for. */
export const ROLE_WORDS: Readonly<Record<AccountRole, { readonly name: string; readonly purpose: string }>> = {
  office: { name: 'Office', purpose: 'Staff of the office: may do nearly everything' },
  force: { name: 'Force', purpose: 'Sees and updates what the force leads' },
  partner: { name: 'Partner', purpose: 'Sees and updates what their organisation leads' },
  panel: { name: 'Panel', purpose: 'Reads what is published and the reports sent to the panel' },
  visitor: { name: 'Custody visitor', purpose: 'May sign in, and sees their own account' },
  auditor: { name: 'Auditor', purpose: 'Reads everything, the audit trail too, and changes nothing' },
}

/** Someone who may sign in. Accounts are never deleted: what they did stays theirs. */
export type Account = {
  readonly id: string
  /** In lower case: what they sign in with. */
  readonly email: string
  /** As it stands in the audit trail: a role or a name chosen by the office. */
  readonly name: string
  readonly role: AccountRole
  /** The body that a force or partner contributor speaks for. */
  readonly organisationId: string | null
  readonly isActive: boolean
  /** Somebody else chose the password: it is good for nothing but choosing another. */
  readonly mustChangePassword: boolean
  readonly version: number
}

/** What the office decides about an account. */
export type AccountDetails = Pick<Account, 'name' | 'role' | 'organisationId' | 'isActive'>

/** Why an account cannot be so. */
export type AccountRefusal = { readonly code: 'needs-organisation' } | { readonly code: 'last-office-account' }

/** Roles whose account must say whom it speaks for. */
const SPEAKS_FOR_SOMEONE: readonly AccountRole[] = ['force', 'partner']

/** The account as the office wants it, unless nobody would be left to run the office. */
export function changeAccount(
  account: Account,
  details: AccountDetails,
  activeOfficeAccounts: number,
): Result<Account, AccountRefusal> {
  if (lacksOrganisation(details)) return err({ code: 'needs-organisation' })
  const after: Account = { ...account, ...details }
  if (runsOffice(account) && !runsOffice(after) && activeOfficeAccounts <= 1)
    return err({ code: 'last-office-account' })
  return ok(after)
}

/** Whether an account of this role must say whom it speaks for, and does not. */
export function lacksOrganisation({ role, organisationId }: Pick<Account, 'role' | 'organisationId'>): boolean {
  return SPEAKS_FOR_SOMEONE.includes(role) && organisationId === null
}

function runsOffice({ role, isActive }: Account): boolean {
  return role === 'office' && isActive
}

/** The one way in which an e-mail address is kept and compared; undefined when it is none. */
export function emailOf(typed: string): string | undefined {
  const email = typed.normalize('NFKC').trim().toLowerCase()
  return email.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(email) ? email : undefined
}
