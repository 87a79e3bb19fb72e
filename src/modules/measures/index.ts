/** What other modules may use. Everything else in this folder is private. */
export { chooseNodes } from './actions/choose-nodes.js'
export { refusedField } from './actions/definition-refusal.js'
export { dueDays } from './actions/due-days.js'
export { editMeasure } from './actions/edit-measure.js'
export { frameworks, labelsOf, measuresInFramework } from './actions/labels-of.js'
export { type PublicView, publicPicture, publicPictures, publicSource, publicView } from './actions/public-figures.js'
export { publishMeasure } from './actions/publish-measure.js'
export { rebaseMeasure } from './actions/rebase-measure.js'
export { acknowledgeBreak, recordBreak } from './actions/record-break.js'
export { recordCommentary } from './actions/record-commentary.js'
export {
  type FigureAtProblem,
  type FigureQuestion,
  type FiguresOutcome,
  type FiguresRefusal,
  type FiguresRequest,
  recordFigures,
  recordFiguresIn,
} from './actions/record-figures.js'
export { registerMeasure } from './actions/register-measure.js'
export { frameMeasure, labelMeasure, saveFramework } from './actions/save-framework.js'
export { setTarget } from './actions/set-target.js'
export { knownFingerprints, type SourceVintage, takeInVintage } from './actions/take-in-vintage.js'
export { withdrawMeasure } from './actions/withdraw-measure.js'
export { knownOnOption } from './cli/options.js'
export { commentariesOf } from './data/commentary.queries.js'
export { asKnownOn, definitionsOf } from './data/definitions.queries.js'
export { type FigureOptions, figureFor } from './data/facts.queries.js'
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
export {
  areaSeriesOf,
  everyVintageOf,
  hasFiguresOfOthers,
  type KnownOn,
  observationsOf,
  type SeriesOptions,
  seriesOf,
  vintagesOf,
} from './data/observations.queries.js'
export { measurePicture, measurePictures, type PictureOptions } from './data/pictures.queries.js'
export type { Change } from './domain/change.js'
export { type Commentary, type CommentaryPair, commentaryFor } from './domain/commentary.js'
export type { Definition } from './domain/definition.js'
export { figuresDue, followingPeriod } from './domain/due.js'
export { figureFormat, unitHeading, withUnit } from './domain/figure.js'
export type { Framework, MeasureLabel } from './domain/framework.js'
export type { ImportFacts, ImportKind, ImportSource } from './domain/import-source.js'
export { pictureOfMonths } from './domain/loose-series.js'
export {
  inFull,
  type Measure,
  type MeasureDescription,
  type MeasureDraft,
  POLARITIES,
  type Polarity,
  whatIsMissing,
} from './domain/measure.js'
export type { MeasureMethod, Pooling } from './domain/measure-method.js'
export { type FigureWords, type NewFigure, type NewFigureProblem, problemWithFigure } from './domain/new-figure.js'
export {
  type Interval,
  type LatestObservation,
  latestSeries,
  type Observation,
  type ObservationStatus,
  OWN_AREA,
  type SeriesPoint,
  STATUSES,
} from './domain/observation.js'
export {
  comparePeriods,
  FREQUENCIES,
  type Frequency,
  PERIOD_EXAMPLES,
  type Period,
  parsePeriod,
} from './domain/period.js'
export { type PeriodFigure, periodFigure } from './domain/period-figure.js'
export { typedPeriodOf } from './domain/period-in-words.js'
export { refusalInWords } from './domain/period-refusal.js'
export { type PeriodRequest, parsePeriodRequest } from './domain/period-request.js'
export { nextPeriod } from './domain/period-steps.js'
export { inPeriod, periodLabel, shortLabel } from './domain/period-words.js'
export type { MeasurePicture } from './domain/picture.js'
export type { PeriodRefusal, PooledFigure } from './domain/pooling.js'
export { type Statement, sentenceFor } from './domain/sentence.js'
export type { SeriesBreak, SeriesMarks, SeriesPhase, SeriesTarget } from './domain/series-marks.js'
export { UNITS, type Unit } from './domain/unit.js'
export type { FigureChange, Vintage } from './domain/vintage.js'
export { howToRead, ownCaption } from './pages/caption.js'
export { chartTitle } from './pages/chart-model.js'
export { CommentaryBesideLast } from './pages/commentary.view.js'
export { type AskedDay, addressWith, askedDay } from './pages/known-on.js'
export { KnownOnForm, KnownOnNotice } from './pages/known-on.view.js'
export { LatestPeriods } from './pages/latest-periods.view.js'
export { marksInWords } from './pages/marks.js'
export { HowToRead, MeasureCard, MeasureFigure, MeasureView } from './pages/measure.view.js'
export { MeasureChart } from './pages/measure-chart.js'
export { measureFacts, readingOf } from './pages/measure-facts.js'
export { hasCourse, NewestFigures } from './pages/newest-figures.view.js'
export { periodFromSlug, periodSlug } from './pages/period-address.js'
export { hasSignal, inOrder, orderIn, SIGNAL_ORDERS, type SignalOrder } from './pages/signal-order.js'
export { SignalKey, SignalTable } from './pages/signal-table.view.js'
export { ValueView } from './pages/value.view.js'
export { valueFacts } from './pages/value-facts.js'
export { type InformedPlace, measureSourceLine } from './pages/where-from.js'
export { yearChange } from './pages/year-change.js'
