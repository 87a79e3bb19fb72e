import { ok, type Result } from '#kernel/result.js'
import type { CommandContext } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import type { Db } from '#platform/db/db.js'
import type { EthnicitySource, StopSlice } from '../domain/stop-slice.js'
import { chosen } from './chosen.js'
import { forceSlug } from './named-places.js'
import { spanFrom } from './slice-options.js'

type Options = CommandContext['options']

/** The options that say which stops and searches are meant. */
export const STOP_OPTIONS = {
  force: 'values',
  from: 'value',
  to: 'value',
  'as-known-on': 'value',
  ethnicity: 'value',
  type: 'values',
  object: 'values',
  outcome: 'values',
  legislation: 'values',
} as const

export const STOP_USAGE =
  '[--force <slug, code or name>] [--from YYYY-MM] [--to YYYY-MM] [--as-known-on YYYY-MM-DD] ' +
  '[--ethnicity self|officer] [--type <text>] [--object <text>] [--outcome <text>] [--legislation <text>]'

/** The stops and searches that a command's options mean, or what is wrong with them in plain words. */
export async function stopSliceFrom(db: Db, options: Options): Promise<Result<StopSlice, string>> {
  const span = spanFrom(options)
  if (!span.ok) return span
  const forces = await chosen(options.force, (text) => forceSlug(db, text))
  if (!forces.ok) return forces
  const texts = {
    types: linesOf(options.type),
    objects: linesOf(options.object),
    outcomes: linesOf(options.outcome),
    legislation: linesOf(options.legislation),
  }
  const given = Object.fromEntries(Object.entries(texts).filter(([, lines]) => lines.length > 0))
  const whose = ethnicityFrom(options.ethnicity)
  return ok({ ...span.value, ...(forces.value.length > 0 && { forces: forces.value }), ...given, ethnicity: whose })
}

/** A text as published may have commas and spaces of its own, so each is one word in quotes, or given again. */
function linesOf(given = ''): string[] {
  return given.split('\n').filter((line) => line.trim() !== '')
}

function ethnicityFrom(text = 'self'): EthnicitySource {
  if (text === 'self' || text === 'officer') return text
  throw new UsageError(`--ethnicity takes self or officer, not '${text}'`)
}
