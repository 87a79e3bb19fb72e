import type { RolePermissions } from '#platform/module.js'

/** Who may sign in, see who else may, and read what was done. */
export const peoplePermissions: RolePermissions = {
  'people:sign-in': ['office', 'force', 'partner', 'panel', 'visitor', 'auditor', 'public'],
  'people:own-account': ['office', 'force', 'partner', 'panel', 'visitor', 'auditor'],
  'people:read': ['office', 'auditor'],
  'people:manage': ['office'],
  'people:read-audit': ['office', 'auditor'],
}
