import type { RolePermissions } from '#platform/module.js'

/** Taking figures in is a permission of the register of measures, `measures:import`; this module adds none. */
export const importsPermissions: RolePermissions = {}
