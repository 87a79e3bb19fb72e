import type { Role } from '#platform/module.js'

/** TEMPORARY */
export const EXAMPLE_PASSWORD = 'example'
/** The example account of a role. */
export function exampleEmailOf(role: Role): string {
  return `${role}@example.test`
}
