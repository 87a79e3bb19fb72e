import type { RolePermissions } from '#platform/module.js'

/** Who may see what this module keeps. */
export const geographyPermissions: RolePermissions = {
  'geography:read': ['office'],
}
