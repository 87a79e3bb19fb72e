import type { RetentionRule } from '#platform/retention.js'
import { draftsBefore } from '../data/imports.queries.js'
import { deleteDraftsBefore } from '../data/imports.store.js'

/** Files that somebody sent and nobody said yes to. */
export const unansweredFiles: RetentionRule = {
  kind: 'imports.draft',
  tables: ['imports_draft'],
  what: 'Files of figures that nobody said yes to',
  days: 7,
  most: 7,
  why: 'From the day they were sent. The next file that is sent removes them too.',
  count: draftsBefore,
  remove: deleteDraftsBefore,
}
