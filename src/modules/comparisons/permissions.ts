import type { RolePermissions } from '#platform/module.js'

/** Who may see groups of areas and compare with them, and who may say which areas belong together. */
export const comparisonsPermissions: RolePermissions = {
  'comparisons:read': ['office', 'force', 'auditor'],
  'comparisons:manage': ['performance'],
}
