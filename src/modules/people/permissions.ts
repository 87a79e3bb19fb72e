import { ACCOUNT_ROLES } from '#kernel/roles.js'
import { ROLES, type RolePermissions } from '#platform/module.js'

/** Who may sign in, see who else may, and read what was done. */
export const peoplePermissions: RolePermissions = {
  'people:sign-in': ROLES,
  'people:own-account': ACCOUNT_ROLES,
  'people:read': ['office', 'auditor', 'administrator'],
  'people:manage': ['administrator'],
  'people:read-audit': ['office', 'auditor', 'administrator'],
}
