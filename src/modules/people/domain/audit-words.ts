/** Longer texts are cut after so many characters: the whole entry is on the command line. */
const MOST = 160

/** What was done, in words: 'plan.publish-version' is "Publish version". */
export function actionInWords(action: string): string {
  const verb = action.slice(action.indexOf('.') + 1).replaceAll('-', ' ')
  return verb.charAt(0).toUpperCase() + verb.slice(1)
}

/** What it was done to, in words: 'plan.node:0193…' is "plan node", with the id that tells it from others. */
export function subjectInWords(subject: string): { readonly thing: string; readonly id: string } {
  const colon = subject.indexOf(':')
  const thing = colon < 0 ? subject : subject.slice(0, colon)
  return { thing: thing.replaceAll(/[.-]/g, ' '), id: colon < 0 ? '' : subject.slice(colon + 1) }
}

/** The details of an entry, one to a line. Where there is a before and an after, only what differs is said. */
export function detailInWords(detail: string | null): string[] {
  const facts = factsOf(detail)
  if (!facts) return []
  const { before, after, ...rest } = facts
  return [...Object.entries(rest).map(([key, value]) => `${label(key)}: ${short(value)}`), ...changes(before, after)]
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
