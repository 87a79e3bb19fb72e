import type { RolePermissions } from '#platform/module.js'

/**
 * Who may do what with actions and updates. Force and partner contributors see and update only what their own
 * organisation leads or supports: they lack read-all, and with it the office's own notes.
 */
export const deliveryPermissions = {
  'delivery:read': ['office', 'force', 'partner', 'auditor'],
  'delivery:read-all': ['office', 'auditor'],
  'delivery:edit': ['policy', 'performance', 'commissioning', 'chief-executive'],
  'delivery:update': ['office', 'force', 'partner'],
  'delivery:note': ['office'],
  'delivery:publish': ['policy', 'communications', 'chief-executive'],
} satisfies RolePermissions
