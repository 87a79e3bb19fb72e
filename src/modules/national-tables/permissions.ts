import type { RolePermissions } from '#platform/module.js'

/** Who may see what this module keeps. */
export const nationalTablesPermissions: RolePermissions = {
  'national-tables:read': ['office'],
}
