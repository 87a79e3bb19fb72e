import { type Finding, findingOf, type Kind, type Quote } from '#modules/passages/index.js'
import { inUnit, type Quantity } from '#modules/quantities/index.js'
import { type Asked, type Terms, workedOut } from './worked-arithmetic.js'

/** Asks whether figures are a whole and its parts, which they would be if one digit were another; what a sum takes off counts below nought. */
export function askedAsSum(quotes: Quote[], whole: Quantity, parts: readonly Quantity[]): Finding {
  const all = parts.reduce((sum, { shown }) => sum + shown, 0)
  const working = `${parts
    .map((part) => inUnit(part.shown, part))
    .join(' + ')
    .replaceAll('+ −', '− ')} = ${inUnit(all, whole)}`
  return findingOf({
    kind: 'sum',
    verdict: 'question',
    quotes,
    message: `${working}, and would be ${whole.text.trim()} if one digit were another. Do they belong together?`,
    working,
    suggestion: 'Look the figures up, and mend the one that was mistyped.',
  })
}

type Rule = Exclude<Asked['rule'], 'mean'>

const signs: Record<Rule, string> = { share: '÷', change: 'and', apart: '−', rate: '÷', ratio: '÷' }

/** Asks whether a figure follows from two others, as it would if one digit of the three were another. */
export function askedAsWorkedOut(quotes: Quote[], rule: Rule, [own, ...terms]: readonly [Quantity, ...Terms]): Finding {
  const given = workedOut({ rule, own, isFromTo: false }, terms)
  const [said, one, other] = quotes.map(({ text }) => text.trim())
  return findingOf({
    kind: kindOf(rule, own),
    verdict: 'question',
    quotes,
    message: `${said} does not follow from ${one} and ${other}, but would if one digit of the three were another. Do they belong together?`,
    working: `${one} ${signs[rule]} ${other}: ${inUnit(Number(given.toPrecision(4)), own)}`,
    suggestion: 'Look the three figures up, and mend the one that was mistyped.',
  })
}

/** Asks whether two figures have changed places, or a word of direction is the wrong one: the change between them is as said. */
export function askedAsTurned(quotes: Quote[]): Finding {
  const [said, one, other] = quotes.map(({ text }) => text.trim())
  return findingOf({
    kind: 'change',
    verdict: 'question',
    quotes,
    message: `${one} and ${other} are ${said} apart, but not the way that the words say. Have they changed places, or is it the other word?`,
    working: `${one} and ${other}: ${said}`,
    suggestion: 'Choose the word that fits the two figures, or mend them.',
  })
}

function kindOf(rule: Rule, { unit }: Quantity): Kind {
  if (rule === 'ratio') return 'change'
  if (rule === 'rate') return 'average-of-total'
  if (rule === 'apart') return unit === 'points' ? 'change' : 'sum'
  return rule
}
