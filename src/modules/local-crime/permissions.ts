import type { RolePermissions } from '#platform/module.js'

/** Reading local crime is the public's; taking in files and binding them belong to police data. */
export const localCrimePermissions: RolePermissions = {}
