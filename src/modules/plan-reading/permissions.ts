import type { RolePermissions } from '#platform/module.js'

/** None of its own: whoever may write a plan may read an old one into it. */
export const planReadingPermissions: RolePermissions = {}
