import type { RolePermissions } from '#platform/module.js'

/** Formulas only compute: whoever may see or change a measure is asked by measures. */
export const formulasPermissions: RolePermissions = {}
