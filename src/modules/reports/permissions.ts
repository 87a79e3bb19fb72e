import type { RolePermissions } from '#platform/module.js'

/** Who may do what with reports. The Panel reads what is published, on the public site. */
export const reportsPermissions: RolePermissions = {
  'reports:read': ['office', 'auditor'],
  'reports:edit': ['office'],
  'reports:sign-off': ['office'],
  'reports:publish': ['office'],
  'reports:templates': ['office'],
}
