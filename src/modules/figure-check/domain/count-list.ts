import { smallCount, smallNumber } from '#modules/quantities/index.js'

/** How many names a list has at the least (every "and" inside one name) and at the most (every "and" between two). */
export type ListSize = { readonly least: number; readonly most: number; readonly isPlain: boolean }

const subset =
  /^(?:includ|such as|e\.?g|for example|among|up|down|compared|see|about|over|nearly|\d|£|as|who|which|that|with|not|or|based|source)\b/i

/** Reads a list behind a colon, a dash or an opening bracket; nothing where it is no list of all that was counted. */
export function markedList(list: string, said: number): ListSize | undefined {
  const letters = lettersIn(list)
  if (letters > 1) return { least: letters, most: letters, isPlain: true }
  const bare = list
    .replace(/\([^()]*\)/g, '')
    .replace(limit, '')
    .trim()
  return isWholeList(bare) ? sizeOf(bare, said) : undefined
}

/** Whether a list can name all that was counted: no "including", no figures but dates, no clause about one of them. */
const isWholeList = (bare: string) =>
  bare.length >= 3 &&
  !subset.test(bare) &&
  (!aside.test(bare) || asks.test(bare)) &&
  (!/\d/.test(bare) || areAllDated(bare))

function sizeOf(bare: string, said: number): ListSize | undefined {
  const parts = bare
    .split(bare.includes(';') ? /;\s*(?:and\s+)?/ : /,\s*(?:and\s+|or\s+)?/)
    .filter((part) => part.trim() !== '')
  const ands = parts.map((part) => (part.match(/\s(?:and|or|&)\s/g) ?? []).length)
  const inside = ands.reduce((sum, count) => sum + count, 0)
  const more = numbersInside(bare, said)
  const isPlain = isPlainList(bare)
  if (bare.includes(';') && parts.length > 2)
    return { least: parts.length + more, most: parts.length + more, isPlain: true }
  const endsWithAnd = /,\s*(?:and|or)\s[^,;]*$/.test(bare)
  const least = parts.length + (endsWithAnd || (ands.at(-1) ?? 0) === 0 ? 0 : 1) + more
  const slashed = (bare.match(/\w\/\w/g) ?? []).length
  const most = Math.max(least, parts.length + inside + more) + slashed
  const isJoined = /[,;]/.test(bare) || (said === 2 && most === 2) || (said === 3 && isPair(bare))
  return most >= 2 && isJoined ? { least, most, isPlain } : undefined
}

/** "retail crime and mounted police": two short names, and no more. */
const isPair = (bare: string) => /^[^,;.]+$/.test(bare) && /^(?:\S+\s){1,5}(?:and|or)(?:\s\S+){1,5}$/.test(bare.trim())

const aside = /\b(?:who|which|where|whose)\b/i
const asks = /^(?:who|which|where|when|why|how|what|whether)\b/i

const ROMANS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii']

/** How many things "a) …; b) …; c) …" or "(i) …; (ii) …" tells off; nothing where a letter is left out. */
export function lettersIn(list: string): number {
  const romans = [...list.matchAll(/(?:^|\s)\((i{1,3}|iv|vi{0,3})\)\s/g)].map((match) => match[1] ?? '')
  if (romans.length > 1) return romans.every((roman, at) => roman === ROMANS[at]) ? romans.length : 0
  const letters = [...list.matchAll(/(?:^|\s)\(?([a-h])[).]\s/g)].map((match) => match[1] ?? '')
  return letters.every((letter, at) => letter.charCodeAt(0) === 97 + at) ? letters.length : 0
}

/** "pay above £60,000": a figure that only tells which. */
const limit = /\b(?:above|below|over|under)\s£?[\d,.]*\d/g

/** "3 June, 10 September and 2 December": every name has its figure. */
const areAllDated = (list: string) =>
  (/,\s.*\sand\s/.test(list) || areAmounts(list)) &&
  list.split(/[,;]\s(?:and\s)?|\sand\s/).every((part) => /\d/.test(part))

/** "Harbour £4,000; Elm £3,000": names with their money, and no verb. */
const areAmounts = (list: string) =>
  list.includes(';') &&
  list
    .split(';')
    .every((part) => /^\s*(?:and\s)?(?!.*\b(?:had|has|got|[a-z]+ed)\s)[^,;£\d]+\s£[\d,.]*\d\w?\s*$/.test(part))

