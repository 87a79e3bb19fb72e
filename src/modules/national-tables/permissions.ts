import type { RolePermissions } from '#platform/module.js'

/** Who may see which national tables are held, who may take them in, and who may let them fill a measure. */
export const nationalTablesPermissions: RolePermissions = {
  'national-tables:read': ['office', 'force', 'auditor'],
  'national-tables:import': ['performance'],
  'national-tables:bind': ['performance'],
}
