/** What other modules may use: nothing yet. Everything in this folder is private. */
export type { DataSet } from './pages/data-set.js'
