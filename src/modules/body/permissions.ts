import type { RolePermissions } from '#platform/module.js'

/** Who may see what the body is, and who may change it. */
export const bodyPermissions: RolePermissions = {
  'body:read': ['office', 'force', 'partner', 'panel', 'auditor', 'administrator'],
  'body:manage': ['chief-executive', 'administrator'],
}
