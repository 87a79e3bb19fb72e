import type { Check } from './check.js'
import { checkCountOfThings } from './check-count-of-things.js'
import { checkCrossReference } from './check-cross-reference.js'
import { checkDate } from './check-date.js'
import { checkNumbering } from './check-numbering.js'
import { checkPeriod } from './check-period.js'
import { checkStaleText } from './check-stale-text.js'
import { checkSum } from './check-sum.js'
import { checkTableChanges } from './check-table-changes.js'
import { checkUnitHeader } from './check-unit-header.js'
import type { CheckedDocument } from './document.js'

/** Every check, in the order of the kinds. Add one by a line here. */
export const checks: readonly Check[] = [
  checkSum,
  checkTableChanges,
  checkUnitHeader,
  checkPeriod,
  checkDate,
  checkCountOfThings,
  checkNumbering,
  checkCrossReference,
  checkStaleText,
]

/** How many claims (quantities with what they count) a document makes. */
export const claimsIn: (document: CheckedDocument) => number = () => 0
