import { numberInWords } from './number-words.js'
import type { Token } from './quantity-tokens.js'

const references = new Set(
  (
    'section sections paragraph paragraphs para paras page pages pp appendix annex annexe table tables figure figures ' +
    'fig chart charts graph form forms item items article articles part parts chapter chapters schedule objective ' +
    'priority recommendation recommendations step phase stage version level levels tier band grade question questions ' +
    'note no nos number ref reference room ward junction route regulation regulations reg rule rules clause footnote ' +
    'theme goal action year cohort wave tranche lot round category class minute decision iso act order bill code ' +
    'standard s ss agenda slide exhibit risk kpi measure outcome principle pillar strand domain act2 bs en covid q ' +
    'group zone beat sector team shift line row column box week day option scenario type model mark gcse key fy pg h c'
  ).split(' '),
)
const services = new Set(
  (
    'call calls caller callers call-handling service services line number emergency system non contact contacts demand email ' +
    'abandonment answer answering performance team response and or digital handling centre operator operators queue wait waiting'
  ).split(' '),
)
const dialling =
  /^(call|calls|calling|called|dial|dialling|ring|ringing|to|on|by|via|the|using|through|phone|phoned|rang|rung|and|or|emergency|of|non|for|with|our|answered|all|from|in)$/

/** How many tokens from here name something that only looks like a quantity, or 0. */
export function notQuantityAt(tokens: Token[], at: number): number {
  const token = tokens[at]
  if (!token) return 0
  if (token.kind === 'word' && /^(under|over)$/.test(token.lower) && isBoundOfAge(tokens, at + 1)) return 2
  if (token.kind === 'word') return nameAt(tokens, at) || referenceAt(tokens, at) || thousandAt(tokens, at)
  if (/^[$€]$/.test(token.text)) return foreignMoneyAt(tokens, at)
  if (token.kind !== 'number') return 0
  // "ASC 046": nobody counts with a nought in front.
  if (/^0\d+$/.test(token.text)) return 1
  return (
    bulletAt(tokens, at) ||
    clockAt(tokens, at) ||
    ageAt(tokens, at) ||
    scoreAt(tokens, at) ||
    hangingAt(tokens, at) ||
    (isServiceNumber(tokens, at) || isGlued(tokens, at) || isDayOfMonth(tokens, at) ? 1 : 0)
  )
}

/** "a 2-1 decision", "won 3-0": the first of two joined figures is not the less, so they are no range. */
function scoreAt(tokens: Token[], at: number): number {
  const [one, dash, other] = tokens.slice(at, at + 3)
  const isJoined = /^[-–]$/.test(dash?.text ?? '') && !dash?.gap && other?.kind === 'number' && !other.gap
  if (!isJoined || !one || !other || !/^\d{1,2}$/.test(one.text) || !/^\d{1,2}$/.test(other.text)) return 0
  return one.value >= other.value ? 3 : 0
}

/** "1- and 2-room flats", "3-bedroom homes": kinds of a thing, not how many. */
function hangingAt(tokens: Token[], at: number): number {
  const [dash, next] = [tokens[at + 1], tokens[at + 2]]
  if (dash?.text !== '-' || dash.gap) return 0
  const isKind = !next?.gap && /^(?:room|bed|bedroom|bedroomed|storey|seat|seater|wheel)s?$/.test(next?.lower ?? '')
  return isKind || (next?.gap && /^(?:and|or|to)$/.test(next.lower)) ? 2 : 0
}

const month = /^(january|february|march|april|may|june|july|august|september|october|november|december)$/

/** "ending on March 31, the rate": the day behind its month, and no number of anything; but "May 35, June 30" and "in May 29" are counts. */
function isDayOfMonth(tokens: Token[], at: number): boolean {
  const [before, token, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  const isListed = tokens[at - 2]?.lower === 'in' || (tokens[at - 2]?.text === ',' && tokens[at - 3]?.kind === 'number')
  return (
    !isListed &&
    month.test(before?.lower ?? '') &&
    isCapital(before) &&
    /^(?:[1-9]|[12]\d|3[01])$/.test(token?.text ?? '') &&
    (next === undefined || /^[,.;)]$/.test(next.text))
  )
}

