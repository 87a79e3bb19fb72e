import type { Sentence } from '#modules/claims/index.js'
import {
  type Mention,
  mentionsIn,
  type Ordered,
  outOf,
  outOfOrder,
  type Prose,
  proseOf,
  type RankClaim,
  type RankedAmong,
  rankClaims,
  rankedAmong,
  type Series,
  type SeriesCell,
  singular,
  tellingWords,
} from '#modules/claims/index.js'
import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, quoteOf } from '#modules/passages/index.js'
import type { Check } from './check.js'

/** "Highest", "fewest", "ranked third of eight", "followed by": against the numbers beside them, or those of a table. */
export const checkRank: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence) => {
    const claims = rankClaims(sentence.items)
    const beside = outOfOrder(sentence).map((order) => ofOrder(prose, sentence, order))
    if (claims.length === 0 || sentence.kind === 'heading') return beside
    const beyond = claims.flatMap((claim) => beyondLast(prose, sentence, claim) ?? [])
    if (beyond.length > 0 || claims.length > 1) return [...beside, ...beyond]
    const [claim] = claims
    const listed = rankedAmong(sentence)
    if (listed) return [...beside, ofListed(prose, sentence, listed)]
    return claim ? [...beside, ...inTable({ document, prose, sentence, claim })] : beside
  })
}

function ofOrder(prose: Prose, sentence: Sentence, order: Ordered): Finding {
  const places = [order.first, order.second].flatMap((at) => sentence.items[at] ?? [])
  const [first, second] = places.map((item) => item.text.trim())
  return findingOf({
    kind: 'contradiction',
    verdict: order.isRight ? 'holds' : 'warning',
    quotes: places.map((item) => prose.quote(item)),
    message: order.isRight
      ? 'The figures stand in the order that the words say.'
      : `${order.says}, but ${first} and ${second} stand the other way round.`,
    working: `${first} against ${second}.`,
    ...(order.isRight ? {} : { suggestion: 'Mend the figure or the words that put them in order.' }),
  })
}

function ofListed(prose: Prose, sentence: Sentence, { claim, own, others, isRight }: RankedAmong): Finding {
  const [words, figure, ...rest] = [claim.at, own, ...others].flatMap((at) => sentence.items[at] ?? [])
  const shown = rest.map(({ text }) => text.trim()).join(', ')
  return findingOf({
    kind: 'contradiction',
    verdict: isRight ? 'holds' : 'warning',
    quotes: [words, figure, ...rest].flatMap((item) => (item ? [prose.quote(item)] : [])),
    message: isRight
      ? 'The figure stands among the others as the words say.'
      : `The words say “${words?.text}” of ${figure?.text.trim()}; the others are ${shown}.`,
    working: `${figure?.text.trim()} among ${shown}.`,
    ...(isRight ? {} : { suggestion: 'Mend the figure or the words that rank it.' }),
  })
}

/** "ranked ninth of eight". */
function beyondLast(prose: Prose, sentence: Sentence, claim: RankClaim): Finding | undefined {
  const of = claim.of ?? outOf(sentence.items, claim.at + 1)
  if (of === undefined || claim.place <= of || of < 2) return undefined
  const quote = prose.quote(sentence)
  return findingOf({
    kind: 'contradiction',
    verdict: 'error',
    quotes: [quote],
    message: `A place ${claim.place} among ${of} cannot be.`,
    working: `${claim.place} is more than ${of}.`,
    suggestion: 'Mend the rank or the number of those ranked.',
  })
}

type Claimed = { document: CheckedDocument; prose: Prose; sentence: Sentence; claim: RankClaim }

/** A row that a sentence says ranks so: right where any reading of row and column makes it so, wrong where none does. */
function inTable(claimed: Claimed): Finding[] {
  const { document, sentence } = claimed
  const mentions = mentionsIn(document, sentence).filter((mention) => isRanked(claimed, mention))
  const names = new Set(mentions.filter(({ series }) => series.cells.length >= 1).map(({ series }) => series.label))
  const readings = mentions.flatMap((mention) => readingsOf(claimed, mention, mentions))
  const [first] = readings
  if (!first) return []
  const right = readings.find((reading) => reading.isRight)
  if (right) return [finding(claimed, right)]
  const tables = new Set(readings.map((reading) => reading.cell.cell.start))
  return names.size <= 2 && tables.size <= 2 && readings.every((reading) => reading.isSure)
    ? [finding(claimed, first)]
    : []
}

const ranks =
  /^(had|has|have|was|were|is|are|made|saw|recorded|received|reached|reaching|remains|remained|being|with|at|its|the|a|in|to|also|again|still|joint|number|of|and|now|second|third|fourth|fifth|came)$/

/** Whether the words rank the row itself: "Ely had the highest …", "the highest was in Ely, with 12"; not "the highest in Ely came in May". */
function isRanked({ sentence, claim }: Claimed, mention: Mention): boolean {
  const { items } = sentence
  if (mention.from < claim.at)
    return items.slice(mention.until, claim.at).every((item) => item.kind !== 'word' || ranks.test(item.lower))
  const next = items[mention.until]
  return (
    next === undefined || next.kind !== 'word' || /^(with|at|and|in|where|which|while|but|during)$/.test(next.lower)
  )
}

