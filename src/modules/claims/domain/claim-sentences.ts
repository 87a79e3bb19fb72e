import { type Token, tokensOf } from '#modules/quantities/index.js'

const abbreviations = new Set(
  'st e.g eg i.e ie approx vs dr mr mrs ms prof rev cllr insp sgt supt supt dept inc ltd ave rd cf est viz approx hon det ch'.split(
    ' ',
  ),
)
const beforeNumber = new Set('no nos para paras s ss p pp fig figs sec art app ref vol c reg regs'.split(' '))
/** Text without full stops (a table read as prose, say) is cut into stretches of so many tokens. */
const longest = 300
/** "the £286.20 of Band D. If you …": the letter is no initial. */
const lettered = /^(?:bands?|annex|appendix|table|option|category|grade|class|zone|ward|team|part|schedule|to|and)$/
const bullets = /^[•·▪●◦■□‣✓➢►\uf0b7\uf0a7]$/

/** The tokens of a stretch of text, sentence by sentence. "p.a.", "No. 5", "St. Neots", "e.g." and decimals end nothing. */
export function sentenceTokens(text: string, start: number, end: number): Token[][] {
  const tokens = tokensOf(text, start, end)
  const sentences: Token[][] = []
  let current: Token[] = []
  for (const [index, token] of tokens.entries()) {
    if (bullets.test(token.text)) {
      if (current.length > 0) sentences.push(current)
      current = []
      continue
    }
    current.push(token)
    if (endsSentence(tokens, index) || current.length >= longest) {
      sentences.push(current)
      current = []
    }
  }
  if (current.length > 0) sentences.push(current)
  return sentences
}

function endsSentence(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || !/^[.!?]$/.test(token.text)) return false
  const next = tokens[at + 1]
  if (!next) return true
  if (!next.gap) return /^[”’"')]$/.test(next.text) && (tokens[at + 2]?.gap ?? true) && startsSentence(tokens[at + 2])
  if (!startsSentence(next)) return false
  return token.text !== '.' || !isAbbreviated(tokens, at, next)
}

const startsSentence = (token: Token | undefined) =>
  token === undefined || token.kind === 'number' || /^[£"“‘'([•]$/.test(token.text) || isCapital(token)

const isCapital = (token: Token) => token.kind === 'word' && token.text[0] !== token.lower[0]

function isAbbreviated(tokens: Token[], at: number, next: Token): boolean {
  const word = tokens[at - 1]
  if (word?.kind !== 'word') return false
  if (beforeNumber.has(word.lower)) return next.kind === 'number'
  if (abbreviations.has(word.lower)) return true
  if (word.lower.length > 1 || lettered.test(tokens[at - 2]?.lower ?? '')) return false
  const isPairEnd = tokens[at - 2]?.text === '.' && tokens[at - 3]?.lower.length === 1
  if (isPairEnd) return /^[gem]$/.test(word.lower) && word.lower !== 'm' ? true : !isCapital(next)
  return next.kind === 'word'
}
