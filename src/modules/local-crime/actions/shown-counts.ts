import { type CrimeSlice, publicCounts } from '#modules/police-data/index.js'
import type { Deps } from '#platform/deps.js'

/**
 * Crimes counted by one thing as the public may see them: null where a number is withheld. Of kinds and outcomes none is
 * named where none is shown: a name that other places have and this one lacks would tell its nought.
 */
export async function shownCounts(
  deps: Pick<Deps, 'db' | 'lake' | 'newId'>,
  slice: CrimeSlice,
  by: 'month' | 'type' | 'outcome' | 'district' | 'csp' | 'ward' | 'lsoa',
): Promise<Map<string, number | null>> {
  const rows = await publicCounts(deps, slice, [by])
  const counts = (rows.ok ? rows.value : []).flatMap((row) => (row[by] ? [[row[by], row.count] as const] : []))
  const isNamed = by !== 'type' && by !== 'outcome'
  return new Map(isNamed || counts.some(([, count]) => count !== null) ? counts : [])
}