type Reading = { cell: SeriesCell; best: SeriesCell | undefined; isRight: boolean; isSure: boolean; series: Series }

/** The cells that a sentence may rank: those of the row it names, under the column that it names too. */
function readingsOf({ sentence, claim }: Claimed, mention: Mention, mentions: Mention[]): Reading[] {
  const { series } = mention
  const cells = series.cells.filter((cell) => isNamed(sentence, cell, mention))
  const figure = sentence.items.filter((item) => item.quantity && !item.quantity.inWords && item.quantity.shown > 1)
  const isMoreNamed = mentions.some(
    (other) => other.series.table === series.table && other.series.label !== series.label,
  )
  return cells.flatMap((cell) => {
    const down = peersDown(series, cell)
    const along = peersAlong(series, cell)
    const isFigure = figure.some(
      (item) => Math.abs((item.quantity?.shown ?? 0) - (cell.cell.number?.value ?? -1)) < 1e-9,
    )
    const isSure = (isFigure || sharesWord(sentence, mention)) && !isMoreNamed
    const sets = [down, along].filter((peers) => peers.length >= 3)
    return sets.length === 0
      ? []
      : [
          {
            cell,
            series,
            isSure,
            best: bestOf(sets[0] ?? [], claim),
            isRight: sets.some((peers) => holds(claim, cell, peers)),
          },
        ]
  })
}

/** A column is named by its period or by all the words of its heading; a table of one column needs no naming. */
function isNamed(sentence: Sentence, cell: SeriesCell, mention: Mention): boolean {
  const value = cell.cell.number?.value
  if (value === undefined || /change|%|target|rank|variance|difference/i.test(cell.head)) return false
  if (cell.period && sentence.items.some((item) => item.period?.key === cell.period?.key)) return true
  const said = new Set(sentence.items.map((item) => singular(item.lower)))
  if (cell.words.length > 0 && cell.words.every((word) => said.has(word))) return true
  return mention.series.cells.length === 1
}

/** Other rows' figures in the same column, totals left out. */
function peersDown(series: Series, cell: SeriesCell): SeriesCell[] {
  if (series.isTotal) return []
  return series.table.series.flatMap((other) =>
    other.isTotal
      ? []
      : other.cells
          .filter((one) => one.head === cell.head && one.cell.number?.unit === cell.cell.number?.unit)
          .slice(0, 1),
  )
}

/** The same row's figures of like periods. */
function peersAlong(series: Series, cell: SeriesCell): SeriesCell[] {
  return cell.period
    ? series.cells.filter((one) => one.period?.months === cell.period?.months && one.period?.kind === cell.period?.kind)
    : []
}

const worth = (cell: SeriesCell) => cell.cell.number?.value ?? 0

function holds(claim: RankClaim, cell: SeriesCell, peers: SeriesCell[]): boolean {
  const value = worth(cell)
  const isAt = (isBetter: (other: number) => boolean) => {
    const ahead = peers.filter((peer) => isBetter(worth(peer))).length
    const level = peers.filter((peer) => worth(peer) === value).length
    return claim.place > ahead && claim.place <= ahead + Math.max(1, level)
  }
  const fromTop = isAt((other) => other > value)
  const fromBottom = isAt((other) => other < value)
  if (claim.end === 'either') return fromTop || fromBottom
  return claim.end === 'top' ? fromTop : fromBottom
}

function bestOf(peers: SeriesCell[], claim: RankClaim): SeriesCell | undefined {
  if (claim.place > 1 || claim.end === 'either') return undefined
  const sign = claim.end === 'top' ? -1 : 1
  return [...peers].sort((a, b) => sign * (worth(a) - worth(b)))[0]
}

/** The sentence speaks of what the table is about: a word of its caption or its headings besides the row's own name. */
function sharesWord(sentence: Sentence, mention: Mention): boolean {
  const { captionWords } = mention.series.table
  return sentence.items.some(
    (item, at) =>
      (at < mention.from || at >= mention.until) &&
      item.kind === 'word' &&
      (item.lower === 'table' || (captionWords.has(singular(item.lower)) && tellingWords(item.lower).length > 0)),
  )
}

function finding({ document, prose, sentence, claim }: Claimed, reading: Reading): Finding {
  const { cell, best, isRight, series } = reading
  const shown = cell.cell.text.trim()
  const words = prose.quote({
    start: sentence.items[claim.at]?.start ?? sentence.start,
    end: sentence.items[claim.at]?.end ?? sentence.end,
  })
  const rival = best && best !== cell ? `; ${best.cell.text.trim()} stands there too` : ''
  const cells = [cell, ...(best && best !== cell && !isRight ? [best] : [])]
  return findingOf({
    kind: 'contradiction',
    verdict: isRight ? 'holds' : 'warning',
    quotes: [words, ...cells.map((one) => quoteOf(document, one.cell.start, one.cell.end))],
    message: isRight
      ? 'The table agrees with this rank.'
      : `The sentence says “${words.text}” of “${series.label}”, which the table gives as ${shown}${rival}.`,
    working: isRight ? `${shown} in the table.` : `${shown} is not so placed among the figures beside it${rival}.`,
    ...(isRight ? {} : { suggestion: 'Mend the words or the table.' }),
  })
}
