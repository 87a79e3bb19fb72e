import { isBuiltIn } from './csvw-values.js'

/** Any object of metadata. */
export type Thing = Readonly<Record<string, unknown>>

/** What was found wrong, and what only deserves a look. */
export type Found = { readonly errors: string[]; readonly warnings: string[] }

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Tags of languages, as BCP 47 has them. */
export const LANGUAGE = /^([a-z]{2,3}(-[A-Za-z0-9]{1,8})*|und)$/i

/** Properties that a table, a schema and a column hand down. */
export const INHERITED =
  'aboutUrl datatype default lang null ordered propertyUrl required separator textDirection valueUrl'.split(' ')

type Kind = { readonly type: string; readonly known: readonly string[] }

/** The rules that hold for every object: its id, its type, and properties of other vocabularies. */
export function checkThing(thing: Thing, { type, known }: Kind, found: Found): void {
  if (String(thing['@id'] ?? '').startsWith('_:')) found.errors.push(`the ${type} has a blank id`)
  if (thing['@type'] !== undefined && thing['@type'] !== type) found.errors.push(`the ${type} says another type`)
  for (const [name, value] of Object.entries(thing)) {
    if (known.includes(name) || INHERITED.includes(name)) continue
    if (name.includes(':')) checkCommon(value, found)
    else found.warnings.push(`${type} has no property ${name}`)
  }
}

/** A value of another vocabulary, written in the part of JSON-LD that is allowed. */
function checkCommon(value: unknown, found: Found): void {
  if (Array.isArray(value)) for (const each of value) checkCommon(each, found)
  if (!isThing(value)) return
  found.errors.push(...keywordFaults(value), ...[value['@type']].flat().flatMap(typeFaults))
  for (const [name, each] of Object.entries(value)) if (!name.startsWith('@')) checkCommon(each, found)
}

function keywordFaults(value: Thing): string[] {
  const names = Object.keys(value)
  const language = value['@language']
  const beside = names.filter((name) => name !== '@value')
  const isTooMuch = beside.length > 1 || beside.some((name) => name !== '@type' && name !== '@language')
  return [
    names.some((name) => name.startsWith('@') && !KEYWORDS.includes(name)) && 'a keyword that is not allowed',
    '@value' in value && isTooMuch && '@value with too much',
    !('@value' in value) && '@language' in value && '@language without @value',
    typeof language === 'string' && !LANGUAGE.test(language) && 'no language',
    String(value['@id'] ?? '').startsWith('_:') && 'a blank id',
  ].filter((fault) => typeof fault === 'string')
}

const KEYWORDS = ['@value', '@type', '@language', '@id']

function typeFaults(type: unknown): string[] {
  if (type === undefined) return []
  if (typeof type !== 'string' || type.startsWith('_:')) return ['no type']
  return /^\w+:\S+$/.test(type) || KNOWN_TYPES.includes(type) || isBuiltIn(type) ? [] : ['no type']
}

const KNOWN_TYPES = ['TableGroup', 'Table', 'Schema', 'Column', 'Dialect', 'Template', 'Datatype']
