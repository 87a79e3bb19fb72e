import { formatMonth, plural } from '#kernel/words.js'
import { type Binding, type Filled, filledLine } from '#modules/bindings/index.js'
import { type Measure, measureById, measureBySlug } from '#modules/measures/index.js'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { bindSlice, previewSlice, unbindSlice, unboundInWords } from '../actions/bind-slice.js'
import { boundSlices, fillBindings } from '../actions/fill-bindings.js'
import { sliceInWords } from '../actions/slice-in-words.js'
import type { BoundSlice } from '../domain/binding.js'
import { placesOf } from '../domain/crime-slice.js'
import { tableLines } from './count-table.js'
import { refused } from './counts.cli.js'
import { SLICE_OPTIONS, SLICE_USAGE, sliceFrom } from './slice-options.js'

const { to: _to, 'as-known-on': _day, ...BIND_OPTIONS } = SLICE_OPTIONS

export const bindCrimes: Command = {
  name: 'crime bind',
  permission: 'police-data:bind',
  summary: 'Let crimes fill a measure, now and at each import: every release is a vintage of its own',
  usage: `<measure> --force <slug, code or name> ${SLICE_USAGE.replace('[--force <slug, code or name>] ', '')
    .replace(' [--to YYYY-MM]', '')
    .replace(' [--as-known-on YYYY-MM-DD]', '')} [--as-area] [--dry-run]`,
  options: { ...BIND_OPTIONS, 'as-area': 'flag', 'dry-run': 'flag' },
  arity: [1, 1],
  run: async ({ deps, actor, args, options, say }) => {
    const measure = await measureNamed(deps, args[0] ?? '')
    const given = await sliceFrom(deps.db, options)
    if (!given.ok) return refused(say, given.error)
    const { to: _last, knownOn: _known, ...rest } = given.value
    const slice: BoundSlice = { ...rest, forces: rest.forces ?? [] }
    if (options['dry-run'] === 'true') return preview(await previewSlice(deps, slice))
    const area = options['as-area'] === 'true' ? areaOf(slice) : ''
    const result = await bindSlice(deps, actor, { measureId: measure.id, slice, area })
    if (!result.ok) return refused(say, unboundInWords(result.error))
    const { binding, filled } = result.value
    const lines = [`Bound ${binding.id}: ${await sliceInWords(deps.db, slice)}`, filledInWords(filled)]
    return { lines, data: { binding: dataOf(binding, measure), filled: dataOfFilled(filled) } }
  },
}

/** The one area that the figures stand under. */
function areaOf(slice: BoundSlice): string {
  const codes = Object.values(placesOf(slice)).flat()
  const [code, ...others] = codes
  if (!code || others.length > 0) throw new UsageError('--as-area needs one area: --district, --csp, --ward or --lsoa')
  return code
}

async function measureNamed({ db }: Deps, slug: string): Promise<Measure> {
  return found(await measureBySlug(db, slug), `There is no measure '${slug}'. 'frankpledge measures list' lists them`)
}

function preview(rows: readonly { readonly month: string; readonly count: number; readonly release: string }[]) {
  const printed = rows.map(({ month, count, release }) => ({ month, release: formatMonth(release), count }))
  const lines = tableLines(printed, { columns: ['month', 'release', 'count'], nothing: () => '', total: false })
  return {
    lines: rows.length > 0 ? lines : ['No month of these crimes is there yet'],
    data: rows.map((row) => ({ ...row })),
  }
}

/** What filling one measure did, in a line. */
export function filledInWords(filled: Filled): string {
  const { brought } = filled
  return filledLine(filled, `the ${plural(brought.length, 'release')} of ${brought.map(formatMonth).join(', ')}`)
}

/** What filling one measure did, for machines. */
export function dataOfFilled({ brought, ...filled }: Filled) {
  return { ...filled, releases: [...brought] }
}

function dataOf({ id, slice, area, boundAt, boundBy }: Binding<BoundSlice>, measure: Measure | undefined) {
  const { forces, from, types, outcomes, districts, csps, wards, lsoas, includeAsb } = slice
  const lists = { types, outcomes, districts, csps, wards, lsoas }
  return { id, measure: measure?.slug ?? null, area, forces, from, ...lists, includeAsb, boundAt, boundBy }
}

export const listBindings: Command = {
  name: 'crime bindings',
  permission: 'police-data:read',
  summary: 'List which crimes fill which measures; with --fill, fill them now',
  usage: '[--fill]',
  options: { fill: 'flag' },
  arity: [0, 0],
  run: async ({ deps, actor, options }) => {
    if (options.fill === 'true') {
      const filled = await fillBindings(deps, actor)
      return { lines: filled.map(filledInWords), data: filled.map(dataOfFilled) }
    }
    const bindings = await boundSlices(deps.db)
    const rows: { measure: string; crimes: string; area: string; id: string }[] = []
    const data: ReturnType<typeof dataOf>[] = []
    for (const binding of bindings) {
      const measure = await measureById(deps.db, binding.measureId)
      const { id, area, slice } = binding
      rows.push({ measure: measure?.slug ?? '–', crimes: await sliceInWords(deps.db, slice), area: area || 'own', id })
      data.push(dataOf(binding, measure))
    }
    const shape = { columns: ['measure', 'crimes', 'area', 'id'], nothing: () => '', total: false }
    return { lines: rows.length > 0 ? tableLines(rows, shape) : ['No crimes fill any measure'], data }
  },
}

export const unbindCrimes: Command = {
  name: 'crime unbind',
  permission: 'police-data:bind',
  summary: 'End a binding: its figures stay, and no import adds to them',
  usage: '<binding>',
  arity: [1, 1],
  run: async ({ deps, actor, args: [id = ''] }) => {
    await unbindSlice(deps, actor, id)
    return { lines: [`Ended ${id}`], data: { ended: id } }
  },
}
