import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, withOwnIds } from '#modules/passages/index.js'
import type { CheckContext } from './check.js'
import { checkCarriedChanges } from './check-carried-changes.js'
import { checkClauses } from './check-clauses.js'
import { checkClosedSums } from './check-closed-sums.js'
import { checkDivision } from './check-division.js'
import { checkLeftOver } from './check-left-over.js'
import { checkNearSums } from './check-near-sums.js'
import { checkRecords } from './check-records.js'
import { checkSharedBase } from './check-shared-base.js'
import { checkTableRelations } from './check-table-relations.js'
import { checkTableRule } from './check-table-rule.js'
import { checkTaxBaseApart } from './check-tax-base-apart.js'
import { checkTiedShares } from './check-tied-shares.js'
import { checks, claimsIn } from './checks.js'
import { areSaidToOverlap, unlessMistaken } from './mistaken-readings.js'
import { toldOnce } from './told-once.js'

/** What the checker makes of one document. */
export type Checked = { readonly findings: readonly Finding[]; readonly claims: number }

const ORDER = ['error', 'warning', 'question', 'holds']

/** Checks that look only at what those before them have left, the surest first. */
const later = [
  checkClauses,
  checkSharedBase,
  checkTableRelations,
  checkTableRule,
  checkRecords,
  checkClosedSums,
  checkNearSums,
  checkDivision,
  checkLeftOver,
  checkCarriedChanges,
  checkTiedShares,
  checkTaxBaseApart,
]

/** Checks a document by every check; the findings stand in the order of the document, the same place worst first. */
export function checkDocument(document: CheckedDocument, context: Partial<CheckContext> = {}): Checked {
  const whole: CheckContext = { others: context.others ?? [], register: context.register ?? [] }
  const read = unlessMistaken(
    document,
    checks.flatMap((check) => check(document, whole)),
  )
  for (const check of later) read.push(...check(document, read))
  const found = toldOnce(read.filter((finding) => !areSaidToOverlap(document, finding)))
  const sorted = found.toSorted(
    (one, two) => placeOf(one) - placeOf(two) || ORDER.indexOf(one.verdict) - ORDER.indexOf(two.verdict),
  )
  return { findings: withOwnIds(sorted), claims: claimsIn(document) }
}

const placeOf = (finding: Finding) => finding.quotes[0]?.start ?? 0
