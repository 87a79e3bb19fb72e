/** A word, a printed number or a mark, with its place in the text that was read. */
export type Token = {
  kind: 'word' | 'number' | 'mark'
  text: string
  lower: string
  start: number
  end: number
  /** Whether white space stands before it; a footnote mark or a unit stands close. */
  gap: boolean
  /** Of a number: its value, how many decimals were printed, and the letters that follow it closely ("m" of "1.2m"). */
  value: number
  decimals: number
  suffix: string
}

const isSpace = (char: string) => char === ' ' || /\s/.test(char) || char === '\u200b' || char === '\ufeff'
const isDigit = (char: string | undefined) => char !== undefined && char >= '0' && char <= '9'
const isPlainLetter = (char: string) => (char >= 'a' && char <= 'z') || (char >= 'A' && char <= 'Z')
const isLetter = (char: string | undefined) =>
  char !== undefined && (isPlainLetter(char) || (char > '\x7f' && /\p{L}/u.test(char)))
const groupSpaces = new Set(['\u00a0', '\u202f', '\u2009'])

/** Splits text into words, numbers and marks in one pass. A letter with digits after it ("A14", "CO1") is one word. */
export function tokensOf(text: string, from = 0, until = text.length): Token[] {
  const tokens: Token[] = []
  let at = from
  let gap = true
  while (at < until) {
    const char = text[at] ?? ''
    if (isSpace(char)) {
      gap = true
      at += 1
      continue
    }
    const token = tokenAt(text, at, until, gap)
    tokens.push(token)
    at = token.end
    gap = false
  }
  return tokens
}

function tokenAt(text: string, at: number, until: number, gap: boolean): Token {
  if (isDigit(text[at])) return numberAt(text, at, until, gap)
  const kind = isLetter(text[at]) ? 'word' : 'mark'
  const end = kind === 'word' ? wordEnd(text, at, until) : at + 1
  const slice = text.slice(at, end)
  const lower = slice.toLowerCase().replaceAll('’', "'")
  return { kind, text: slice, lower, start: at, end, gap, value: Number.NaN, decimals: 0, suffix: '' }
}

function wordEnd(text: string, at: number, until: number): number {
  let end = at + 1
  while (end < until) {
    const char = text[end]
    const isApostrophe = (char === "'" || char === '’') && isLetter(text[end + 1])
    if (!(isLetter(char) || isDigit(char) || isApostrophe)) break
    end += 1
  }
  return end
}

function numberAt(text: string, at: number, until: number, gap: boolean): Token {
  const whole = wholeEnd(text, at, until)
  const fraction = fractionEnd(text, whole, until)
  let end = fraction
  while (end < until && isLetter(text[end])) end += 1
  const digits = text.slice(at, fraction).replaceAll(/[^\d.]/g, '')
  return {
    kind: 'number',
    text: text.slice(at, end),
    lower: text.slice(at, end).toLowerCase(),
    start: at,
    end,
    gap,
    value: Number(digits),
    decimals: fraction > whole ? fraction - whole - 1 : 0,
    suffix: text.slice(fraction, end),
  }
}

/** Where the whole part of a number ends: commas and fixed spaces count only before exactly three digits. */
function wholeEnd(text: string, at: number, until: number): number {
  let end = at
  while (end < until && isDigit(text[end])) end += 1
  if (end - at > 3) return end
  while (end < until && (text[end] === ',' || groupSpaces.has(text[end] ?? '')) && threeDigits(text, end + 1)) end += 4
  return Math.min(end, until)
}

const threeDigits = (text: string, at: number) =>
  isDigit(text[at]) && isDigit(text[at + 1]) && isDigit(text[at + 2]) && !isDigit(text[at + 3])

function fractionEnd(text: string, at: number, until: number): number {
  if (text[at] !== '.' || !isDigit(text[at + 1])) return at
  let end = at + 1
  while (end < until && isDigit(text[end])) end += 1
  const isVersion = text[end] === '.' && isDigit(text[end + 1])
  return isVersion ? at : end
}
