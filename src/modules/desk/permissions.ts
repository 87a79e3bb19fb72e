import type { RolePermissions } from '#platform/module.js'

/** Everyone who signs in has a desk; what is on it follows from what they may do. */
export const deskPermissions: RolePermissions = {
  'desk:read': ['office', 'force', 'partner', 'panel', 'visitor', 'auditor'],
}
