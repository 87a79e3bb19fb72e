import type { RolePermissions } from '#platform/module.js'

/** Who may see what this module keeps. */
export const documentsPermissions: RolePermissions = {
  'documents:read': ['office'],
}
