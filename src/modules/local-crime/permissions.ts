import type { RolePermissions } from '#platform/module.js'

/** Who may see what this module keeps. */
export const localCrimePermissions: RolePermissions = {
  'local-crime:read': ['office'],
}
