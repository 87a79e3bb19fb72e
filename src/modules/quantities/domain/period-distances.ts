import { monthNumber, monthPattern } from './calendar-words.js'
import type { PeriodClaim } from './period-claim.js'
import { smallCount, smallNumber } from './words-to-count.js'

const point = (name: string) =>
  `(?:(?<${name}Day>\\d{1,2})\\s+)?(?<${name}Month>${monthPattern})\\s+(?<${name}Year>20\\d{2})\\b`
const said = `(?<!\\w)(?<count>${smallNumber}|\\d{2,3})[\\s-]+(?<unit>days?|weeks?|months?|years?)\\s+`
const plain = `(?:(?!${monthPattern}\\s+20)[^.;:()\\u241e])`

/** "opens in March 2027, eighteen months after work begins in September 2025"; "… fourteen months later, in March 2023". */
const apart = [
  new RegExp(
    `${point('one')}${plain}{0,40}?${said}(?:(?:after|before)|(?:later|earlier|sooner)\\s+than)\\b${plain}{1,60}?${point('other')}`,
    'gi',
  ),
  new RegExp(
    `${point('one')}(?:(?!${monthPattern}\\s+20)[^.:()\\u241e]){0,90}?${said}(?:later|afterwards|on)\\b,?\\s+(?:in|on|at)\\s+(?:the\\s+end\\s+of\\s+)?${point('other')}`,
    'gi',
  ),
]

/** How far two months are said to lie apart, against how far they do. */
export const distanceClaims = (text: string): PeriodClaim[] => [
  ...apart.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap((match) => claimOf(match)),
  ...[...text.matchAll(whichYear)].flatMap((match) => ofWhichYear(match)),
  ...[...text.matchAll(saidTwice)].flatMap((match) => ofSaidTwice(match)),
]

const unitDays = { hour: 1 / 24, minute: 1 / 1440, day: 1, week: 7, month: 30.44, year: 365.25 }
const length = (name: string) =>
  `(?<!\\w)(?<${name}About>(?:about|around|nearly|almost|roughly|some)\\s+)?(?<${name}Count>${smallNumber}|\\d{2,3}|a|an|half\\san?)[\\s-]+(?:whole|full|clear|calendar|consecutive)?\\s?(?<${name}Unit>${Object.keys(unitDays).join('|')})s?\\b(?<${name}Half>\\s+and\\s+a\\s+half)?`
const again =
  '(?:or|that\\s+is|that\\s+means|i\\.e\\.|which\\s+(?:is|makes|means)|being|namely|all\\s+told|in\\s+all|in\\s+other\\s+words|just|exactly)'
/** "six weeks (42 days)", "eighteen months, or a year and a half, …", "four weeks, that is 28 days": one length in two units. */
const saidTwice = new RegExp(
  `${length('one')}(?:\\s+of\\s+[a-z]+)?(?:\\s*\\(\\s*|\\s+[–—-]\\s+|,\\s+)(?:${again},?\\s+){0,2}${length('two')}(?!\\s+(?:${Object.keys(unitDays).join('|')}|each|earlier|later|before|after|ago|old)\\b)(?=\\s*[),.;:–—]|\\s+(?:to|in|for|of|long|from|at|and)\\b)`,
  'gi',
)

/** A working week has five days; between months and days a tenth is no slip. */
function ofSaidTwice({ index, 0: whole, groups = {} }: RegExpExecArray): PeriodClaim[] {
  const [one, two] = ['one', 'two'].map((name) => ({
    unit: (groups[`${name}Unit`] ?? '').toLowerCase() as keyof typeof unitDays,
    count: countOf(groups[`${name}Count`] ?? '') + (groups[`${name}Half`] ? 0.5 : 0),
  }))
  if (!one || !two || one.unit === two.unit) return []
  const [said, meant] = [one.count * unitDays[one.unit], two.count * unitDays[two.unit]]
  const isCalendar = (unit: string) => /month|year/.test(unit)
  const isLoose = isCalendar(one.unit) !== isCalendar(two.unit) || groups.oneAbout || groups.twoAbout
  const isRight = Math.abs(said / meant - 1) < (isLoose ? 0.12 : 0.005)
  const isOfWork = [said / meant, meant / said].some((times) => Math.abs(times - 1.4) < 0.01)
  if (!isRight && (isOfWork || said > meant * 2.2 || meant > said * 2.2)) return []
  const due = `${(said / unitDays[two.unit]).toFixed(1).replace('.0', '')} ${two.unit}s`
  return [
    {
      ...{ start: index, end: index + whole.length, isRight, isSure: false },
      message: `“${whole.replace(/\s+/g, ' ')}”: the first is ${due}.`,
      working: isRight ? 'The two lengths agree.' : `The first length is ${due}.`,
      suggestion: 'Correct one of the two lengths.',
    },
  ]
}

