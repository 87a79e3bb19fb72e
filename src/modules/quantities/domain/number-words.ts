import type { Token } from './quantity-tokens.js'

const units = new Map<string, number>([
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['thirteen', 13],
  ['fourteen', 14],
  ['fifteen', 15],
  ['sixteen', 16],
  ['seventeen', 17],
  ['eighteen', 18],
  ['nineteen', 19],
])
const tens = new Map<string, number>([
  ['twenty', 20],
  ['thirty', 30],
  ['forty', 40],
  ['fifty', 50],
  ['sixty', 60],
  ['seventy', 70],
  ['eighty', 80],
  ['ninety', 90],
])
const scales = new Map<string, number>([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])
const parts = new Map<string, number>([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
])
const partOf = (word: string | undefined) =>
  word === undefined ? undefined : (parts.get(word) ?? parts.get(word.replace(/s$/, '')))

/** A number written in words, and how many tokens it took. */
export type WordNumber = { value: number; taken: number }

/** How much a scale word or letter multiplies by: "million", "m", "bn", "k". */
export function scaleOf(word: string): number | undefined {
  if (word === 'm' || word === 'mn' || word === 'mil' || word === 'mln' || word === 'millions') return 1_000_000
  if (word === 'bn' || word === 'b') return 1_000_000_000
  if (word === 'k') return 1000
  return scales.get(word)
}

/** Reads "twenty-five", "twelve hundred", "two hundred and six", "a dozen", "a hundred" from words. */
export function numberInWords(tokens: Token[], at: number): WordNumber | undefined {
  const first = tokens[at]?.lower ?? ''
  if (first === 'a' || first === 'an') return afterArticle(tokens, at)
  if (first === 'dozen')
    return /^(the|same|this|that)$/.test(tokens[at - 1]?.lower ?? '') ? { value: 12, taken: 1 } : undefined
  if (first === 'half') return halfOfScale(tokens, at)
  let total = 0
  let part = 0
  let next = at
  while (next < tokens.length) {
    const step = wordStep(tokens, next, part)
    if (step === undefined) break
    total += step.carried
    part = step.part
    next += step.taken
  }
  if (next === at) return undefined
  if (tokens[next]?.lower === 'dozen') return { value: (total + part) * 12, taken: next + 1 - at }
  if (isAndAHalf(tokens, next) && total + part < 100) return { value: total + part + 0.5, taken: next + 3 - at }
  return { value: total + part, taken: next - at }
}

/** "three and a half times". */
const isAndAHalf = (tokens: Token[], at: number) =>
  ['and', 'a', 'half'].every((word, nth) => tokens[at + nth]?.lower === word)

function afterArticle(tokens: Token[], at: number): WordNumber | undefined {
  const second = tokens[at + 1]?.lower ?? ''
  if (second === 'dozen') return { value: 12, taken: 2 }
  const scale = scales.get(second)
  return scale === undefined ? undefined : { value: scale, taken: 2 }
}

/** "half a million", "half a percentage point". */
function halfOfScale(tokens: Token[], at: number): WordNumber | undefined {
  if (!/^an?$/.test(tokens[at + 1]?.lower ?? '')) return undefined
  const [next, second] = [tokens[at + 2]?.lower ?? '', tokens[at + 3]?.lower ?? '']
  if (next === 'point' || (next === 'percentage' && second === 'point')) return { value: 0.5, taken: 2 }
  const scale = scales.get(next)
  return scale === undefined ? undefined : { value: scale / 2, taken: 3 }
}

type Step = { carried: number; part: number; taken: number }

function wordStep(tokens: Token[], at: number, part: number): Step | undefined {
  const word = tokens[at]?.lower ?? ''
  const unit = units.get(word)
  if (unit !== undefined) return part % 100 === 0 ? { carried: 0, part: part + unit, taken: 1 } : undefined
  const ten = tens.get(word)
  if (ten !== undefined && part % 100 === 0) return afterTen(tokens, at, part + ten)
  const scale = scales.get(word)
  if (scale !== undefined && part > 0) {
    return scale === 100 ? { carried: 0, part: part * 100, taken: 1 } : { carried: part * scale, part: 0, taken: 1 }
  }
  const following = tokens[at + 1]?.lower ?? ''
  const isJoin = word === 'and' && part >= 100 && part % 100 === 0 && (units.has(following) || tens.has(following))
  return isJoin ? { carried: 0, part, taken: 1 } : undefined
}

function afterTen(tokens: Token[], at: number, part: number): Step {
  const hyphen = tokens[at + 1]?.text === '-' ? 1 : 0
  const unit = units.get(tokens[at + 1 + hyphen]?.lower ?? '')
  if (unit === undefined || unit > 9) return { carried: 0, part, taken: 1 }
  return { carried: 0, part: part + unit, taken: 2 + hyphen }
}

/** Reads "a third", "two-thirds", "three quarters", "half": a share in words. "Half" needs "of", "the", "a" or an end after it. */
export function fractionInWords(tokens: Token[], at: number): WordNumber | undefined {
  const first = tokens[at]?.lower ?? ''
  if (first === 'half') return halfAt(tokens, at)
  const hasArticle = first === 'a' || first === 'an'
  const top = hasArticle ? 1 : units.get(first)
  if (top === undefined || top > 9) return undefined
  const hyphen = tokens[at + 1]?.text === '-' ? 1 : 0
  const word = tokens[at + 1 + hyphen]?.lower
  const bottom = word === 'half' ? undefined : partOf(word)
  if (bottom === undefined || (top > 1 && !word?.endsWith('s'))) return undefined
  if (top >= bottom || isOrdinalUse(tokens, at + 2 + hyphen)) return undefined
  return { value: top / bottom, taken: 2 + hyphen }
}

function halfAt(tokens: Token[], at: number): WordNumber | undefined {
  const before = tokens[at - 1]?.lower ?? ''
  if (/^(first|second|last|next|latter|other|and|per|year|one|first-)$/.test(before)) return undefined
  const after = tokens[at + 1]
  if (after === undefined) return { value: 0.5, taken: 1 }
  if (after.lower === 'of') return isTimeWord(tokens, at + 2) ? undefined : { value: 0.5, taken: 1 }
  if (/^(the|our|their|all|those|these)$/.test(after.lower)) return { value: 0.5, taken: 1 }
  return after.kind === 'mark' && /[(),.;]/.test(after.text) ? { value: 0.5, taken: 1 } : undefined
}

const isTimeWord = (tokens: Token[], at: number) =>
  [tokens[at], tokens[at + 1]].some((token) =>
    /^(year|month|quarter|day|week|century|\d{4}|april|july|september)$/.test(token?.lower ?? ''),
  )

/** "A third party", "a fifth year", "the quarter to June": an ordinal or a season, not a share. */
function isOrdinalUse(tokens: Token[], at: number): boolean {
  const next = tokens[at]?.lower ?? ''
  return /^(party|parties|sector|year|time|person|round|phase|stage|way|meeting|report|consecutive|successive|annual|man|woman|officer|one|finger|to|ended|ending|four|of)$/.test(
    next,
  )
    ? next !== 'of' || isTimeWord(tokens, at + 1)
    : false
}
