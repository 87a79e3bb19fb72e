import { type CheckedDocument, type Finding, findingOf } from '#modules/passages/index.js'
import {
  inPrint,
  isShareOf,
  looseSpan,
  meets,
  printedDigits,
  type Quantity,
  quotient,
  roundedSpan,
  type Span,
  slipsOf,
  times,
} from '#modules/quantities/index.js'
import { amountsOf, type BesideShare, type Printed, type ShareGroup, shareGroupsOf } from './shares-beside.js'
import { countWhile, type Spoken, spokenOf } from './spoken-places.js'

/**
 * Amounts with their percentage beside them, whose whole stands elsewhere: "Of the 1,500 asked … 45% (675) … 660, 44%".
 * Several together share a whole, printed or not. One that has none where its neighbours agree on one, and would have
 * theirs with another digit, is asked about; so is a whole that would be theirs with another digit.
 */
export function checkSharedBase(document: CheckedDocument, findings: readonly Finding[]): Finding[] {
  const groups = shareGroupsOf(document).filter(({ shares }) => shares.length > 1)
  if (groups.length === 0) return []
  const wholes = amountsOf(document)
  const open = {
    part: spokenOf(
      document,
      findings.filter(({ verdict }) => verdict !== 'holds'),
    ),
    percent: spokenOf(
      document,
      findings.filter(({ verdict, kind }) => verdict !== 'holds' || related.test(kind)),
    ),
  }
  return groups.flatMap((group) => {
    const read = group.shares.map((share): Read => ({ share, fitting: wholesOf(share, wholes) }))
    const free = ({ share }: Read) =>
      share.whole === undefined && !open.part(share.part.quote) && !open.percent(share.percent.quote)
    const parts = new Set(group.shares.map(({ part }) => part.quote.start))
    const isOther = ({ quote }: Printed) => !parts.has(quote.start)
    return [
      ...oddOnes({ ...group, read, free }),
      ...oddWholes({
        read: read.filter((one) => one.fitting.length === 0 && free(one)),
        wholes,
        isOther,
        spoken: open.part,
      }),
    ]
  })
}

/** Kinds by which a percentage that holds has been tied to its amounts. */
const related = /^(share|change|average-of-total)$/

const NEIGHBOURS_EACH_SIDE = 4
/** In characters: some two pages. */
const REACH = 6000
const MOST_WHOLES = 150
/** In characters: an amount farther off that fits may do so by chance. */
const FAR = 1500

/** In characters: some three sentences, of which one may name the whole for all. */
const CLOSE = 350

const distance = (one: Printed, other: Printed) => Math.abs(one.quote.start - other.quote.start)

/** A share, and the printed amounts near it that it may be a share of. */
type Read = { readonly share: BesideShare; readonly fitting: readonly Printed[] }

const wholesOf = (share: BesideShare, wholes: readonly Printed[]) =>
  share.whole ? [share.whole] : wholesNear(share, wholes).filter(({ quantity }) => fits(figuresOf(share), quantity))

/** Those before a share and little behind it, the nearest first. */
function wholesNear({ part, percent }: BesideShare, wholes: readonly Printed[]): Printed[] {
  const until = Math.max(part.quote.end, percent.quote.end) + REACH / 10
  const count = countWhile(wholes, ({ quote }) => quote.start < until)
  const near = wholes.slice(Math.max(0, count - MOST_WHOLES), count).toReversed()
  return near.filter(({ quote }) => quote.start > part.quote.start - REACH)
}

type Figures = { readonly part: Quantity; readonly percent: Quantity }

const figuresOf = ({ part, percent }: BesideShare): Figures => ({ part: part.quantity, percent: percent.quantity })

const fits = ({ part, percent }: Figures, whole: Quantity): boolean =>
  part.unit === whole.unit && part.shown <= whole.shown && isShareOf(part, whole, percent)

