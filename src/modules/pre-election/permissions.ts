import type { RolePermissions } from '#platform/module.js'

/** Who may see when publication is barred before an election, and who may set it. */
export const preElectionPermissions: RolePermissions = {
  'pre-election:read': ['office', 'auditor'],
  'pre-election:manage': ['communications', 'chief-executive'],
}
