/** Longer texts are cut after so many characters: the whole entry is on the command line. */
const MOST = 160

/** What was done, in words: 'plan.publish-version' is "Publish version". */
export function actionInWords(action: string): string {
  const verb = action.slice(action.indexOf('.') + 1).replaceAll('-', ' ')
  return verb.charAt(0).toUpperCase() + verb.slice(1)
}

/** The details of an entry, one by one: not what is not, and of a before and an after only what differs. */
export function detailInWords(detail: string | null): string[] {
  const facts = factsOf(detail)
  if (!facts) return []
  // The subject of the entry says the id already.
  const { before, after, id: _, ...rest } = facts
  const told = Object.entries(rest).filter(([, value]) => value !== null && value !== '')
  return [...told.map(([key, value]) => `${label(key)}: ${short(value)}`), ...changes(before, after)]
}

function changes(before: unknown, after: unknown): string[] {
  const was = isFacts(before) ? before : {}
  const is = isFacts(after) ? after : {}
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return keys
    .filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key]))
    .map((key) => `${label(key)}: ${short(was[key])}, now ${short(is[key])}`)
}

type Facts = Readonly<Record<string, unknown>>

function factsOf(detail: string | null): Facts | undefined {
  const value: unknown = detail === null ? undefined : JSON.parse(detail)
  return isFacts(value) ? value : undefined
}

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** 'organisationId' is "Organisation id". */
function label(key: string): string {
  const words = key.replaceAll(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function short(value: unknown): string {
  if (value === undefined || value === null || value === '') return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}
