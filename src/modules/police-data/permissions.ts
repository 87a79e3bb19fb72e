import type { RolePermissions } from '#platform/module.js'

/** Who may see what this module keeps. */
export const policeDataPermissions: RolePermissions = {
  'police-data:read': ['office'],
  'police-data:import': ['performance'],
  'police-data:bind': ['performance'],
}
