import { isoDate } from '#kernel/dates.js'
import { addArea } from '#modules/body/index.js'
import { addMember, describeGroup, type GroupDescription } from '#modules/comparisons/index.js'
import { type Measure, type MeasureDraft, parsePeriod, publishMeasure, recordFigures } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { aBody } from './body.js'
import { SYSTEM } from './deps.js'
import { A_SOURCE, aMeasure } from './measures.js'

/** A figure of an area ('' is our own): crimes, residents, and what else the test says. */
export type AreaFigureOf = {
  readonly area: string
  readonly count: number | null
  readonly of?: number
  readonly period?: string
  readonly status?: 'final' | 'provisional' | 'missing'
  readonly knownOn?: string
}

/** Takes in figures of areas, each of those known on one day as one file. */
export async function someAreaFigures(deps: Deps, measure: Measure, figures: readonly AreaFigureOf[]): Promise<void> {
  for (const [knownOn, known] of Map.groupBy(figures, (each) => each.knownOn ?? '2025-04-28')) {
    const vintage = { kind: 'typed', knownOn: isoDate(knownOn), source: { ...A_SOURCE, reason: 'Test' } } as const
    const result = await recordFigures(deps, SYSTEM, {
      vintage,
      figures: known.map((each) => newFigure(measure, each)),
    })
    if (!result.ok) throw new Error(JSON.stringify(result.error))
  }
}

function newFigure(
  measure: Measure,
  { area, count, of = 100_000, period = '2023/24', status = 'final' }: AreaFigureOf,
) {
  const parsed = parsePeriod(period)
  if (!parsed.ok) throw new Error(period)
  const base = { measureId: measure.id, area, period: parsed.value, value: null, interval: null }
  if (count === null)
    return { ...base, numerator: null, denominator: null, status: 'missing' as const, note: 'Not sent' }
  return { ...base, numerator: count, denominator: of, status, note: '' }
}

/** A rate for each 1,000 people by financial year, not yet public. */
export async function aRate(deps: Deps, overrides: Partial<MeasureDraft> = {}): Promise<Measure> {
  return aMeasure(deps, {
    ...{ title: 'Crime rate', unit: 'rate', unitLabel: 'crimes for each 1,000 people', frequency: 'financial-year' },
    ...{ denominator: 'People', per: 1000, ...overrides },
  })
}

/** A group of areas that has been one since 2012. */
export async function aGroup(deps: Deps, areas: readonly string[], change: Partial<GroupDescription> = {}) {
  const description = {
    kind: 'neighbours',
    name: 'Our neighbours',
    source: 'Chosen by the office',
    sourceUrl: null,
  } as const
  const group = await describeGroup(deps, SYSTEM, { ...description, isPublishable: true, ...change })
  for (const area of areas) {
    const added = await addMember(deps, SYSTEM, { groupId: group.id, area, from: isoDate('2012-11-22'), until: null })
    if (!added.ok) throw new Error(added.error.code)
  }
  return group
}

/** An office for Cambridgeshire with a public rate, three neighbours, and a figure of each for 2023/24. */
export async function anOfficeWithNeighbours(deps: Deps) {
  const bodyId = await aBody(deps)
  const from = isoDate('2012-11-22')
  const area = { bodyId, kind: 'police-area', code: 'E23000023', name: 'Cambridgeshire', from, until: null } as const
  const added = await addArea(deps, SYSTEM, area)
  if (!added.ok) throw new Error(added.error.code)
  const measure = await aRate(deps)
  await someAreaFigures(deps, measure, [
    { area: '', count: 7000 },
    { area: 'E23000024', count: 6500 },
    { area: 'Suffolk Constabulary', count: 7010 },
    { area: 'E23000028', count: 8200 },
  ])
  const group = await aGroup(deps, ['Norfolk', 'Suffolk', 'E23000028'])
  const published = await publishMeasure(deps, SYSTEM, { measureId: measure.id, version: measure.version })
  if (!published.ok) throw new Error(published.error.code)
  return { measure, group }
}
