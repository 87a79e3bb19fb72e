/**
 * The five groups in which ethnicity is counted, as in the censuses of 2011 and 2021 for England and Wales. Chinese
 * belongs to Asian and Arab to Other there; the list of 16 of 2001 had Chinese under Other.
 */
export const ETHNIC_GROUPS = ['White', 'Mixed', 'Asian', 'Black', 'Other'] as const
export type EthnicGroup = (typeof ETHNIC_GROUPS)[number]

/** A person was asked and did not say: the "+1" of the lists of 18+1 and 16+1. */
export const NOT_STATED = 'Not stated'

/** The group of a recorded ethnicity; null where nothing was recorded, as for the search of a vehicle alone. */
export type RecordedGroup = EthnicGroup | typeof NOT_STATED | null

/** The letter with which the lists of 18+1 (2011) and 16+1 (2001) code their entries: W1, M2, A9, B3, O9. */
const BY_LETTER: Readonly<Record<string, EthnicGroup>> = { W: 'White', M: 'Mixed', A: 'Asian', B: 'Black', O: 'Other' }

/** The first words of an entry name its group: "Asian/Asian British - Pakistani", "Mixed - White and Asian (M3)". */
const BY_FIRST_WORD: readonly (readonly [RegExp, EthnicGroup])[] = [
  [/^white(?!\s+and\b)/, 'White'],
  [/^(mixed|multiple|white and )/, 'Mixed'],
  [/^(asian|chinese|indian|pakistani|bangladeshi|south asian|east asian)/, 'Asian'],
  [/^(black|african|caribbean)/, 'Black'],
  [/^(other|arab|any other ethnic)/, 'Other'],
]

/** The codes by which an officer judges how somebody looks (IC1 to IC6); IC9 is unknown. */
const BY_APPEARANCE: Readonly<Record<string, EthnicGroup>> = {
  IC1: 'White',
  IC2: 'White',
  IC3: 'Black',
  IC4: 'Asian',
  IC5: 'Asian',
  IC6: 'Other',
}

const UNSAID = /\bnot stated\b|\brefused\b|\bprefer not\b|\bdeclined\b|\(ns\)|^ns$/
const UNKNOWN = /^$|\bunknown\b|\bnot (?:known|recorded|understood|available)\b|^n\/?a$|^n[123]$|^ic9$/
const CHINESE = /\bchinese\b/
/** What stands between a group and an entry of its own: "White - Irish", in the census of 2021 "White: Irish". */
const DIVIDER = / - |: /
const CODED = /(?:^|\()([WMABO])\d\)?$/i

/**
 * The group of an ethnicity as published: the wording of the lists of 18+1 or 16+1, their codes, or an officer's own
 * five. What cannot be told is null, never Other.
 */
export function ethnicGroupOf(published: string | null): RecordedGroup {
  const text = (published ?? '').trim().toLowerCase().replaceAll(/\s+/g, ' ')
  if (UNSAID.test(text)) return NOT_STATED
  if (UNKNOWN.test(text)) return null
  // "Chinese or other ethnic group - Chinese" (O1) of 2001 is Asian now; "… - Any other" stays Other.
  const [head = '', tail = ''] = text.split(DIVIDER)
  if (CHINESE.test(tail) || (CHINESE.test(head) && !/\bother\b/.test(head))) return 'Asian'
  if (/^chinese or other/.test(head)) return 'Other'
  const appearance = BY_APPEARANCE[text.toUpperCase()]
  if (appearance) return appearance
  const coded = BY_LETTER[CODED.exec(text)?.[1]?.toUpperCase() ?? '']
  return coded ?? BY_FIRST_WORD.find(([words]) => words.test(head))?.[1] ?? null
}

/** Whether the text names an entry of a longer list rather than one of the five groups as a whole. */
export function isEntryOfGroup(published: string): boolean {
  const tail = published.split(DIVIDER)[1]?.trim().toLowerCase() ?? ''
  return tail !== '' && tail !== 'total' && tail !== 'all'
}
