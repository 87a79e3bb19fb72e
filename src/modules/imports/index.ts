/** What other modules may use of imports. Everything else in this folder is private. */
export { importFile } from './actions/import-file.js'
