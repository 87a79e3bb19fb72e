import { isoDate } from '#kernel/dates.js'
import { addArea } from '#modules/body/index.js'
import type { Deps } from '#platform/deps.js'
import { aBody } from './body.js'
import { SYSTEM } from './deps.js'
import { fillLake, type StreetRecord } from './police-lake.js'

/** The force of the office in tests of local crime: its slug, and small areas (LSOAs) in its districts. */
export const FORCE = 'bedfordshire'
export const LUTON = 'E01015693'
const LUTON_TOO = 'E01015698'
const BEDFORD = 'E01017538'
const ELSEWHERE = 'E01015589'

/** The months for which `aPoliceOffice` has crimes, from the first to the last. */
const MONTHS = Array.from({ length: 15 }, (_, index) => {
  const month = new Date(Date.UTC(2024, index))
  return month.toISOString().slice(0, 7)
})

/** An office whose police area is that of Bedfordshire, with nothing taken in. */
export function anOfficeOfBedfordshire(deps: Deps): Promise<void> {
  return anOfficeOf(deps, { code: 'E23000026', name: 'Bedfordshire' })
}

/** An office of another police area, with nothing taken in. */
export async function anOfficeOf(deps: Deps, of: { readonly code: string; readonly name: string }): Promise<void> {
  const bodyId = await aBody(deps)
  const term = { from: isoDate('2012-11-22'), until: null }
  const added = await addArea(deps, SYSTEM, { bodyId, kind: 'police-area', ...of, ...term })
  if (!added.ok) throw new Error('The police area was refused')
}

/** The same office with fifteen months of crime, January 2024 to March 2025, and a year of stops and searches. */
export async function aPoliceOffice(deps: Deps, { without = [] }: { without?: readonly string[] } = {}): Promise<void> {
  await anOfficeOfBedfordshire(deps)
  const months = MONTHS.filter((month) => !without.includes(month))
  await fillLake(deps, { release: '2025-03', street: months.flatMap(crimesOf), stops: months.flatMap(stopsOf) })
}

function crimesOf(month: string, index: number): StreetRecord[] {
  const some = (count: number, record: Omit<StreetRecord, 'month' | 'force'>) =>
    Array.from({ length: count }, () => ({ force: FORCE, month, ...record }))
  return [
    ...some(10 + (index % 3), { lsoa: LUTON, type: 'Burglary' }),
    ...some(4, { lsoa: LUTON_TOO, type: 'Robbery', outcome: 'Court result unavailable' }),
    ...some(6, { lsoa: BEDFORD, type: 'Shoplifting', outcome: 'Local resolution' }),
    ...some(2, { lsoa: ELSEWHERE, type: 'Drugs' }),
    ...some(1, { type: 'Drugs' }),
    ...some(5, { lsoa: LUTON, type: 'Anti-social behaviour' }),
  ]
}

function stopsOf(month: string) {
  return [
    { force: FORCE, month, selfEthnicity: 'White - White British (W1)', outcome: 'Arrest', linked: true },
    {
      force: FORCE,
      month,
      selfEthnicity: 'Black or Black British - African (B2)',
      outcome: 'A no further action disposal',
    },
    { force: FORCE, month, selfEthnicity: null, outcome: 'A no further action disposal', age: null },
  ]
}