/** What a part with its percentage says of the whole. */
const impliedWhole = ({ part, percent }: Figures): Span => times(quotient(looseSpan(part), roundedSpan(percent)), 100)

type Odd = ShareGroup & { readonly read: readonly Read[]; readonly free: (one: Read) => boolean }

/** Shares without a whole among neighbours that agree on one. */
function oddOnes({ read, free, isColumn }: Odd): Finding[] {
  return read.flatMap((one, at) => {
    if (!free(one)) return []
    const figures = figuresOf(one.share)
    const neighbours = neighboursOf(read, at).filter(({ share }) => share.part.quantity.unit === figures.part.unit)
    const fitting = one.fitting.map((whole) => distance(whole, one.share.part))
    const agreed = agreedOn(neighbours, one).find(
      ({ whole, reach }) =>
        !fitting.some((far) => far < reach) &&
        !isOf(figures, whole) &&
        figures.part.shown !== whole.low &&
        wouldBeOf(figures, whole),
    )
    return agreed ? [questionOfShare(one.share, agreed, isColumn)] : []
  })
}

function neighboursOf(read: readonly Read[], at: number): Read[] {
  const own = read[at]?.share.part.quote.start ?? 0
  return read
    .slice(Math.max(0, at - NEIGHBOURS_EACH_SIDE), at + NEIGHBOURS_EACH_SIDE + 1)
    .filter((one) => one !== read[at] && Math.abs(one.share.part.quote.start - own) < REACH)
}

/** A whole on which neighbours agree, how many different percentages say so, and how far off an amount may explain the share instead. */
type Agreed = { readonly whole: Span; readonly by: number; readonly reach: number }

/** Two agree on a whole that is printed, or three on one that is not, or one in a sentence close by names it; the most agreed first. */
function agreedOn(neighbours: readonly Read[], own: Read): Agreed[] {
  const named = neighbours.flatMap(({ share }) =>
    share.whole && (share.sentence === own.share.sentence || isCloseBy(share, own.share))
      ? point(share.whole.quantity.shown)
      : [],
  )
  const all = neighbours.map(({ share }) => figuresOf(share))
  const unnamed = neighbours.flatMap(({ share }) => (share.whole ? [] : figuresOf(share)))
  const printed = neighbours.flatMap(({ fitting }) => fitting.map(({ quantity: { shown } }) => point(shown)))
  const implied = unnamed.map((one) => commonOf(unnamed.filter((other) => isOf(other, point(impliedWhole(one).low)))))
  const agreed = (wholes: readonly Span[], among: readonly Figures[], least: number, reach = REACH) =>
    wholes
      .map((whole): Agreed => {
        const by = new Set(among.filter((one) => isOf(one, whole)).map(({ percent }) => percent.shown)).size
        return { whole, by, reach }
      })
      .filter(({ by }) => by >= least)
  return [...agreed(printed, all, 2), ...agreed(implied, unnamed, 3), ...agreed(named, all, 1, FAR)].toSorted(
    (one, two) => two.by - one.by,
  )
}

/** A neighbour close before names the whole; but "90 (12% of all cars)" names its own. */
const isCloseBy = (one: BesideShare, own: BesideShare) =>
  distance(one.part, own.part) < CLOSE &&
  one.part.quote.start < own.part.quote.start &&
  !own.sentence?.items.some(
    ({ quantity }, at, items) => quantity === own.percent.quantity && items[at + 1]?.lower === 'of',
  )

/** What the wholes that shares imply have in common. */
function commonOf(shares: readonly Figures[]): Span {
  const wholes = shares.map(impliedWhole)
  return { low: Math.max(...wholes.map(({ low }) => low)), high: Math.min(...wholes.map(({ high }) => high)) }
}

const point = (value: number): Span => ({ low: value, high: value })

