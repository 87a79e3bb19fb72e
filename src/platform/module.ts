import { ACCOUNT_ROLES, type AccountRole, OFFICE_ROLES } from '#kernel/roles.js'
import type { Permission } from './actor.js'
import type { Command, StatelessCommand } from './cli/command.js'
import type { Deps } from './deps.js'
import type { Proof } from './proof.js'
import type { RetentionRule } from './retention.js'
import type { Route } from './web/route.js'

/** What the application takes from a module. A list; no logic. */
export type Module = {
  readonly name: string
  /** Pages and downloads. */
  readonly routes: readonly Route[]
  readonly commands: readonly (Command | StatelessCommand)[]
  /** Which roles hold which of this module's permissions. */
  readonly permissions: RolePermissions
  /** What `frankpledge serve` says of this module when it starts: accounts to try, what to do first. */
  readonly greeting?: (deps: Deps) => Promise<readonly string[]>
  /** What `frankpledge verify` proves of what this module keeps. */
  readonly proofs?: readonly Proof[]
  /** The kinds of record that this module does not keep for ever. */
  readonly retention?: readonly RetentionRule[]
}

/** The roles that people can have; `public` is anyone. */
export type Role = AccountRole | 'public'

/** Every role, in the order that people choose from. */
export const ROLES: readonly Role[] = [...ACCOUNT_ROLES, 'public']

/** Who holds a permission: a role, or `office`, which is each role of the office but not the administrator's. */
export type Holder = Role | 'office'

/** Which roles hold each permission. One that no role holds is only the command line's: nothing is allowed by default. */
export type RolePermissions = Readonly<Record<Permission, readonly Holder[]>>

/** Each role that holds a permission, by its own name. */
export function holdersOf(holders: readonly Holder[]): Role[] {
  return ROLES.filter((role) => holders.includes(role) || (holders.includes('office') && isOfOffice(role)))
}

const isOfOffice = (role: Role) => OFFICE_ROLES.some((each) => each === role)
