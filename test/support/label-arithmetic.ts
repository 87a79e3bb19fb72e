/** The arithmetic of one label of the evaluation set, such as "change 56000 61230 9.3". */
type Working = (numbers: number[], words: string[]) => boolean

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const noonOf = (date = '') => new Date(`${date}T12:00:00Z`)
const isSame = (one: number, other: number) => Math.abs(one - other) < 1e-6

/** Whether a value rounds to a printed number, at the decimals that it is printed with. */
function roundsTo(value: number, printed = ''): boolean {
  const decimals = printed.split('.')[1]?.length ?? 0
  return Math.abs(value - Number(printed)) <= 0.5 * 10 ** -decimals + 1e-9
}

const sumOf = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0)

function monthsFrom([first = '', last = '']: string[]): number {
  const [fromYear = 0, fromMonth = 0] = first.split('-').map(Number)
  const [untilYear = 0, untilMonth = 0] = last.split('-').map(Number)
  return (untilYear - fromYear) * 12 + untilMonth - fromMonth + 1
}

/** Whether some whole number of people out of a base gives the printed percentage. */
const isPossible = (printed: string | undefined, base: number) =>
  Array.from({ length: base + 1 }, (_, people) => (people / base) * 100).some((share) => roundsTo(share, printed))

const workings: Record<string, Working> = {
  sum: ([total = 0, ...parts]) => isSame(total, sumOf(parts)),
  change: ([from = 0, to = 0], words) => roundsTo(((to - from) / from) * 100, words[2]),
  points: ([from = 0, to = 0, points = 0]) => isSame(to - from, points),
  share: ([part = 0, whole = 0], words) => roundsTo((part / whole) * 100, words[2]),
  mean: ([total = 0, periods = 0], words) => roundsTo(total / periods, words[2]),
  quotient: ([total = 0, parts = 0], words) => roundsTo(total / parts, words[2]),
  product: ([one = 0, other = 0], words) => roundsTo(one * other, words[2]),
  ratio: ([from = 0, to = 0], words) => roundsTo(to / from, words[2]),
  rate: ([cases = 0, people = 0, per = 0], words) => roundsTo((cases / people) * per, words[3]),
  grim: ([, base = 0], [printed]) => isPossible(printed, base),
  day: (_, [date, weekday]) => weekdays[noonOf(date).getUTCDay()] === weekday,
  exists: (_, [date = '']) => !Number.isNaN(noonOf(date).getTime()) && noonOf(date).toISOString().startsWith(date),
  months: ([, , count = 0], words) => monthsFrom(words) === count,
  years: ([from = 0, to = 0, count = 0]) => to - from === count,
  count: ([said = 0, counted = 0]) => said === counted,
  equal: ([one = 0, other = 0]) => isSame(one, other),
  more: ([one = 0, other = 0]) => one > other,
  within: ([value = 0, least = 0, most = 0]) => value >= least && value <= most,
}

/** Whether the arithmetic that a label gives for its passage comes out as the passage says. */
export function comesOut(because: string): boolean {
  const [name = '', ...words] = because.split(' ')
  const working = workings[name]
  if (!working) throw new Error(`no working is called “${name}”`)
  return working(words.map(Number), words)
}

/** What a label's arithmetic becomes when a number of its passage is another: it has no such term, still holds, or breaks. */
export type AfterChange = 'no term' | 'holds' | 'broken'

/** One number of a passage, and another that is put in its place. */
type Change = { readonly passage: string; readonly printed: string; readonly fresh: string }

/**
 * Puts another number where a printed one stands in a label's arithmetic, and works it out again, each term to the
 * decimals that the passage prints: "by 14%" where the label says 14.0.
 */
export function afterChange(because: string, { passage, printed, fresh }: Change): AfterChange {
  const [name = '', ...terms] = because.split(' ')
  const words = terms.map((word) => asPrinted(word, passage))
  const changed = words.flatMap((word, at) => {
    const term = changedTerm(word, printed, fresh)
    return term === undefined ? [] : [[name, ...words.with(at, term)].join(' ')]
  })
  if (changed.length === 0) return 'no term'
  return changed.every(comesOut) ? 'holds' : 'broken'
}

function asPrinted(word: string, passage: string): string {
  const numbers = passage.match(/\d[\d,]*(?:\.\d+)?/g) ?? []
  const same = numbers.map((one) => one.replaceAll(',', '')).find((one) => Number(one) === Math.abs(Number(word)))
  return same === undefined ? word : (word.startsWith('-') ? '-' : '') + same
}

/** A term with the sign and scale that the label gives it: "−20.0" for 20 per cent, "1200000" for £1.2 million. */
function changedTerm(word: string, printed: string, fresh: string): string | undefined {
  const [term, from] = [Number(word), Number(printed.replaceAll(',', ''))]
  const scale = [1, 1000, 1_000_000].find((one) => isSame(Math.abs(term), from * one))
  if (scale === undefined) return undefined
  const shown = fresh.replaceAll(',', '')
  return (term < 0 ? '-' : '') + (scale === 1 ? shown : String(Number((Number(shown) * scale).toFixed(6))))
}
