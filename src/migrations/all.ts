import type { SchemaMigration } from '#platform/db/schema.js'
import { auditTrail } from './0001-audit-trail.js'
import { people } from './0002-people.js'
import { body } from './0003-body.js'
import { plan } from './0004-plan.js'
import { delivery } from './0005-delivery.js'
import { measures } from './0006-measures.js'
import { reports } from './0007-reports.js'

/** Every change of the schema, in order, from the first. */
export const MIGRATIONS: readonly SchemaMigration[] = [auditTrail, people, body, plan, delivery, measures, reports]
