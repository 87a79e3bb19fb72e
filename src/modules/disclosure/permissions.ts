import type { RolePermissions } from '#platform/module.js'

/** Who may decide what the public is not shown. */
export const disclosurePermissions: RolePermissions = {
  'disclosure:decide': ['performance', 'chief-executive'],
}
