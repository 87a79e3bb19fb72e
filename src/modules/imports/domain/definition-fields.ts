import type { KnownMeasure } from './mapping.js'

/** What one row of a file of definitions says of a measure. What its cells leave open is left out. */
export type WrittenDefinition = {
  readonly title?: string
  readonly definition?: string
  readonly unit?: KnownMeasure['unit']
  readonly unitLabel?: string
  readonly polarity?: 'up-is-good' | 'down-is-good' | 'neither'
  readonly frequency?: KnownMeasure['frequency']
  readonly numerator?: string
  readonly denominator?: string
  readonly source?: string
  readonly sourceUrl?: string
  readonly owner?: string
  readonly geography?: string
  readonly caveat?: string
  readonly isHeadline?: boolean
  readonly pooling?: 'sum' | 'ratio' | 'ratio-over-mean' | 'last' | 'none'
  readonly per?: number
  readonly formula?: string
  readonly isSeasonal?: boolean
  readonly isSurvey?: boolean
  readonly suppressBelow?: number
  readonly controlChart?: 'xmr' | 'run' | 'p' | 'u' | 'c' | 'g' | 't'
  readonly beyondWhole?: 'asked' | 'never' | 'freely'
}

/** One answer of a definition. */
export type DefinitionField = keyof WrittenDefinition

/** How an answer is written: the heads of its column, and what its cells may say. */
export type FieldForm = { readonly heads: readonly string[] } & (
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'link' }
  | { readonly kind: 'yes-no' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  /** Each answer with the other words for it; the answer itself is always understood. */
  | { readonly kind: 'choice'; readonly answers: Readonly<Record<string, readonly string[]>> }
)

const text = (most: number, ...heads: string[]): FieldForm => ({ kind: 'text', most, heads })
const yesNo = (...heads: string[]): FieldForm => ({ kind: 'yes-no', heads })

const choice = (heads: readonly string[], answers: Readonly<Record<string, readonly string[]>>): FieldForm => {
  return { kind: 'choice', heads, answers }
}

/** Every answer of a definition, as a file may give it. The first head is the one that messages name. */
export const DEFINITION_FORMS: Readonly<Record<DefinitionField, FieldForm>> = {
  title: text(120, 'title', 'name', 'measure title', 'measure name'),
  definition: text(1000, 'definition', 'what it means', 'meaning'),
  unit: choice(['unit', 'kind', 'unit of value'], {
    count: ['number', 'counts'],
    percentage: ['percent', 'per cent', 'share', 'proportion'],
    rate: ['ratio'],
    pounds: ['money', 'gbp', 'pound'],
    duration: ['length of time', 'time', 'days', 'minutes', 'hours'],
  }),
  unitLabel: text(60, 'unit label', 'what stands after a figure', 'what it counts'),
  polarity: choice(['polarity', 'which way is wanted', 'direction wanted', 'good is'], {
    'up-is-good': ['up', 'higher is better', 'high is good', 'increase', 'up is better'],
    'down-is-good': ['down', 'lower is better', 'low is good', 'decrease', 'reduce', 'down is better'],
    neither: ['none', 'neutral', 'no', 'either', 'monitoring', 'monitor'],
  }),
  frequency: choice(['frequency', 'how often', 'period kind'], {
    month: ['monthly', 'each month', 'months'],
    quarter: ['quarterly', 'each quarter', 'quarters'],
    'financial-year': ['financial yearly', 'yearly', 'annual', 'annually', 'each financial year'],
    'calendar-year': ['calendar yearly', 'each calendar year'],
    'rolling-12-months': ['rolling', '12 months', 'rolling year', 'rolling twelve months'],
    'as-at': ['on a day', 'snapshot', 'stock', 'point in time'],
  }),
  numerator: text(300, 'numerator', 'what is counted'),
  denominator: text(300, 'denominator', 'what it is a share of'),
  source: text(300, 'source'),
  sourceUrl: { kind: 'link', heads: ['source url', 'source address', 'address of the source', 'source link'] },
  owner: text(120, 'owner', 'who answers for the figures'),
  geography: text(200, 'geography', 'place', 'area'),
  caveat: text(2000, 'caveat', 'caveats', 'what to bear in mind'),
  isHeadline: yesNo('headline', 'front page', 'is headline'),
  pooling: choice(['longer periods', 'pooling'], {
    sum: ['added up', 'add', 'total'],
    ratio: ['total over total'],
    'ratio-over-mean': ['total over mean', 'total over the mean of a stock'],
    last: ['the last one', 'last one'],
    none: ['not at all', 'never'],
  }),
  per: { kind: 'number', least: 1, most: 9_999_999, heads: ['per', 'rate per', 'base of value', 'base of the rate'] },
  formula: text(2000, 'formula'),
  isSeasonal: yesNo('seasonal', 'is seasonal'),
  isSurvey: yesNo('survey', 'is survey'),
  suppressBelow: {
    ...{ kind: 'number', least: 0, most: 9999 },
    heads: ['withhold below', 'suppress below', 'smallest count shown'],
  },
  controlChart: choice(['control chart', 'chart'], { xmr: ['usual'], run: [], p: [], u: [], c: [], g: [], t: [] }),
  beyondWhole: choice(['above 100', 'beyond whole'], { asked: ['ask'], never: ['no'], freely: ['yes'] }),
}

/** The heads of the column that names a measure: the end of its address. */
export const CODE_HEADS: readonly string[] = ['code', 'measure', 'measure code', 'slug']

/** Columns of our own files that say nothing of a definition. */
export const OTHER_HEADS: readonly string[] = ['sentence', 'in words', 'next figures due']
