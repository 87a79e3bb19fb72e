/** What a column may hold. `figure` is the value of one measure, in a table with a column for each. */
export type ColumnRole =
  | 'measure'
  | 'period'
  | 'area'
  | 'numerator'
  | 'denominator'
  | 'value'
  | 'status'
  | 'note'
  | 'lower'
  | 'upper'
  | 'left-out'

/** A head as it is compared: lower case, without notes, units in brackets and signs. */
export function plainHeader(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\[[^\]]*\]/g, ' ')
    .replaceAll(/%/g, ' percent ')
    .replaceAll(/&/g, ' and ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
    .slice(0, 200)
}

const WORDS: Readonly<Record<ColumnRole, readonly string[]>> = {
  measure: ['measure', 'measure code', 'measure id', 'indicator', 'indicator code', 'indicator name', 'kpi', 'metric'],
  period: [
    ...['period', 'time period', 'reporting period', 'month', 'quarter', 'year', 'financial year', 'calendar year'],
    ...['date', 'time', 'period code', 'year ending', '12 months to', '12 months ending', 'as at', 'month ending'],
  ],
  area: [
    ...[
      'area',
      'area name',
      'area code',
      'force',
      'force name',
      'police force',
      'police force area',
      'pfa',
      'district',
    ],
    ...['local authority', 'community safety partnership', 'csp', 'geography code', 'place'],
  ],
  numerator: ['numerator', 'count', 'number', 'frequency', 'number of offences', 'offences', 'n offences', 'cases'],
  denominator: [
    'denominator',
    'base',
    'sample size',
    'sample',
    'respondents',
    'out of',
    'population',
    'unweighted base',
    'n',
    'number asked',
  ],
  value: [
    ...[
      'value',
      'figure',
      'result',
      'rate',
      'percentage',
      'percent',
      'per cent',
      'pct',
      'proportion',
      'share',
      'amount',
    ],
    ...['score', 'observation', 'obs value', 'data', 'performance', 'actual'],
  ],
  status: ['status', 'obs status', 'figure status', 'marker', 'flag', 'provisional or final'],
  note: ['note', 'notes', 'comment', 'comments', 'reason', 'footnote', 'remarks', 'commentary'],
  lower: [
    'lower',
    'lower limit',
    'lower bound',
    'lower ci',
    'lci',
    'ci lower',
    '95 lower',
    'lower 95',
    'interval lower',
  ],
  upper: [
    'upper',
    'upper limit',
    'upper bound',
    'upper ci',
    'uci',
    'ci upper',
    '95 upper',
    'upper 95',
    'interval upper',
  ],
  // What our own files and templates carry for people, and is known already.
  'left-out': [
    ...[
      'title',
      'measure title',
      'measure name',
      'period label',
      'from',
      'until',
      'unit',
      'unit label',
      'unit of value',
    ],
    ...['geography', 'source', 'publisher', 'licence', 'file', 'file sha256', 'known at', 'known on', 'recorded at'],
    ...['due', 'due by', 'last period', 'last figure', 'owner', 'what is counted', 'what it is a share of', 'order'],
    ...['area uri', 'period uri', 'attribution', 'file id'],
    ...['interval', 'is revised', 'marks', 'period kind', 'base of value', 'polarity'],
  ],
}

const ROLES = new Map(Object.entries(WORDS).flatMap(([role, words]) => words.map((word) => [word, role as ColumnRole])))

/** What a column holds by the usual names of heads, if its head is one. */
export function roleOf(header: string): ColumnRole | undefined {
  const plain = plainHeader(header)
  if (ROLES.has(plain)) return ROLES.get(plain)
  if (/\b(lower|lci)\b.*\b(95|ci|confidence|limit|bound|interval)\b|\b(95|ci|confidence)\b.*\blower\b/.test(plain))
    return 'lower'
  if (/\b(upper|uci)\b.*\b(95|ci|confidence|limit|bound|interval)\b|\b(95|ci|confidence)\b.*\bupper\b/.test(plain))
    return 'upper'
  const bare = plainHeader(header.replaceAll(/\([^)]{0,300}\)/g, ' '))
  return ROLES.get(bare)
}

/** How numbers of a share are written: from 0 to 1, or from 0 to 100. */
export type Scale = 'proportion' | 'percentage'

/** The scale that a head tells, if it does. */
export function scaleOf(header: string): Scale | undefined {
  const plain = plainHeader(header)
  if (/\b(proportion|fraction|0 1|0 to 1)\b/.test(plain)) return 'proportion'
  return /\b(percent|percentage|per cent|pct|0 100|0 to 100)\b/.test(plain) ? 'percentage' : undefined
}
