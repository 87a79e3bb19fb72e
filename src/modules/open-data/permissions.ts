import type { RolePermissions } from '#platform/module.js'

/** These pages need only `site:read`, which the public site gives to everyone. */
export const openDataPermissions: RolePermissions = {}
