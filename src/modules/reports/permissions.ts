import type { RolePermissions } from '#platform/module.js'

/** Who may do what with reports. The Panel reads what is published, on the public site. */
export const reportsPermissions: RolePermissions = {
  'reports:read': ['office', 'auditor'],
  'reports:edit': ['office'],
  'reports:sign-off': ['policy', 'performance', 'finance', 'chief-executive', 'chief-finance-officer', 'office-holder'],
  'reports:publish': ['policy', 'communications', 'chief-executive'],
  'reports:templates': ['policy', 'communications'],
}
