import { trailText } from '#platform/audit/trail-file.js'
import { file } from '#platform/web/file.js'

/** What the trail is called on the machine of whoever takes it away. */
export const TRAIL_FILE = 'audit-trail.jsonl'

/** The whole trail, as `frankpledge audit export` writes it. */
export const auditTrailFile = file('/staff/audit/trail.jsonl', {
  permission: 'people:read-audit',
  respond: async ({ deps }) => ({
    type: 'application/x-ndjson; charset=utf-8',
    fileName: TRAIL_FILE,
    body: trailText(deps.db),
  }),
})
