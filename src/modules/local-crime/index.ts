/** What other modules may use of local crime. Everything else in this folder is private. */
export { type CrimeByArea, crimeByArea } from './actions/crime-by-area.js'
export { type PlaceToFind, placesToFind } from './actions/places-to-find.js'
