/** What other modules may use. Everything else in this folder is private. */

export { apartIn, saysDistance } from './domain/change-apart.js'
export { closedChanges } from './domain/change-closed.js'
export { bareDirections, type SaidDirection } from './domain/change-direction.js'
export { closedFactor } from './domain/change-factor.js'
export { type ChangeFigure, changeFigures, isAmount } from './domain/change-figures.js'
export { orderedLevels } from './domain/change-in-time.js'
export { type Pair, pairsOf } from './domain/change-levels.js'
export { opposedWords } from './domain/change-opposed.js'
export { recoveries } from './domain/change-recovery.js'
export { contradictingChanges } from './domain/change-restated.js'
export { listedSeries, type RunClaim, runClaim } from './domain/change-run.js'
export { innerChanges } from './domain/change-said-twice.js'
export { changesIn, type StatedChange } from './domain/change-stated.js'
export { type Judgement, judgeChange } from './domain/change-sums.js'
export { type Delta, deltasIn } from './domain/change-words.js'
export { claimsIn, type Item, type Sentence } from './domain/claim.js'
export { withBefore, withRest } from './domain/claim-joined.js'
export { keyOf, qualifiersOf, whatOf, wordsBefore } from './domain/claim-nouns.js'
export { isNamedBefore, type NamedParts, type ProseNumber, proseNumbers } from './domain/claim-numbers.js'
export { oncePerSentence } from './domain/claim-once.js'
export { periodFor } from './domain/claim-periods.js'
export { type Prose, proseOf } from './domain/claim-prose.js'
export { singular } from './domain/claim-words.js'
export { clauseDocument } from './domain/clause-prose.js'
export { divisionsAt } from './domain/division.js'
export type { Division, DivisionBase } from './domain/division-base.js'
export type { StatedFact } from './domain/fact.js'
export { type CellOfFact, cellsOfFacts } from './domain/fact-cells.js'
export { type FigureMention, figureMentions } from './domain/fact-mentions.js'
export { namedWords } from './domain/fact-named-words.js'
export { quantityOfCell } from './domain/fact-of-table.js'
export { factsOf } from './domain/fact-stated.js'
export { isEveryday, isLoose } from './domain/fact-words.js'
export { type LabelledFigure, labelledRuns } from './domain/labelled-figures.js'
export { type MeanApart, meansApart } from './domain/mean-apart.js'
export { type Each, eachIn } from './domain/mean-each.js'
export { type ListMean, listMeans } from './domain/mean-of-list.js'
export { type Spread, type SpreadOver, spreadIn } from './domain/mean-spread.js'
export { type StatedMean, statedMeans } from './domain/mean-stated.js'
export { meansIn } from './domain/mean-words.js'
export { type RankedAmong, rankedAmong } from './domain/rank-listed.js'
export { type Ordered, outOfOrder } from './domain/rank-order.js'
export { outOf, type RankClaim, rankClaims } from './domain/rank-words.js'
export { scaleSlipsOf } from './domain/scale-amounts.js'
export { scaleSlips } from './domain/scale-in-prose.js'
export { type Based, basesIn } from './domain/share-base.js'
export { type ShareBeside, sharesBeside, sharesInRow } from './domain/share-beside.js'
export { carriedShare } from './domain/share-carried.js'
export { type ClosedShare, closedShare } from './domain/share-closed.js'
export { isShareElsewhere } from './domain/share-elsewhere.js'
export type { StatedShare } from './domain/share-heads.js'
export { wordShares } from './domain/share-in-words.js'
export { saidMajorities } from './domain/share-majority.js'
export { sharesOfAll } from './domain/share-of-all.js'
export { otherBases } from './domain/share-other-base.js'
export { sharesIn } from './domain/share-stated.js'
export { type TiedShare, tiedShares } from './domain/share-tied.js'
export { sumReadings } from './domain/sum-clauses.js'
export type { Said } from './domain/sum-divided.js'
export { isPlainAmount, type NearSum, type WholeAndParts, wholesAndParts } from './domain/sum-listed.js'
export { nearSums } from './domain/sum-near.js'
export { areFewerParts } from './domain/sum-parts.js'
export { saidSums } from './domain/sum-said.js'
export {
  cellValue,
  type Mention,
  mentionsIn,
  type Series,
  type SeriesCell,
  type SeriesTable,
  seriesTables,
  tellingWords,
} from './domain/table-series.js'
export { saidRange, saidTarget } from './domain/target-said.js'
export { type Worked, workedFigures } from './domain/worked-figure.js'
export {
  type AmountPair,
  type RelativeFigure,
  type RelativeRule,
  relativeFigures,
  widestPairs,
} from './domain/worked-relative.js'
