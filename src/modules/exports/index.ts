/** What other modules may use. Everything else in this folder is private. */
export { type ExportFile, exportFiles, figuresCsv, figuresMetadata, jsonText } from './actions/export-files.js'
export { publishedData } from './actions/published-data.js'
export { workbookOf } from './actions/workbook.js'
export { measureJson } from './domain/json.js'
export type { ExportedMeasure, PublishedData } from './domain/published.js'
