import type { RolePermissions } from '#platform/module.js'

/** None of its own: each source says who may let it fill a measure. */
export const bindingsPermissions: RolePermissions = {}