/** Rounded shares of all its parts may make a whole 100.1 per cent of itself. */
function isOf(figures: Figures, whole: Span): boolean {
  const near = { low: whole.low * 0.9999, high: whole.high * 1.0001 }
  if (Math.abs(figures.percent.shown - 100) <= 2 && meets(looseSpan(figures.part), near)) return true
  return meets(impliedWhole(figures), near)
}

/** Whether another digit in the part or the percentage would make it a share of the whole. */
function wouldBeOf({ part, percent }: Figures, whole: Span): boolean {
  if (printedDigits(part).length < 2 && printedDigits(percent).length < 2) return false
  return (
    slipsOf(part).some((other) => isOf({ part: other, percent }, whole)) ||
    slipsOf(percent).some((other) => other.shown > 0 && isOf({ part, percent: other }, whole))
  )
}

function questionOfShare({ part, percent }: BesideShare, { whole, by }: Agreed, isColumn: boolean): Finding {
  const [size, share] = [part.quantity.shown, percent.quote.text.trim()]
  const about = (whole.low + whole.high) / 2
  const given = (size / about) * 100
  const decimals = Math.max(0, Math.round(-Math.log10(percent.quantity.precision)))
  return findingOf({
    kind: 'share',
    verdict: isColumn && by > 3 ? 'warning' : 'question',
    quotes: [percent.quote, part.quote],
    message: `${by > 1 ? `${by} percentages near it are` : 'The percentage beside it is'} of about ${inPrint(about, 0)}, but ${part.quote.text.trim()} is not ${share} of that. Is it of something else?`,
    working: `${inPrint(size)} ÷ ${inPrint(about, 0)} × 100 = ${inPrint(given)}`,
    suggestion: `If it is of the same, print ${given.toFixed(decimals)}% or mend ${part.quote.text.trim()}.`,
  })
}

type Orphans = {
  readonly read: readonly Read[]
  readonly wholes: readonly Printed[]
  readonly isOther: (whole: Printed) => boolean
  readonly spoken: Spoken
}
const NEAREST = 8

/** Wholes that no share fits, though two in a row would if one digit of the whole were another. */
function oddWholes({ read, wholes, isOther, spoken }: Orphans): Finding[] {
  const told = new Set<Printed>()
  return read.flatMap(({ share }, at) => {
    const next = read[at + 1]?.share
    if (!next || next.part.quote.start - share.part.quote.start > REACH) return []
    const asked = wholesNear(share, wholes)
      .filter(
        (whole) => isOther(whole) && whole.quote.end <= Math.min(share.part.quote.start, share.percent.quote.start),
      )
      .slice(0, NEAREST)
      .find((whole) => !told.has(whole) && isSlipped(whole.quantity, [share, next]))
    if (!asked || spoken(asked.quote)) return []
    told.add(asked)
    return [questionOfWhole(asked, [share, next])]
  })
}

const isSlipped = (whole: Quantity, shares: readonly BesideShare[]) =>
  printedDigits(whole).length > 2 &&
  slipsOf(whole).some((other) => shares.every((share) => fits(figuresOf(share), other)))

function questionOfWhole({ quote }: Printed, shares: readonly [BesideShare, BesideShare]): Finding {
  const text = quote.text.trim()
  const [one, other] = shares.map(({ part, percent }) => `${part.quote.text.trim()} (${percent.quote.text.trim()})`)
  return findingOf({
    kind: 'share',
    verdict: 'question',
    quotes: [quote, ...shares.map(({ percent }) => percent.quote)],
    message: `${one} and ${other} are not shares of ${text}, but would be if one of its digits were another. Are they of it?`,
    working: shares
      .map(({ part, percent }) => {
        const whole = (part.quantity.shown / percent.quantity.shown) * 100
        return `${part.quote.text.trim()} ÷ ${percent.quote.text.trim()} = ${inPrint(whole, 0)}`
      })
      .join('; '),
    suggestion: `Look ${text} up, or say what they are shares of.`,
  })
}
