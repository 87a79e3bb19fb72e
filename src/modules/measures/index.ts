/** What other modules may use. Everything else in this folder is private. */
export { chooseNodes } from './actions/choose-nodes.js'
export { dueDays } from './actions/due-days.js'
export { editMeasure } from './actions/edit-measure.js'
export { importObservations } from './actions/import-observations.js'
export { publishMeasure } from './actions/publish-measure.js'
export { registerMeasure } from './actions/register-measure.js'
export { withdrawMeasure } from './actions/withdraw-measure.js'
export { allImports } from './data/imports.queries.js'
export {
  allMeasures,
  measureById,
  measureBySlug,
  measuresForNodes,
  publishedMeasureBySlug,
  publishedMeasures,
  publishedMeasuresForNodes,
} from './data/measures.queries.js'
export { seriesOf } from './data/observations.queries.js'
export { measurePicture, measurePictures, type PictureOptions } from './data/pictures.queries.js'
export { nextFiguresDue } from './domain/due.js'
export { figureFormat, unitHeading, withUnit } from './domain/figure.js'
export type { ImportFacts, ImportSource } from './domain/import-source.js'
export type { Measure, MeasureDescription, Polarity, Unit } from './domain/measure.js'
export type { Observation, ObservationStatus, SeriesPoint } from './domain/observation.js'
export { type Frequency, inPeriod, type Period, parsePeriod, periodLabel, shortLabel } from './domain/period.js'
export type { MeasurePicture } from './domain/picture.js'
export { type Statement, sentenceFor } from './domain/sentence.js'
export { type Xmr, xmr } from './domain/xmr.js'
export { howToRead } from './pages/caption.js'
export { HowToRead, MeasureCard, MeasureFigure, MeasureView } from './pages/measure.view.js'
export { FIGURE_COLUMNS, figureRows, measureCsv, measureData, measureJson } from './pages/measure-files.js'
export { hasCourse, NewestFigures } from './pages/newest-figures.view.js'
export { type InformedPlace, measureSourceLine } from './pages/where-from.js'
