/** What other modules may use of geography. Everything else in this folder is private. */
export { areaByCodeOrName, areaNames, areasOf, districtsOfForce, lsoaPlaces } from './data/areas.queries.js'
export { lookupVersion } from './data/imported.queries.js'
export type { Area, AreaKind } from './domain/area.js'
export { AREA_KINDS, isAreaCode, kindOfCode } from './domain/area.js'
export type { AreaUnfound } from './domain/find-area.js'
export { FORCES, forceNamed, forceOfCode, forceOfSlug, type PoliceForceArea } from './domain/forces.js'
export type { LsoaPlace } from './domain/lsoa-places.js'