/** "Two lay members" among the names counts for two; a number larger than what was promised is part of a name. */
function numbersInside(list: string, said: number): number {
  const leading = new RegExp(`(?:^|[,;]|\\band|\\bor)\\s*(${smallNumber})\\s+(?=[a-z])`, 'gi')
  return [...list.matchAll(leading)].reduce((sum, match) => {
    const count = smallCount(match[1] ?? '') ?? 1
    const isName = /^[A-Z]/.test(match[1] ?? '') && /^\s*[A-Z]/.test(list.slice(match.index + match[0].length))
    return count < said && !isName ? sum + count - 1 : sum
  }, 0)
}

/** Short names with one joining word at the end can only be read one way. */
function isPlainList(list: string): boolean {
  const parts = list.split(/[,;]|\s(?:and|or|&)\s/).map((part) => part.trim())
  return parts.every((part) => part.split(/\s+/).length <= 6) && /\s(?:and|&)\s/.test(list) && /^[^,;]+,/.test(list)
}

const name =
  "(?:(?:the\\s)?[A-Z][\\w’'-]*(?:\\s(?:of\\s|the\\s|upon\\s)?[A-Z][\\w’'-]*){0,4}|the\\s[a-z]+(?:\\s[a-z]+)?|\\d{1,2}\\s[A-Z][a-z]+)"
const capitals = new RegExp(
  `^\\s*(?:(?:in|at|from|to|for|by|with)\\s)?(${name}(?:,\\s${name})*,?\\s(?:and|&)\\s${name})(?!\\s[A-Z])`,
)
const ones =
  /^\s*(one\s(?<link>for|in|at|to|from|by|on)\s[^.,;:()\d]{3,50}(?:,\sone\s\k<link>\s[^.,;:()\d]{3,50}){0,5},?\sand\sone\s\k<link>\s[^.,;:()\d]{3,60})(?=[.;])/i
const things =
  /^\s*((?<article>the|a)n?\s[^.,;:()\d]{3,40}(?:,\s\k<article>n?\s[^.,;:()\d]{3,40}){0,5},?\sand\s\k<article>n?\s[^.,;:()\d]{3,40})(?=[.;])/
const goesOn =
  /^(?:[.,;):]|\s*$|\s[–—-]\s|\s(?:were|was|are|make|makes|made|share|shares|have|has|had|took|run|runs|will|each|all|all\stogether|met)\b)/

/** A list that can be told from other words by its names alone: capitals, or "one for … and one for …", or "the … and the …". */
export type NamedList = { readonly length: number; readonly many: number }

/** Reads names written with capitals that begin here; what follows them must end the thought. */
export function capitalList(text: string): NamedList | undefined {
  const match = capitals.exec(text)
  if (!match?.[1] || !goesOn.test(text.slice(match[0].length))) return undefined
  const parts = match[1].split(/,\s(?:and\s)?|\s(?:and|&)\s/)
  return /[A-Z]/.test(match[1]) ? { length: match[0].length, many: parts.length } : undefined
}

const counted = new RegExp(`^(one|${smallNumber})\\s(for|in|at|to|from|by|on|of)\\s`, 'i')

/** "two from Ely, one from March and one from Soham": as many as their numbers come to, while each begins alike. */
function countedOnes(text: string): NamedList | undefined {
  const clause = /^[^.;:()]*/.exec(text)?.[0] ?? ''
  const parts = clause.split(/(?:,\sand\s|,\s|\sand\s)/)
  const read = parts.map((part) => counted.exec(part.trim()))
  const link = read[0]?.[2]
  const stop = read.findIndex((one) => one?.[2] !== link)
  const own = stop < 0 ? read : read.slice(0, stop)
  const sizes = own.map((one) => (/^one$/i.test(one?.[1] ?? '') ? 1 : (smallCount(one?.[1] ?? '') ?? 0)))
  if (link === undefined || own.length < 2 || !sizes.includes(1)) return undefined
  const length = clause.indexOf(parts[own.length - 1] ?? '') + (parts[own.length - 1]?.length ?? 0)
  return { length, many: sizes.reduce((sum, size) => sum + size, 0) }
}

/** Reads "one for Ashby and one for Marlow", "the night bus and the mobile office" up to the end of the sentence. */
export function wordedList(text: string): NamedList | undefined {
  const each = ones.exec(text)
  if (each?.[1]) {
    if (/\b(?:includ|such as|two|three|four|another|others?|each)/i.test(each[1])) return undefined
    return { length: each[0].length, many: each[1].match(/\bone\s(?:for|in|at|to|from|by|on)\s/gi)?.length ?? 0 }
  }
  const sum = countedOnes(text.trimStart())
  if (sum) return sum
  const match = things.exec(text)
  return match?.[1]
    ? { length: match[0].length, many: match[1].split(/(?:,\s(?:and\s)?|\sand\s)(?:the|an?)\s/).length }
    : undefined
}