/** "Three Rivers", "Quarter Two": a number word with a capital beside another capital is part of a name; "number three" a rank. */
function nameAt(tokens: Token[], at: number): number {
  const token = tokens[at]
  if (!token || at === 0) return 0
  const isRank = token.lower === 'number' && /^(from|to|at|the|as|was|is)$/.test(tokens[at - 1]?.lower ?? '')
  if (isRank && (numberInWords(tokens, at + 1)?.value ?? 99) <= 20) return 2
  if (isOrdinalOf(tokens, at)) return 2
  const isWordNumber = isCapital(token) && numberInWords(tokens, at)?.taken === 1
  return isWordNumber && (isCapital(tokens[at - 1]) || isCapital(tokens[at + 1])) ? 1 : 0
}

/** "3.6 in a thousand": what a rate is per. */
const thousandAt = (tokens: Token[], at: number) =>
  tokens[at - 1]?.lower === 'in' &&
  tokens[at]?.lower === 'a' &&
  /^(?:hundred|thousand)$/.test(tokens[at + 1]?.lower ?? '')
    ? 2
    : 0

const ordinals =
  /^(round|phase|stage|level|tier|band|wave|cohort|tranche|lot|strand|chapter|section|paragraph|table|step|priority|recommendation|objective|category|quarter|year)$/
const leads = /^(in|of|from|for|to|since|than|by|at|after|before|during|until|under|see)$/

/** "in round seven", "of phase two": which one, not how many. */
const isOrdinalOf = (tokens: Token[], at: number) =>
  ordinals.test(tokens[at]?.lower ?? '') &&
  leads.test(tokens[at - 1]?.lower ?? '') &&
  numberInWords(tokens, at + 1)?.taken === 1 &&
  (numberInWords(tokens, at + 1)?.value ?? 99) <= 20

const isCapital = (token: Token | undefined) => token?.kind === 'word' && token.text[0] !== token.lower[0]

/** Money of other countries is not compared with anything. */
function foreignMoneyAt(tokens: Token[], at: number): number {
  if (tokens[at + 1]?.kind !== 'number') return 0
  return /^(million|billion|m|bn|trillion)$/.test(tokens[at + 2]?.lower ?? '') ? 3 : 2
}