const articles: Readonly<Record<string, number>> = { a: 1, an: 1, 'half a': 0.5, 'half an': 0.5 }
const countOf = (word: string) => articles[word.toLowerCase()] ?? smallCount(word) ?? Number(word)

const stretch = (name: string) =>
  `(?:\\d{1,2}\\s+)?(?:(?<${name}Month>${monthPattern})\\s+)?(?<${name}Year>20\\d{2})(?:[/–-](?<${name}Tail>\\d{2}))?(?![\\d/–-])`
const ordinals = 'second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')
/** "began in April 2022 and is in its third year in 2024/25". */
const whichYear = new RegExp(
  `\\b(?:beg(?:an|un)|started|starting|opened|launched|founded|set\\s+up|signed|elected|appointed|since|dates?\\s+from)\\s+(?:(?:in|on|from)\\s+)?${stretch('one')}[^.;()\\d\\u241e]{1,60}?\\b(?:its|the|their|his|her|our)\\s+(?<which>${ordinals.join('|')})\\s+year\\b[^.;\\d\\u241e]{0,30}?(?:\\b(?:in|by|during)\\s+|[,(]\\s*)${stretch('other')}`,
  'gi',
)

/** Which year since a beginning a later time falls in; a question, for years may be counted from another day. */
function ofWhichYear({ index, 0: whole, groups = {} }: RegExpExecArray): PeriodClaim[] {
  const [start, later] = ['one', 'other'].map((name) => {
    const [month, year] = [monthNumber(groups[`${name}Month`] ?? ''), Number(groups[`${name}Year`]) * 12]
    const first = groups[`${name}Tail`] ? year + 4 : year + (month ?? 1)
    return { first, last: month ? first : first + 11 }
  })
  if (!start || !later || later.last <= start.last) return []
  const said = ordinals.indexOf((groups.which ?? '').toLowerCase()) + 2
  const [least, most] = [later.first - start.last, later.last - start.first].map((apart) => Math.floor(apart / 12) + 1)
  const isRight = said >= (least ?? 0) && said <= (most ?? 0)
  const shown = whole.replace(/\s+/g, ' ')
  const due = least === most ? `year ${most}` : `year ${least} or ${most}`
  return [
    {
      ...{ start: index, end: index + whole.length, isRight, isSure: false, isAsked: true },
      message: `“${shown}”: counted from its beginning that is ${due}.`,
      working: isRight ? `“${shown}” agrees.` : `Counted from the beginning: ${due}.`,
      suggestion: 'Correct which year it is, or one of the two dates.',
    },
  ]
}

function claimOf(match: RegExpExecArray): PeriodClaim[] {
  const { count = '', unit = '' } = match.groups ?? {}
  const many = smallCount(count) ?? Number(count)
  const found = /^[dw]/i.test(unit) ? daysApart(match, many, unit) : monthsApart(match, many, unit)
  if (!found) return []
  const shown = match[0].replace(/\s+/g, ' ')
  const { isRight, apart } = found
  return [
    {
      start: match.index,
      end: match.index + match[0].length,
      isRight,
      isSure: false,
      message: `“${shown}”: the two lie ${apart} apart, not ${many} ${unit}.`,
      working: isRight ? `“${shown}” agrees.` : `The two lie ${apart} apart.`,
      suggestion: 'Correct the length, or one of the two dates.',
    },
  ]
}

type Apart = { readonly isRight: boolean; readonly apart: string }

function monthsApart({ groups = {} }: RegExpExecArray, many: number, unit: string): Apart {
  const monthOf = (month = '', year = '') => Number(year) * 12 + (monthNumber(month) ?? 0)
  const months = Math.abs(monthOf(groups.otherMonth, groups.otherYear) - monthOf(groups.oneMonth, groups.oneYear))
  const isYears = /^y/i.test(unit)
  return { isRight: Math.abs(months - many * (isYears ? 12 : 1)) <= (isYears ? 6 : 1), apart: `${months} months` }
}

/** Days may count both ends; weeks may be out by half of one. */
function daysApart({ groups = {} }: RegExpExecArray, many: number, unit: string): Apart | undefined {
  const { oneDay, otherDay } = groups
  if (oneDay === undefined || otherDay === undefined) return undefined
  const dayOf = (day: string, month = '', year = '') =>
    Date.UTC(Number(year), (monthNumber(month) ?? 1) - 1, Number(day))
  const first = dayOf(oneDay, groups.oneMonth, groups.oneYear)
  const days = Math.abs(Math.round((dayOf(otherDay, groups.otherMonth, groups.otherYear) - first) / DAY))
  const isWeeks = /^w/i.test(unit)
  return { isRight: Math.abs(days - many * (isWeeks ? 7 : 1)) <= (isWeeks ? 4 : 1), apart: `${days} days` }
}

const DAY = 86_400_000
