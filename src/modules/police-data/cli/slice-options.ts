import { type IsoDate, isIsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { CommandContext } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import type { Db } from '#platform/db/db.js'
import { type CrimeSlice, checkedSlice, sliceRefusalInWords } from '../domain/crime-slice.js'
import { ASB, CRIME_TYPES, crimeTypeNamed, nearestTypes } from '../domain/crime-type.js'
import { isMonth, type Month } from '../domain/month.js'
import { chosen } from './chosen.js'
import { areaCode, forceSlug } from './named-places.js'

type Options = CommandContext['options']

/** The options that say which crimes are meant. */
export const SLICE_OPTIONS = {
  force: 'values',
  from: 'value',
  to: 'value',
  type: 'values',
  'include-asb': 'value',
  'as-known-on': 'value',
  district: 'values',
  csp: 'values',
  ward: 'values',
  lsoa: 'values',
  outcome: 'values',
} as const

export const SLICE_USAGE =
  '[--force <slug, code or name>] [--from YYYY-MM] [--to YYYY-MM] [--type <kind>] [--district <code or name>] ' +
  '[--csp <…>] [--ward <…>] [--lsoa <…>] [--outcome <text>] [--include-asb yes|no] [--as-known-on YYYY-MM-DD]'

/** The crimes that a command's options mean, or what is wrong with them in plain words. */
export async function sliceFrom(db: Db, options: Options): Promise<Result<CrimeSlice, string>> {
  const span = spanFrom(options)
  if (!span.ok) return span
  const forces = await chosen(options.force, (text) => forceSlug(db, text))
  const types = await chosen(options.type, typeName)
  const outcomes = await chosen(options.outcome, async (text) => ok(text))
  const places = await placesFrom(db, options)
  const failed = [forces, types, outcomes, places].find((each) => !each.ok)
  if (failed && !failed.ok) return failed
  if (!(forces.ok && types.ok && outcomes.ok && places.ok)) return err('')
  const includeAsb = yesOrNo('include-asb', options['include-asb'])
  return ok({
    ...span.value,
    ...(forces.value.length > 0 && { forces: forces.value }),
    ...(types.value.length > 0 && { types: types.value }),
    ...(outcomes.value.length > 0 && { outcomes: outcomes.value }),
    ...places.value,
    includeAsb: includeAsb ?? types.value.includes(ASB),
  })
}

/** The months and the day that the options name. */
export function spanFrom(options: Options): Result<{ from?: Month; to?: Month; knownOn?: IsoDate }, string> {
  const [from, to] = [monthOption('from', options.from), monthOption('to', options.to)]
  const knownOn = dayOption('as-known-on', options['as-known-on'])
  if (!from.ok) return from
  if (!to.ok) return to
  if (!knownOn.ok) return knownOn
  const span = checkedSlice({
    ...(from.value && { from: from.value }),
    ...(to.value && { to: to.value }),
    ...(knownOn.value && { knownOn: knownOn.value }),
  })
  return span.ok ? span : err(sliceRefusalInWords(span.error))
}

function monthOption(name: string, text: string | undefined): Result<Month | undefined, string> {
  if (text === undefined || isMonth(text)) return ok(text)
  return err(`--${name}: '${text}' is no month. Write it like 2024-01`)
}

function dayOption(name: string, text: string | undefined): Result<IsoDate | undefined, string> {
  if (text === undefined || isIsoDate(text)) return ok(text)
  return err(`--${name}: '${text}' is no day. Write it like 2024-01-31`)
}

/** What a yes or no says; undefined when it is not given. */
function yesOrNo(name: string, text: string | undefined): boolean | undefined {
  if (text === undefined) return undefined
  if (text === 'yes' || text === 'no') return text === 'yes'
  throw new UsageError(`--${name} takes yes or no, not '${text}'`)
}

async function typeName(text: string): Promise<Result<string, string>> {
  const type = crimeTypeNamed(text)
  if (type) return ok(type.name)
  const near = nearestTypes(text)
  const names = CRIME_TYPES.map(({ name }) => name)
  const hint = near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `Known are ${names.join(', ')}`
  return err(`There is no kind of crime '${text}'. ${hint}`)
}

type Places = Pick<CrimeSlice, 'districts' | 'csps' | 'wards' | 'lsoas'>

async function placesFrom(db: Db, options: Options): Promise<Result<Places, string>> {
  const found: Record<string, readonly string[]> = {}
  for (const kind of ['district', 'csp', 'ward', 'lsoa'] as const) {
    const codes = await chosen(options[kind], (text) => areaCode(db, kind, text))
    if (!codes.ok) return codes
    if (codes.value.length > 0) found[`${kind}s`] = codes.value
  }
  return ok(found)
}

/** What the counts are divided by, from a list with commas. */
export function columnsFrom<C extends string>(given: string | undefined, known: readonly C[]): C[] {
  if (given === undefined) return []
  const asked = given.split(/[,\s]+/).filter((each) => each !== '')
  const unknown = asked.find((each) => !known.some((column) => column === each))
  if (unknown !== undefined || asked.length === 0) {
    throw new UsageError(`--by takes ${known.join(', ')}, with commas between${unknown ? `, not '${unknown}'` : ''}`)
  }
  return known.length === 0 ? [] : [...new Set(asked.flatMap((each) => known.find((column) => column === each) ?? []))]
}
