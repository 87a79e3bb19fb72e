import type { RolePermissions } from '#platform/module.js'

/** Only the command line makes the example office: no role holds this. */
export const examplePermissions: RolePermissions = { 'example:create': [] }
