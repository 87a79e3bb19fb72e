import type { RolePermissions } from '#platform/module.js'

/** Who may see the register, change it, publish from it, and take figures in. */
export const measuresPermissions: RolePermissions = {
  'measures:read': ['office', 'force', 'auditor'],
  'measures:edit': ['policy', 'performance'],
  'measures:publish': ['performance', 'communications', 'chief-executive'],
  'measures:import': ['policy', 'performance'],
}
