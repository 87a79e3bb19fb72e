import type { Sentence } from '#modules/claims/index.js'
import {
  listedSeries,
  type Mention,
  mentionsIn,
  type Prose,
  proseOf,
  type RunClaim,
  runClaim,
  type SeriesCell,
} from '#modules/claims/index.js'
import type { CheckedDocument } from '#modules/passages/index.js'
import { type Finding, findingOf, type Quote, quoteOf } from '#modules/passages/index.js'
import type { Check } from './check.js'

/** "Fell for the third year running": against the figures that the sentence lists, or the row of a table that it names. */
export const checkRun: Check = (document) => {
  const prose = proseOf(document)
  return prose.sentences.flatMap((sentence) => {
    const claim = runClaim(sentence)
    if (!claim) return []
    const listed = inSentence(prose, sentence, claim)
    return listed ? [listed] : inTable({ document, prose, sentence, claim })
  })
}

type Point = { value: number; text: string; quote: Quote }

function inSentence(prose: Prose, sentence: Sentence, claim: RunClaim): Finding | undefined {
  const points = listedSeries(sentence).flatMap((at): Point[] => {
    const item = sentence.items[at]
    return item?.quantity ? [{ value: item.quantity.shown, text: item.text.trim(), quote: prose.quote(item) }] : []
  })
  if (points.length < 3) return undefined
  const last = claim.steps === undefined ? points : points.slice(-(claim.steps + 1))
  return judged(claim, last, [])
}

type Claimed = { document: CheckedDocument; prose: Prose; sentence: Sentence; claim: RunClaim }

function inTable({ document, prose, sentence, claim }: Claimed): Finding[] {
  const mentions = mentionsIn(document, sentence)
  const labels = new Set(mentions.map(({ series }) => series.label.toLowerCase()))
  if (labels.size !== 1) return []
  const words = sentence.items[claim.at]
  const quotes = words ? [prose.quote(words)] : []
  const findings = mentions.flatMap((mention) => {
    const points = seriesFor(sentence, mention, claim).map(({ cell }): Point => {
      return { value: cell.number?.value ?? 0, text: cell.text.trim(), quote: quoteOf(document, cell.start, cell.end) }
    })
    return points.length >= 3 ? [judged(claim, points, quotes)] : []
  })
  const right = findings.find((one) => one.verdict === 'holds')
  if (right) return [right]
  return findings.length === 1 ? findings : []
}

/** The cells of a named row that a run speaks of, the earliest first: up to the period that the sentence names, or to the last. */
function seriesFor(sentence: Sentence, { series }: Mention, claim: RunClaim): SeriesCell[] {
  const dated = series.cells.filter(
    (cell) => cell.period?.kind === 'months' && !/change|%|target|budget|forecast|plan/i.test(cell.head),
  )
  const lengths = new Set(dated.map((cell) => cell.period?.months))
  const ordered = [...dated].sort((a, b) => (a.period?.from ?? 0) - (b.period?.from ?? 0))
  const firsts = ordered.map((cell) => cell.period?.from ?? 0)
  const isWhole =
    lengths.size === 1 &&
    firsts.every((month, at) => at === 0 || month - (firsts[at - 1] ?? 0) === ordered[0]?.period?.months)
  if (!isWhole) return []
  const named = sentence.items.find((item) => item.period?.kind === 'months')?.period?.key
  const end = named === undefined ? ordered.length : ordered.findIndex((cell) => cell.period?.key === named) + 1
  const since =
    claim.since === undefined
      ? 0
      : firsts.findIndex((month) => month === claim.since || month + 9 === claim.since || month - 3 === claim.since)
  if (end === 0 || since < 0) return []
  const until = ordered.slice(since, end)
  return claim.steps === undefined ? until : until.slice(-(claim.steps + 1))
}

function judged(claim: RunClaim, points: Point[], words: Quote[]): Finding {
  const wrong = points.findIndex(
    (point, at) => at > 0 && Math.sign(point.value - (points[at - 1]?.value ?? 0)) !== claim.direction,
  )
  const isRight = wrong < 0
  const [before, after] = [points[wrong - 1], points[wrong]]
  const way = claim.direction > 0 ? 'rise' : 'fall'
  return findingOf({
    kind: 'change',
    verdict: isRight ? 'holds' : 'warning',
    quotes: [
      ...words,
      ...(isRight ? points : [before, after].filter((one) => one !== undefined)).map((point) => point.quote),
    ],
    message: isRight
      ? `Each figure follows the one before it with a ${way}.`
      : `The words claim a ${way} each time, but ${before?.text} was followed by ${after?.text}.`,
    working: points.map((point) => point.text).join(' → '),
    ...(isRight ? {} : { suggestion: 'Mend the figure that breaks the run, or say how long the run was.' }),
  })
}
