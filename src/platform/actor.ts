import { Forbidden } from './errors.js'

/** What someone may do, as `module:verb`. Every page and action names one. */
export type Permission = `${string}:${string}`

/** Who is asking: a person signed in, the command line, or the public. */
export type Actor = {
  readonly kind: 'person' | 'system' | 'public'
  readonly id: string
  /** As it stands in the audit trail: a role or a name chosen by the office. */
  readonly name: string
  readonly role: string
  /** The body that a force or partner contributor speaks for. */
  readonly organisationId?: string
  readonly permissions: ReadonlySet<Permission>
  /** The network address that the request came from, for the audit trail. */
  readonly cameFrom?: string
  /** The page that this person must deal with before anything else, as a second factor to set up. */
  readonly mustFirst?: string
}

/** Anyone at all: may see what is published, and sign in. */
export function publicActor(permissions: ReadonlySet<Permission>): Actor {
  return { kind: 'public', id: 'public', name: 'Public', role: 'public', permissions }
}

/** The command line acts for whoever runs it on the machine: it may do everything, under this name. */
export function systemActor(name = 'Command line'): Actor {
  return { kind: 'system', id: 'system', name, role: 'system', permissions: new Set() }
}

/** Whether this person holds the permission. */
export function may(actor: Actor, permission: Permission): boolean {
  return actor.kind === 'system' || actor.permissions.has(permission)
}

/** Refuses whoever does not hold the permission. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new Forbidden(`Needs the permission ${permission}`)
}
