import type { RolePermissions } from '#platform/module.js'

/** Who may read drafts, change them, and publish versions. */
export const planPermissions: RolePermissions = {
  'plan:read': ['office', 'force', 'auditor'],
  'plan:edit': ['policy', 'chief-executive'],
  'plan:publish': ['policy', 'chief-executive', 'office-holder'],
}
