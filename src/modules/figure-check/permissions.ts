import type { RolePermissions } from '#platform/module.js'

/** Who may check documents and decide on what is found. */
export const figureCheckPermissions: RolePermissions = {
  'figure-check:check': ['office'],
}
