import type { RolePermissions } from '#platform/module.js'

/** Who may see what was corrected and take a pack, and who may put a published figure right. */
export const publicationsPermissions: RolePermissions = {
  'publications:read': ['office', 'auditor'],
  'publications:correct': ['performance', 'communications', 'chief-executive'],
}
