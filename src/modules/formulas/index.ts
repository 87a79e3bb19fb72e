/** What other modules may use of formulas. Everything else in this folder is private. */
export { findCycle } from './domain/cycle.js'
export { type DerivationStep, derivation } from './domain/derivation.js'
export { type Dimension, dimensionInWords } from './domain/dimension.js'
export { type Evaluation, evaluate } from './domain/evaluate.js'
export { type Formula, type FormulaProblem, namesIn, placeOf } from './domain/formula.js'
export { parseFormula } from './domain/parse.js'
export { printFormula } from './domain/print.js'
export { checkUnits } from './domain/units.js'
