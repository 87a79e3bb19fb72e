/** What other modules may use. Everything else in this folder is private. */
export { addMember } from './actions/change-members.js'
export { canCompare, compareMeasure } from './actions/compare-measure.js'
export { describeGroup } from './actions/describe-group.js'
export { allComparedAreas, allGroups } from './data/comparisons.queries.js'
export { AreaNames, type KnownArea } from './domain/area-names.js'
export { GROUP_KINDS, type GroupDescription } from './domain/group.js'
export { ComparisonView } from './pages/comparison.view.js'
export { ComparisonChoice } from './pages/comparison-choice.view.js'
