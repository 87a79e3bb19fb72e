/** What other modules may use. Everything else in this folder is private. */
export { type CellOfFact, cellsOfFacts } from './domain/cells-of-facts.js'
export { claimsIn, type Item, type Sentence } from './domain/claim.js'
export { periodFor } from './domain/claim-periods.js'
export { type Prose, proseOf } from './domain/claim-prose.js'
export { singular } from './domain/claim-words.js'
export type { StatedFact } from './domain/fact.js'
export { isEveryday, isLoose } from './domain/fact-words.js'
export { type FigureMention, figureMentions } from './domain/figure-mentions.js'
export { withBefore, withRest } from './domain/joined-sentence.js'
export { meansIn } from './domain/mean-words.js'
export { namedWords } from './domain/named-words.js'
export { keyOf, qualifiersOf, whatOf, wordsBefore } from './domain/noun-phrase.js'
export { type NamedParts, type ProseNumber, proseNumbers } from './domain/prose-numbers.js'
export { scaleSlips } from './domain/prose-scales.js'
export { apartIn } from './domain/relation-apart.js'
export { type StatedMean, statedMeans } from './domain/relation-average.js'
export { type Based, basesIn } from './domain/relation-base.js'
export { changesIn, type StatedChange } from './domain/relation-change.js'
export { type Judgement, judgeChange } from './domain/relation-change-sums.js'
export { closedChanges } from './domain/relation-closed.js'
export { type ClosedShare, closedShare } from './domain/relation-closed-share.js'
export { type Delta, deltasIn } from './domain/relation-delta.js'
export { bareDirections, type SaidDirection } from './domain/relation-direction.js'
export type { Said } from './domain/relation-divided.js'
export { type Each, eachIn } from './domain/relation-each.js'
export { closedFactor } from './domain/relation-factor.js'
export { innerChanges } from './domain/relation-inner.js'
export { type ListMean, listMeans } from './domain/relation-list-mean.js'
export { type MeanApart, meansApart } from './domain/relation-mean-apart.js'
export { opposedWords } from './domain/relation-opposed.js'
export { orderedLevels } from './domain/relation-order.js'
export { otherBases } from './domain/relation-other-base.js'
export { type Pair, pairsOf } from './domain/relation-pair.js'
export { type Ordered, outOfOrder } from './domain/relation-rank.js'
export { type StatedRate, statedRates } from './domain/relation-rate.js'
export { recoveries } from './domain/relation-recovery.js'
export { contradictingChanges } from './domain/relation-restated.js'
export { listedSeries, type RunClaim, runClaim } from './domain/relation-run.js'
export { pointsAside, saidSums } from './domain/relation-said.js'
export { sharesIn } from './domain/relation-share.js'
export { carriedShare } from './domain/relation-share-carried.js'
export type { StatedShare } from './domain/relation-share-heads.js'
export { sharesOfAll } from './domain/relation-shares-of-all.js'
export { wordShares } from './domain/relation-words-share.js'
export { type Worked, workedFigures } from './domain/relation-worked.js'
export {
  type AmountPair,
  type RelativeFigure,
  type RelativeRule,
  relativeFigures,
  widestPairs,
} from './domain/relative-figures.js'
export { scaleSlipsOf } from './domain/scaled-amounts.js'
export { factsOf } from './domain/stated-fact.js'
export { outOf, type RankClaim, rankClaims } from './domain/superlative-words.js'
export { quantityOfCell } from './domain/table-facts.js'
export {
  cellValue,
  isGeneric,
  type Mention,
  mentionsIn,
  type Series,
  type SeriesCell,
  type SeriesTable,
  seriesTables,
  tellingWords,
} from './domain/table-series.js'
