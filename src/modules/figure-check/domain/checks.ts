import type { Check } from './check.js'
import { checkSum } from './check-sum.js'
import { checkTableChanges } from './check-table-changes.js'
import type { CheckedDocument } from './document.js'

/** Every check, in the order of the kinds. Add one by a line here. */
export const checks: readonly Check[] = [checkSum, checkTableChanges]

/** How many claims (quantities with what they count) a document makes. */
export const claimsIn: (document: CheckedDocument) => number = () => 0
