import type { RolePermissions } from '#platform/module.js'

/** Who may change how papers look. */
export const documentsPermissions: RolePermissions = {
  'documents:style': ['policy', 'communications'],
}
