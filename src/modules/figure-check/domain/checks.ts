import { claimsIn as claimsInSentences, proseOf } from '#modules/claims/index.js'
import type { CheckedDocument } from '#modules/passages/index.js'
import type { Check } from './check.js'
import { checkAverage } from './check-average.js'
import { checkChange } from './check-change.js'
import { checkContradiction } from './check-contradiction.js'
import { checkCountOfThings } from './check-count-of-things.js'
import { checkCrossReference } from './check-cross-reference.js'
import { checkDate } from './check-date.js'
import { checkLastRow } from './check-last-row.js'
import { checkLooseShare } from './check-loose-share.js'
import { checkMagnitude } from './check-magnitude.js'
import { checkMajority } from './check-majority.js'
import { checkMeanAsTotal } from './check-mean-as-total.js'
import { checkNumbering } from './check-numbering.js'
import { checkOddSize } from './check-odd-size.js'
import { checkPartAlone } from './check-part-alone.js'
import { checkPeriod } from './check-period.js'
import { checkPossiblePercentage } from './check-possible-percentage.js'
import { checkRank } from './check-rank.js'
import { checkRegister } from './check-register.js'
import { checkRegisterLoosely } from './check-register-loosely.js'
import { checkRegisterTables } from './check-register-tables.js'
import { checkRestated } from './check-restated.js'
import { checkRun } from './check-run.js'
import { checkSaid } from './check-said.js'
import { checkSameDigits } from './check-same-digits.js'
import { checkScaledAmounts } from './check-scaled-amounts.js'
import { checkShare } from './check-share.js'
import { checkSizeBeside } from './check-size-beside.js'
import { checkStaleText } from './check-stale-text.js'
import { checkSum } from './check-sum.js'
import { checkTableChanges } from './check-table-changes.js'
import { checkTableFacts } from './check-table-facts.js'
import { checkTableMeans } from './check-table-means.js'
import { checkTableWords } from './check-table-words.js'
import { checkTarget } from './check-target.js'
import { checkTaxBase } from './check-tax-base.js'
import { checkUnitHeader } from './check-unit-header.js'
import { checkWorked } from './check-worked.js'

/** Every check, in the order of the kinds. Add one by a line here. */
export const checks: readonly Check[] = [
  checkAverage,
  checkWorked,
  checkMeanAsTotal,
  checkMagnitude,
  checkOddSize,
  checkPartAlone,
  checkSameDigits,
  checkScaledAmounts,
  checkSizeBeside,
  checkChange,
  checkRun,
  checkContradiction,
  checkRestated,
  checkTableFacts,
  checkRank,
  checkTarget,
  checkShare,
  checkLooseShare,
  checkMajority,
  checkTableMeans,
  checkTableWords,
  checkPossiblePercentage,
  checkSum,
  checkLastRow,
  checkTaxBase,
  checkSaid,
  checkTableChanges,
  checkUnitHeader,
  checkPeriod,
  checkDate,
  checkCountOfThings,
  checkNumbering,
  checkCrossReference,
  checkStaleText,
  checkRegister,
  checkRegisterTables,
  checkRegisterLoosely,
]

/** How many claims (quantities with what they count) a document makes. */
export const claimsIn: (document: CheckedDocument) => number = (document) =>
  claimsInSentences(proseOf(document).sentences)
