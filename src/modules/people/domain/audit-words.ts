import { isIsoDate } from '#kernel/dates.js'
import { formatDate } from '#kernel/words.js'

/** Longer texts are cut after so many characters: the whole entry is in the file that can be taken away. */
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
  const told = Object.entries(rest).filter(([, value]) => !isNothing(value))
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

/** 'organisationId' is "Organisation": its value shows that it is an id. */
function label(key: string): string {
  if (key === 'sha256') return 'Fingerprint'
  const words = key
    .replace(/Ids?$/, '')
    .replaceAll(/([A-Z])/g, ' $1')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function short(value: unknown): string {
  const text = inWords(value)
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text
}

/** A value as a person would say it: the parts of a list or of a thing one after the other, without what is not. */
function inWords(value: unknown): string {
  if (isNothing(value)) return 'none'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return isIsoDate(value) ? formatDate(value) : withShortIds(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const parts = Object.values(value).filter((part) => !isNothing(part))
  return parts.map(inWords).join(', ')
}

const ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{6}([0-9a-f]{6})/g
const FINGERPRINT = /\b([0-9a-f]{12})[0-9a-f]{52}\b/g

/** An id by its end and a fingerprint by its beginning: enough to tell one from another. */
function withShortIds(text: string): string {
  return text.replaceAll(ID, '…$1').replaceAll(FINGERPRINT, '$1…')
}

/** What an entry is about: 'plan.node:0193…-6a4b78' is "node …6a4b78". */
export function subjectInWords(subject: string): string {
  const [kind = '', ...id] = subject.slice(subject.indexOf('.') + 1).split(':')
  return withShortIds(`${kind.replaceAll('-', ' ')} ${id.join(':')}`).trim()
}
