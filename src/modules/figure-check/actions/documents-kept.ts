import type { RetentionRule } from '#platform/retention.js'
import { documentsKeptBefore } from '../data/figure-check.queries.js'
import { deleteDocumentsBefore } from '../data/figure-check.store.js'

/** Documents whose figures were checked and that somebody asked to keep. */
export const checkedDocuments: RetentionRule = {
  kind: 'figure-check.document',
  tables: ['figure_check_document'],
  what: 'Documents kept after their figures were checked',
  days: 730,
  why: 'From the day they were kept. What was decided about their findings stays.',
  count: documentsKeptBefore,
  remove: deleteDocumentsBefore,
}
