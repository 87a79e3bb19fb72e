import type { RolePermissions } from '#platform/module.js'

/** None of its own: whoever may write in a report may bring it back. */
export const returnedPapersPermissions: RolePermissions = {}
