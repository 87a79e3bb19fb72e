import type { Json } from '#kernel/canonical-json.js'
import { type IsoDate, isIsoDate, ukDateOf } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { CommandAnswer, CommandContext } from '#platform/cli/command.js'
import { found } from '#platform/errors.js'
import { measureBySlug } from '../data/measures.queries.js'
import { knownDay } from '../domain/known-day.js'
import type { Measure } from '../domain/measure.js'
import { plainNumber } from '../domain/plain-number.js'

/** The measure that a command names by its code, which ends its address. */
export async function measureNamed({ deps }: Pick<CommandContext, 'deps'>, code: string): Promise<Measure> {
  return found(await measureBySlug(deps.db, code), `There is no measure '${code}'`)
}

/** A day as an option gives it: 2018-03-31, or a month for its first day. */
export function dayOption(name: string, text: string): Result<IsoDate, string> {
  const day = /^\d{4}-\d{2}$/.test(text) ? `${text}-01` : text
  return isIsoDate(day) ? ok(day) : err(`--${name}: '${text}' is no day. Write it like 2018-03-31`)
}

/** The day of --as-known-on, if it is given: none that is still to come. */
export function knownOnOption({
  deps,
  options,
}: Pick<CommandContext, 'deps' | 'options'>): Result<IsoDate | undefined, string> {
  const text = options['as-known-on']
  if (text === undefined) return ok(undefined)
  const day = knownDay(text, { today: deps.today(), realToday: ukDateOf(deps.now()) })
  return day.ok ? day : err(`--as-known-on: ${day.error}`)
}

/** A number as an option gives it. */
export function numberOption(name: string, text: string | undefined): Result<number | null, string> {
  const number = plainNumber(text ?? '')
  return number === undefined
    ? err(`--${name}: '${text}' is no number. Write digits only, like 1250 or 90.6`)
    : ok(number)
}

/** An answer that says no, to people and to machines. */
export function refused(say: (message: string) => void, message: string, data: Json = {}): CommandAnswer {
  say(message)
  const more = typeof data === 'object' && data !== null && !Array.isArray(data) ? data : {}
  return { lines: [], data: { refused: message, ...more }, refused: true }
}

const REFUSALS: Readonly<Record<string, string>> = {
  'no-reason': 'Say why: --reason <text>',
  'no-name': 'Say who says so: --by <name or role>',
  'no-source': 'Say where the target was set: --source <text>',
  'not-a-value': 'Say what is to be reached: --value <number>',
  'not-monthly': 'Only monthly figures have an average and limits to set anew',
  'breaks-there': 'A break is recorded for that day already. Take that one back first if it is wrong',
  'not-a-baseline': 'A baseline is of 7 to 120 months',
}

/** The refusal of something said of a series, in words. */
export function saidRefusal(say: (message: string) => void, refusal: { readonly code: string }): CommandAnswer {
  return refused(say, REFUSALS[refusal.code] ?? refusal.code, { code: refusal.code })
}
