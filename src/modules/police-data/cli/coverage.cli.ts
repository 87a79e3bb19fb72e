import { countOf } from '#kernel/words.js'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import { readCoverage } from '../actions/read-coverage.js'
import type { Covered } from '../domain/coverage.js'
import { FILE_TYPES, type FileType } from '../domain/files.js'
import { monthRuns } from '../domain/import-gaps.js'
import { chosen } from './chosen.js'
import { forceSlug } from './named-places.js'
import { spanFrom } from './slice-options.js'

export const showCoverage: Command = {
  name: 'crime coverage',
  permission: 'police-data:read',
  summary: 'Which months of which force are in the lake, from which release, and which are missing',
  usage: `[--force <slug, code or name>] [--type ${FILE_TYPES.join('|')}] [--from YYYY-MM] [--to YYYY-MM] [--as-known-on YYYY-MM-DD]`,
  options: { force: 'values', type: 'value', from: 'value', to: 'value', 'as-known-on': 'value' },
  arity: [0, 0],
  run: async ({ deps, actor, options }) => {
    const span = spanFrom(options)
    if (!span.ok) throw new UsageError(span.error)
    const forces = await chosen(options.force, (text) => forceSlug(deps.db, text))
    if (!forces.ok) throw new UsageError(forces.error)
    const type = typeFrom(options.type)
    const covered = await readCoverage(deps, actor, {
      ...span.value,
      ...(forces.value.length > 0 && { forces: forces.value }),
      ...(type && { type }),
    })
    return { lines: linesOf(covered), data: covered.map((month) => ({ ...month })) }
  },
}

function typeFrom(text: string | undefined): FileType | undefined {
  const type = FILE_TYPES.find((each) => each === text)
  if (text !== undefined && !type) throw new UsageError(`--type takes ${FILE_TYPES.join(', ')}, not “${text}”`)
  return type
}

function linesOf(covered: readonly Covered[]): string[] {
  if (covered.length === 0) return ['No police data are there: frankpledge crime import <path>']
  const groups = Map.groupBy(covered, ({ force, type }) => `${force}, ${type}`)
  return [...groups].flatMap(([name, months]) => {
    const there = months.filter(({ state }) => state === 'there')
    const missing = months.filter(({ state }) => state === 'missing').map(({ month }) => month)
    const rows = there.reduce((sum, month) => sum + (month.rows ?? 0), 0)
    const setAside = there.reduce((sum, month) => sum + (month.setAside ?? 0), 0)
    const releases = [...new Set(there.map(({ release }) => release))].sort()
    return [
      `${name}: ${monthRuns(there.map(({ month }) => month)).join(', ')}`,
      `  ${countOf(there.length, 'month')}, ${countOf(rows, 'row')}, of release ${releases.join(', ')}`,
      ...(missing.length > 0 ? [`  missing: ${monthRuns(missing).join(', ')}`] : []),
      ...(setAside > 0 ? [`  set aside: ${countOf(setAside, 'line')}`] : []),
    ]
  })
}
