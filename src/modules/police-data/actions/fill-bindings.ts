import type { Json } from '#kernel/canonical-json.js'
import { formatDate, formatMonth, plural } from '#kernel/words.js'
import {
  knownFingerprints,
  type Measure,
  measureById,
  type NewFigure,
  parsePeriod,
  recordBreak,
  takeInVintage,
} from '#modules/measures/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { activeBindings } from '../data/bindings.queries.js'
import type { Binding, ReleasedMonths } from '../domain/binding.js'
import { breaksOfTypes } from '../domain/crime-type.js'
import { lastDayOf, type Month } from '../domain/month.js'
import { monthsOfRelease, releasesOf, residentsOf } from './bound-figures.js'

/** What filling one measure did. `problem` says in words why it was not filled; empty when it was. */
export type Filled = {
  readonly bindingId: string
  readonly measureId: string
  /** The measure's slug. */
  readonly measure: string
  readonly added: number
  readonly revised: number
  readonly releases: readonly Month[]
  readonly problem: string
}

/**
 * Fills every measure that a slice is bound to from what the lake holds. Each release is a vintage of its own, known from
 * its last day, with its files as the source; figures that are known already change nothing.
 */
export async function fillBindings(deps: Deps, actor: Actor): Promise<Filled[]> {
  requirePermission(actor, 'police-data:bind')
  const filled: Filled[] = []
  for (const binding of await activeBindings(deps.db)) filled.push(await fillBinding(deps, actor, binding))
  return filled
}

/** Fills one measure from all releases known today, oldest first. */
export async function fillBinding(deps: Deps, actor: Actor, binding: Binding): Promise<Filled> {
  const { id: bindingId, measureId, slice } = binding
  const measure = await measureById(deps.db, measureId)
  const nothing = { bindingId, measureId, added: 0, revised: 0, releases: [] }
  if (!measure) return { ...nothing, measure: measureId, problem: 'There is no such measure any more' }
  const known = await knownFingerprints(deps.db)
  let filled: Filled = { ...nothing, measure: measure.slug, problem: '' }
  const seen: Month[] = []
  for (const release of await releasesOf(deps.db, slice)) {
    if (lastDayOf(release) > deps.today()) return { ...filled, problem: knownLater(release) }
    const months = await monthsOfRelease(deps, slice, release)
    seen.push(...months.months.map(({ month }) => month))
    filled = await fillRelease(deps, actor, { binding, measure, months, known, filled })
    if (filled.problem !== '') return filled
  }
  await recordBreaks(deps, actor, binding, seen.sort())
  return filled
}

function knownLater(release: Month): string {
  return `The release of ${formatMonth(release)} counts as known from ${formatDate(lastDayOf(release))}, and not before`
}

type Filling = {
  readonly binding: Binding
  readonly measure: Measure
  readonly months: ReleasedMonths
  /** The fingerprints of what was taken in before. */
  readonly known: ReadonlySet<string>
  readonly filled: Filled
}

async function fillRelease(deps: Deps, actor: Actor, filling: Filling): Promise<Filled> {
  const { binding, measure, months, known, filled } = filling
  const vintage = {
    ...{ fileName: fileNameOf(months), knownOn: months.knownOn, source: sourceOf(months) },
    figures: await figuresOf(deps, binding, measure, months),
    about: aboutOf(binding, months),
  }
  const { added, revised, problem } = await takeInVintage(deps, actor, vintage, known)
  return {
    ...filled,
    ...{ added: filled.added + added, revised: filled.revised + revised, problem },
    releases: added + revised > 0 ? [...filled.releases, months.release] : filled.releases,
  }
}

async function figuresOf(
  deps: Deps,
  { slice, area }: Binding,
  measure: Measure,
  { months }: ReleasedMonths,
): Promise<NewFigure[]> {
  const figures: NewFigure[] = []
  for (const { month, count } of months) {
    const period = parsePeriod(month)
    const residents = measure.unit === 'rate' ? await residentsOf(deps.db, slice, month) : null
    if (!period.ok || (measure.unit === 'rate' && !residents)) continue
    figures.push({
      ...{ measureId: measure.id, area, period: period.value, numerator: count, value: null },
      denominator: residents?.people ?? null,
      ...{ status: 'final', interval: null },
      note: residents ? `Residents: ${residents.year}, ${residents.source}` : '',
    })
  }
  return figures
}

/** What makes a vintage the one that it is: what was asked, and the files that answered. */
function aboutOf({ slice, area }: Binding, { files, release }: ReleasedMonths): Json {
  return { slice, area, release, files: files.map(({ sha256 }) => sha256) } as unknown as Json
}

function fileNameOf({ files, release }: ReleasedMonths): string {
  const [first] = files
  if (first && files.length === 1) return first.name
  return `${files.length} ${plural(files.length, 'file')} of data.police.uk, release of ${formatMonth(release)}`
}

function sourceOf({ files, release }: ReleasedMonths) {
  return {
    title: `Street-level crime, release of ${formatMonth(release)}`,
    publisher: 'data.police.uk',
    licence: 'Open Government Licence v3.0',
    attribution:
      'Contains public sector information licensed under the Open Government Licence v3.0. Source: data.police.uk',
    url: 'https://data.police.uk/data/',
    reason: '',
    files,
  }
}

/** Marks the days on which kinds of crime changed, where the figures reach over them. Those marked before stay as they are. */
async function recordBreaks(
  deps: Deps,
  actor: Actor,
  { measureId, slice, boundBy }: Binding,
  months: readonly Month[],
): Promise<void> {
  const [first = '', last = ''] = [months[0], months.at(-1)]
  for (const { startsOn, reason } of breaksOfTypes(slice.types ?? [])) {
    const day = startsOn.slice(0, 7)
    if (!(first < day && day <= last)) continue
    await recordBreak(deps, actor, { measureId, startsOn, kind: 'definition', reason, by: boundBy })
  }
}
