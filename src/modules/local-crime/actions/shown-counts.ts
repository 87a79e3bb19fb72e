import { type CrimeSlice, publicCounts } from '#modules/police-data/index.js'
import type { Deps } from '#platform/deps.js'

/** Crimes counted by one thing as the public may see them: null where a number is withheld. */
export async function shownCounts(
  deps: Pick<Deps, 'db' | 'lake' | 'newId'>,
  slice: CrimeSlice,
  by: 'month' | 'type' | 'outcome' | 'district' | 'csp' | 'ward' | 'lsoa',
): Promise<Map<string, number | null>> {
  const rows = await publicCounts(deps, slice, [by])
  return new Map((rows.ok ? rows.value : []).flatMap((row) => (row[by] ? [[row[by], row.count] as const] : [])))
}
