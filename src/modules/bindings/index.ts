/** What other modules may use of bindings. Everything else in this folder is private. */
export { bindMeasure, endBinding } from './actions/bind-measure.js'
export { type Brought, fillMeasure } from './actions/fill-measure.js'
export { activeBindings } from './data/bindings.queries.js'
export { type Binding, type BoundAlready, boundAlreadyInWords } from './domain/binding.js'
export { boundLine, type Filled, filledLine } from './domain/filled.js'
export { BindForm, BindingList, type BoundMeasure, EndBinding } from './pages/bindings.view.js'
