import { ACCOUNT_ROLES } from '#kernel/roles.js'
import type { RolePermissions } from '#platform/module.js'

/** Everyone who signs in has a desk; what is on it follows from what they may do. */
export const deskPermissions: RolePermissions = {
  'desk:read': ACCOUNT_ROLES,
}