/** "section 5", "pages 16 and 17", "No. 12", "PC 1234", "Police Act 1996"; not "2019's 402". */
function referenceAt(tokens: Token[], at: number): number {
  const word = tokens[at]
  if (!word || !(references.has(word.lower) || word.text === 'PC' || word.text === 'PS')) return 0
  if (word.lower === 's' && /^['’]$/.test(tokens[at - 1]?.text ?? '')) return 0
  let next = at + 1
  if (/^[.:-]$/.test(tokens[next]?.text ?? '') && (tokens[next]?.text === '.' || /^(ref|covid)$/.test(word.lower)))
    next += 1
  if (!isPlainNumber(tokens, next) || !refersTo(word, tokens, at)) return 0
  next += 1
  while (isListed(tokens, next)) next += 2
  return next - at
}

/** "year 2017" is a period, "FY 24" names one, and "no 12" in running text is no number of anything. */
function refersTo(word: Token, tokens: Token[], at: number): boolean {
  if (word.lower === 'number') return !/s$|^(now|currently)$/.test(tokens[at - 1]?.lower ?? '')
  if (word.lower === 'fy') return /^(?:\d\d|(?:19|20)\d\d)$/.test(tokens[at + 1]?.text ?? '')
  if (word.lower === 'year') return (tokens[at + 1]?.value ?? 0) <= 100 && tokens[at - 1]?.lower !== 'the'
  return word.lower !== 'no' || tokens[at + 1]?.text === '.' || word.text === 'No'
}

const isListed = (tokens: Token[], at: number) =>
  /^(and|to|or|,|-|–|&)$/.test(tokens[at]?.lower ?? '') && isPlainNumber(tokens, at + 1) && isShort(tokens[at + 1])

const isShort = (token: Token | undefined) => (token?.value ?? 0) < 400

function isPlainNumber(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (token?.kind !== 'number' || token.text.includes(',') || /^(m|k|bn|p|pc)$/.test(token.suffix)) return false
  return !/^(%|per|percent|pc|million|people|officers)$/.test(tokens[at + 1]?.lower ?? '')
}

/** A paragraph number, or a bullet that extraction turned into a number, at the beginning of a passage. */
function bulletAt(tokens: Token[], at: number): number {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (at > 0 || !token || token.text.includes(',')) return 0
  if (!next) return 1
  if (/^[.)]$/.test(next.text) && !next.gap) return 2
  const isCapital = next.kind === 'word' && next.text[0] !== next.lower[0]
  if (/^[58]$/.test(token.text) && next.kind === 'number' && next.gap && leadsOn(tokens[at + 2])) return 1
  if (token.decimals > 0 && token.suffix === '' && isCapital) return 1
  return /^[58]$/.test(token.text) && isCapital && next.text !== next.text.toUpperCase() ? 1 : 0
}

/** "5 56% agree", "5 2,418 people took part": a figure with its words right behind a bullet. */
const leadsOn = (after: Token | undefined) => after?.text === '%' || (after?.kind === 'word' && after.gap)

/** "10:30", "9am", "0900 GMT", "24/7", "24 hours a day", "1:3". */
function clockAt(tokens: Token[], at: number): number {
  const [token, mark, second, third, fourth] = tokens.slice(at, at + 5)
  if (isHour(token, mark)) return 1
  const isJoined =
    mark !== undefined && /^[:/]$/.test(mark.text) && !mark.gap && second?.kind === 'number' && !second.gap
  if (isJoined) return isFraction(token, mark, second) ? 0 : 3
  const isAlways =
    (mark?.lower === 'hours' && isTimeOpen(token, third)) || (mark?.lower === 'days' && token?.value === 7)
  return isAlways &&
    /^(a|per)$/.test(second?.lower ?? '') &&
    /^(day|week)$/.test(third?.lower ?? '') &&
    fourth !== undefined
    ? 4
    : 0
}

/** No clock has 60 hours a day: those are many people's hours together; hours a week are so many hours. */
const isTimeOpen = (token: Token | undefined, time: Token | undefined) =>
  time?.lower === 'day' && (token?.value ?? 0) <= 24

const isHour = (token: Token | undefined, next: Token | undefined) =>
  /^(am|pm|noon|hrs)$/.test(token?.suffix ?? '') ||
  /^(am|pm|noon|midnight)$/.test(next?.lower ?? '') ||
  (/^(gmt|bst|hrs)$/.test(next?.lower ?? '') && /^[0-2]\d[0-5]\d$/.test(token?.text ?? ''))

/** "800/2,355": so many of so many; "24/7", "2023/24" and "12/31" are none. */
const isFraction = (token: Token | undefined, mark: Token, second: Token) =>
  mark.text === '/' && token !== undefined && token.value < second.value && second.value > 31 && token.value < 1900

/** "aged 10 to 17", "aged 14 or 15", "16-24 year olds", "18 years old", "under 18s". */
function ageAt(tokens: Token[], at: number): number {
  const token = tokens[at]
  if (token?.suffix === 's') return 1
  const joins = /^(to|-|–|and|or)$/.test(tokens[at + 1]?.lower ?? '') && tokens[at + 2]?.kind === 'number' ? 2 : 0
  if (isAged(tokens, at) || isBoundOfAge(tokens, at)) return 1 + joins
  const after = at + 1 + joins
  const years = after + (tokens[after]?.text === '-' ? 1 : 0)
  if (!/^years?$/.test(tokens[years]?.lower ?? '')) return 0
  const old = years + (tokens[years + 1]?.text === '-' ? 2 : 1)
  const word = tokens[old]?.lower ?? ''
  const isOld = /^olds?$/.test(word) || (word === 'of' && tokens[old + 1]?.lower === 'age')
  return isOld ? old + 1 - at : 0
}

const persons =
  /^(people|persons?|children|those|anyone|everyone|anybody|everybody|someone|men|women|boys|girls|adults|residents|victims|respondents|drivers|riders|patients|pupils|suspects|offenders|detainees|population|them|us|you|whom|officers|staff|users|callers|riders|cyclists|pedestrians|volunteers|applicants|recruits|joiners|leavers|cadets|members|the|and|or)$/

/** "people under 25", "victims over 65": an age where persons stand before it and nothing that is counted behind it. */
function isAgeOfPersons(tokens: Token[], at: number): boolean {
  const [person, number, next] = [tokens[at - 2], tokens[at], tokens[at + 1]]
  const isAge = /^[1-9]\d$/.test(number?.text ?? '') && persons.test(person?.lower ?? '')
  return isAge && (next?.kind !== 'word' || afterAge.test(next.lower))
}

const afterAge =
  /^(years?|who|that|which|is|are|was|were|had|have|has|and|or|in|on|at|of|by|from|to|with|for|among|made|took|said|came|accounted|as|only|while|but)$/

/** "25 and over", "Under 18: 470": a row of ages. */
function isBoundOfAge(tokens: Token[], at: number): boolean {
  const [next, second] = [tokens[at + 1], tokens[at + 2]]
  if (tokens[at]?.kind !== 'number') return false
  if (/^(over|under)$/.test(tokens[at - 1]?.lower ?? '') && isAgeOfPersons(tokens, at)) return true
  if (/^(and|or)$/.test(next?.lower ?? ''))
    return /^(over|older|under|younger|above|upwards)$/.test(second?.lower ?? '')
  return next?.text === ':' && /^(under|over)$/.test(tokens[at - 1]?.lower ?? '')
}

function isAged(tokens: Token[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? ''
  return (
    /^(aged|age|ages)$/.test(before) || (/^(between|over|under|from)$/.test(before) && tokens[at - 2]?.lower === 'aged')
  )
}

/** 999 is always the emergency number; 101, 111, 105 and 112 are where calls, a service or dialling stand beside them. */
function isServiceNumber(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || !/^(999|101|111|105|112)$/.test(token.text) || isPlainlyFigure(tokens, at)) return false
  if (token.text === '999') return true
  const after = tokens[at + 1]
  if (services.has(after?.lower ?? '')) return true
  const isAlone = after === undefined || after.kind === 'mark' || !after.lower.endsWith('s')
  return isAlone && dialling.test(tokens[at - 1]?.lower ?? '')
}

const moved = /^(rose|fell|up|down|increased|decreased|reduced|dropped|grew)$/

/** "£101", "101%", "fell by 101", "an average of 101", "101 a month"; not "calls to 101 a month". */
function isPlainlyFigure(tokens: Token[], at: number): boolean {
  const [farther, before, after] = [tokens[at - 2], tokens[at - 1], tokens[at + 1]].map((token) => token?.lower ?? '')
  if (after === '(' && tokens[at + 2]?.kind === 'number' && tokens[at + 3]?.text === '%') return true
  if (before === '£' || after === '%') return true
  if (/^(a|per|each|every)$/.test(after ?? ''))
    return !(/^calls?$/.test(farther ?? '') && /^(to|on)$/.test(before ?? ''))
  if (before === 'by') return moved.test(farther ?? '')
  return before === 'of' && /^(average|total|mean)$/.test(farther ?? '')
}

/** "for each 1,000", "to every 100,000". */
const isForEach = (tokens: Token[], at: number) =>
  /^1,?0{2,3}(?:,?000)*$/.test(tokens[at]?.text ?? '') &&
  /^(each|every)$/.test(tokens[at - 1]?.lower ?? '') &&
  (/^(for|to|in|among|from)$/.test(tokens[at - 2]?.lower ?? '') ||
    (tokens[at - 2]?.lower === 'of' && tokens[at - 3]?.lower === 'out'))

const opens = /^[([£$€+\-−–—~><=≥≤/'‘“"*•#|]$/

/** A footnote mark, the tail of a name ("Covid-19"), an ordinal or a number with letters that are no unit. */
function isGlued(tokens: Token[], at: number): boolean {
  const token = tokens[at]
  const before = tokens[at - 1]
  if (!token) return false
  if (before?.lower === 'per' || isForEach(tokens, at)) return true
  if (!/^(|m|mn|bn|k|p|pc|pp|ppt|ppts|x|mins|min|hrs|million|billion|percent)$/i.test(token.suffix)) return true
  if (token.gap || !before) return false
  if (before.kind !== 'mark') return true
  if (!opens.test(before.text)) return true
  const farther = tokens[at - 2]
  return /^[-–]$/.test(before.text) && !before.gap && farther?.kind === 'word' && !/^(p|m)$/.test(farther.lower)
}
