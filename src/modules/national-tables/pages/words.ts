/** What the labels of lines are called in the heads of tables. */
const LABEL_WORDS: Readonly<Record<string, string>> = {
  offence: 'Offence',
  group: 'Offence group',
  subgroup: 'Offence subgroup',
  offenceCode: 'Offence code',
  csp: 'Partnership',
  outcome: 'Outcome',
  outcomeGroup: 'Outcome group',
  outcomeType: 'Outcome type',
  worker: 'Who',
  rank: 'Rank',
  sex: 'Sex',
  ethnicity: 'Ethnic group',
  age: 'Age',
  as: 'As',
}

/** Every label that a line may have. */
export const LABELS = Object.keys(LABEL_WORDS)

/** What the numbers are called. */
const FIGURE_WORDS: Readonly<Record<string, string>> = {
  offences: 'Offences',
  ofCrimesRecorded: 'Outcomes of crimes recorded then',
  recorded: 'Outcomes recorded then',
  headcount: 'Headcount',
  fte: 'Full-time equivalents',
  score: 'Severity score',
  rate: 'Rate',
  requirement: 'Requirement (£)',
  base: 'Tax base',
  bandD: 'Band D (£)',
}

/** The head of a column of labels. */
export function labelHead(key: string): string {
  return LABEL_WORDS[key] ?? key
}

/** The head of a column of numbers. */
export function figureHead(key: string): string {
  const band = /^band([A-H])$/.exec(key)?.[1]
  return band ? `Band ${band} (£)` : (FIGURE_WORDS[key] ?? key)
}

/** The address of a kind's page. */
export function kindAddress(kind: string): string {
  return `/staff/national-tables/${kind}`
}
