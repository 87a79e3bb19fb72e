import type { RolePermissions } from '#platform/module.js'

/** Who may see which national tables are held, and who may take them in. */
export const nationalTablesPermissions: RolePermissions = {
  'national-tables:read': ['office', 'force', 'auditor'],
  'national-tables:import': ['office'],
}
