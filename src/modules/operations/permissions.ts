import type { RolePermissions } from '#platform/module.js'

/** Who may see how the installation is, and decide how long records are kept. */
export const operationsPermissions: RolePermissions = {
  'operations:read': ['administrator', 'chief-executive', 'auditor'],
  'operations:manage': ['administrator'],
}
