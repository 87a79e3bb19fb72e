/** What other modules may use. Everything else in this folder is private. */
export { type PartsRefusal, relateParts } from './actions/relate-parts.js'
export { type RuleRefusal, setOfficeRule } from './actions/set-office-rule.js'
export { officeRule, sumsOfMeasures } from './data/disclosure.queries.js'
export { recovered } from './domain/attack.js'
export type { SmallFigure } from './domain/figures.js'
export { isThreshold, type OfficeRule, WITHHELD_MARK, WITHHELD_WORDS } from './domain/office-rule.js'
export type { Sum } from './domain/releases.js'
export { withheldFigures } from './domain/withheld.js'
