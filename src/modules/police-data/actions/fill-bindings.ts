import type { Json } from '#kernel/canonical-json.js'
import { formatDate, formatMonth, plural } from '#kernel/words.js'
import { activeBindings, type Binding, type Filled, fillMeasure } from '#modules/bindings/index.js'
import { type Measure, type NewFigure, parsePeriod, recordBreak, type SourceVintage } from '#modules/measures/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import type { BoundSlice, ReleasedMonths } from '../domain/binding.js'
import { breaksOfTypes } from '../domain/crime-type.js'
import { lastDayOf, type Month } from '../domain/month.js'
import { monthsOfRelease, releasesOf, residentsOf } from './bound-figures.js'

/** The slices of crimes that fill measures now. */
export function boundSlices(db: Db): Promise<Binding<BoundSlice>[]> {
  return activeBindings<BoundSlice>(db, 'police-data')
}

/**
 * Fills every measure that a slice is bound to from what the lake holds. Each release is a vintage of its own, known from
 * its last day, with its files as the source; figures that are known already change nothing.
 */
export async function fillBindings(deps: Deps, actor: Actor): Promise<Filled[]> {
  requirePermission(actor, 'police-data:bind')
  const filled: Filled[] = []
  for (const binding of await boundSlices(deps.db)) filled.push(await fillBinding(deps, actor, binding))
  return filled
}

/** Fills one measure from all releases known today, oldest first. */
export async function fillBinding(deps: Deps, actor: Actor, binding: Binding<BoundSlice>): Promise<Filled> {
  const seen: Month[] = []
  const filled = await fillMeasure(deps, actor, binding, async function* (measure) {
    for (const release of await releasesOf(deps.db, binding.slice)) {
      if (lastDayOf(release) > deps.today()) return yield { problem: knownLater(release) }
      const months = await monthsOfRelease(deps, binding.slice, release)
      seen.push(...months.months.map(({ month }) => month))
      yield { by: release, ...(await vintageOf(deps, { binding, measure }, months)) }
    }
  })
  if (filled.problem === '') await recordBreaks(deps, actor, binding, seen.sort())
  return filled
}

function knownLater(release: Month): string {
  return `The release of ${formatMonth(release)} counts as known from ${formatDate(lastDayOf(release))}, and not before`
}

type Filling = { readonly binding: Binding<BoundSlice>; readonly measure: Measure }

async function vintageOf(deps: Deps, filling: Filling, months: ReleasedMonths): Promise<SourceVintage> {
  return {
    ...{ fileName: fileNameOf(months), knownOn: months.knownOn, source: sourceOf(months) },
    figures: await figuresOf(deps, filling, months),
    about: aboutOf(filling.binding, months),
  }
}

async function figuresOf(
  deps: Deps,
  { binding: { slice, area }, measure }: Filling,
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
function aboutOf({ slice, area }: Binding<BoundSlice>, { files, release }: ReleasedMonths): Json {
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
  { measureId, slice, boundBy }: Binding<BoundSlice>,
  months: readonly Month[],
): Promise<void> {
  const [first = '', last = ''] = [months[0], months.at(-1)]
  for (const { startsOn, reason } of breaksOfTypes(slice.types ?? [])) {
    const day = startsOn.slice(0, 7)
    if (!(first < day && day <= last)) continue
    await recordBreak(deps, actor, { measureId, startsOn, kind: 'definition', reason, by: boundBy })
  }
}
