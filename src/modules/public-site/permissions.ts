import type { RolePermissions } from '#platform/module.js'
import { ROLES } from '#platform/module.js'

/** What is published is for everyone. */
export const publicSitePermissions: RolePermissions = { 'site:read': ROLES }
