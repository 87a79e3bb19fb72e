import type { RetentionRule } from '#platform/retention.js'
import { failuresBefore, linksOverBefore, sessionsOverBefore } from '../data/records-past.queries.js'
import { deleteFailuresBefore, deleteLinksOverBefore, deleteSessionsOverBefore } from '../data/records-past.store.js'

/** Sessions that are over, with the network address that they came from. */
export const sessionsOver: RetentionRule = {
  kind: 'people.session',
  tables: ['people_session'],
  what: 'Sessions that are over, with the address they came from',
  days: 1,
  most: 1,
  why: 'From their end. The next sign-in of anybody removes them too.',
  count: sessionsOverBefore,
  remove: deleteSessionsOverBefore,
}

/** Failed attempts to sign in, counted for the limits. */
export const failedAttempts: RetentionRule = {
  kind: 'people.failed-attempt',
  tables: ['people_throttle'],
  what: 'Counts of failed attempts to sign in, by account and address',
  days: 1,
  most: 1,
  why: 'From the last failure. Waiting times are over within hours.',
  count: failuresBefore,
  remove: deleteFailuresBefore,
}

/** Invitations and passes that let nobody in any more. */
export const linksOver: RetentionRule = {
  kind: 'people.link',
  tables: ['people_link'],
  what: 'Invitations and passes that are over',
  days: 365,
  why: 'From their end. That they were made and taken stays on the audit trail.',
  count: linksOverBefore,
  remove: deleteLinksOverBefore,
}
