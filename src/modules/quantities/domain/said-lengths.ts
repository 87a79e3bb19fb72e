import { smallCount, smallNumber } from './words-to-count.js'

/** A length of time as a text says it: "nine months", "six-week", "a decade", "the first six months". */
export type SaidLength = {
  start: number
  end: number
  count: number
  unit: 'day' | 'week' | 'month' | 'quarter' | 'year'
  /** "the first six months": neither more nor less. */
  isExact: boolean
  /** "-year", "for three years", "a term of": said of a thing that lasts, wherever in its sentence. */
  isLasting: boolean
}

const kinds = '(?:consecutive|successive|full|whole|calendar|financial|complete|rolling|reporting)'
const counted = new RegExp(
  `(?<!\\w)(?<count>${smallNumber}|\\d{3})[\\s-]+(?:${kinds}[\\s-]+)?(?<unit>days?|weeks?|months?|quarters?|years?)\\b(?:['’]s?)?`,
  'gi',
)
const steps = { monthly: 'month', quarterly: 'quarter', annual: 'year', yearly: 'year' } as const
/** "five monthly meetings": one for each month. */
const repeated = new RegExp(
  `(?<!\\w)(?<count>${smallNumber})\\s+(?<step>${Object.keys(steps).join('|')})\\s+[a-z]+s\\b`,
  'gi',
)
const ordinals = 'second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ')
const times = `(?<which>${ordinals.join('|')})`
/** "the fifth year running", "a third successive month": the last of so many. */
const running = new RegExp(
  `\\b${times}\\s+(?:(?:successive|consecutive|straight)\\s+(?<unit>year|month|quarter)|(?<other>year|month|quarter)\\s+(?:running|in\\s+a\\s+row|in\\s+succession))\\b`,
  'gi',
)
const named = /\b(?:(?:a|the|one)\s+)?(?<name>half[\s-](?:a[\s-])?year|decade)\b/gi
/** "the year (April to March)", "the calendar year 2024, that is 1 January to …", "the quarter, April to June". */
const wholeStretch =
  /(?<!\b(?:of|far|in|over|through|half)\s+)\b(?:[Tt]he\s+|[Aa]\s+)(?:(?:last|first|second|third|fourth|full|whole|financial|calendar|accounting|reporting|latest|final)\s+)*(?<unit>year|quarter)(?:\s+20\d{2}(?=,))?\b(?=,?\s+(?:(?:that\s+is|i\.?e\.?,?|from|running\s+from)\s+)?\(?(?:\d{1,2}\s+)?[A-Z][a-z]+\s+(?:20\d{2}\s+)?(?:to|until|[-–])\s)/g

/** What makes of a length no length of a range: an age, a time gone by or to come, a step, a guess. */
const before =
  /\b(?:after|within|every|another|further|additional|than|by|aged?|next|nearly|almost|(?:just|well|little)\s+over|about|around|some|least|up\s+to|approximately|or|(?:year|month|half|part|quarter|rest|start|beginning|end)\s+of)\s+(?:the\s+|a\s+|an\s+)?$/i
const behind =
  /^[\s-]*(?:old|ago|earlier|later|before|after|previously|on\b|notice|of\s+age|into|imprisonment|sentence)/i
const exactly = /\b(?:first|last|final|opening|same|latter)\s+$/i
const lasting =
  /\b(?:for|lasts?|lasted|lasting|served|serves|(?:period|term|total|span|duration|stretch)\s+of)\s+(?:a\s+|the\s+|an\s+)?$/i

/** Every length of time in a text that may be that of a range, in its order. */
export function saidLengths(text: string): SaidLength[] {
  const read = [
    ...[...text.matchAll(counted)].map((match) => lengthOf(match)),
    ...[...text.matchAll(named)].map((match) => namedOf(match)),
    ...[...text.matchAll(repeated)].map((match) => repeatedOf(match)),
    ...[...text.matchAll(running)].map((match) => runningOf(match)),
    ...[...text.matchAll(wholeStretch)].map(
      (match): Read => ({
        ...place(match),
        count: 1,
        unit: match.groups?.unit === 'quarter' ? 'quarter' : 'year',
        isExact: true,
      }),
    ),
  ]
  return read
    .flatMap((length) => {
      const [left, right] = [
        text.slice(Math.max(0, length.start - 24), length.start),
        text.slice(length.end, length.end + 16),
      ]
      if (before.test(left) || behind.test(right) || isRate(text.slice(length.start, length.end), left)) return []
      const isAdjective = /^\S+-(?:day|week|month|year)$/i.test(text.slice(length.start, length.end))
      const isExact = length.isExact || exactly.test(left)
      return [{ ...length, isExact, isLasting: isAdjective || lasting.test(left) }]
    })
    .toSorted((one, other) => one.start - other.start)
}

/** "£52,000 a year": not a year long. */
const isRate = (shown: string, left: string) => /^a\b/i.test(shown) && /\d\S*\s+(?:[a-z]+\s+){0,2}$/.test(left)

const place = (match: RegExpExecArray) => ({ start: match.index, end: match.index + match[0].length })

type Read = Omit<SaidLength, 'isLasting'>

function lengthOf(match: RegExpExecArray): Read {
  const unit = (match.groups?.unit ?? '').toLowerCase().replace(/s$/, '') as SaidLength['unit']
  return { ...place(match), count: smallCount(match.groups?.count ?? '') ?? 0, unit, isExact: unit === 'quarter' }
}

function namedOf(match: RegExpExecArray): Read {
  const isDecade = /decade/i.test(match[0])
  return { ...place(match), count: isDecade ? 10 : 6, unit: isDecade ? 'year' : 'month', isExact: !isDecade }
}

const repeatedOf = (match: RegExpExecArray): Read => ({
  ...place(match),
  count: smallCount(match.groups?.count ?? '') ?? 0,
  unit: steps[(match.groups?.step ?? '').toLowerCase() as keyof typeof steps],
  isExact: true,
})

const runningOf = (match: RegExpExecArray): Read => ({
  ...place(match),
  count: ordinals.indexOf((match.groups?.which ?? '').toLowerCase()) + 2,
  unit: (match.groups?.unit ?? match.groups?.other ?? '').toLowerCase() as Read['unit'],
  isExact: true,
})
