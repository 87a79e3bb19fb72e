import type { AreaLink, Lookups, LsoaChange, LsoaRow } from './lookups.js'

/** Where a small area (LSOA) lies today. An LSOA that is no more is placed with most of those that came of it. */
export type LsoaPlace = {
  readonly lsoa: string
  /** The census of the code: 2021, or 2011 for codes that ended then. */
  readonly edition: 2011 | 2021
  readonly name: string
  readonly ward: string | null
  readonly district: string | null
  readonly csp: string | null
  /** The code of the police force area. */
  readonly force: string | null
}

type Around = { readonly links: readonly AreaLink[]; readonly activeCode: (code: string) => string }

/** Every LSOA once, by code, those of 2021 first in the reckoning: a code of both censuses is the same place. */
export function placesFrom(lookups: Lookups, around: Around): LsoaPlace[] {
  const districts = districtsFrom(around.links)
  const rows = newestRows(lookups.lsoas)
  const places = new Map<string, LsoaPlace>()
  for (const row of rows.values()) {
    if (row.lsoaEdition === 2021 || !places.has(row.lsoa)) places.set(row.lsoa, placed(row, districts, around))
  }
  for (const [lsoa11, changes] of changesByLsoa(lookups.changes)) {
    if (places.get(lsoa11)?.edition === 2021) continue
    const parts = changes.flatMap(({ lsoa21 }) => places.get(lsoa21) ?? [])
    const fit = bestFit(parts)
    const [first] = changes
    if (fit && first) places.set(lsoa11, { ...fit, lsoa: lsoa11, edition: 2011, name: first.name })
  }
  return [...places.values()].sort((a, b) => (a.lsoa < b.lsoa ? -1 : 1))
}

/** The ward with most of the parts, the first by code where two have as many; its district, partnership and force. */
function bestFit(parts: readonly LsoaPlace[]): LsoaPlace | undefined {
  const counts = new Map<string, number>()
  for (const { ward, district } of parts) {
    const key = `${district}|${ward}`
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const most = Math.max(...counts.values())
  return parts
    .toSorted((a, b) => (`${a.ward}${a.lsoa}` < `${b.ward}${b.lsoa}` ? -1 : 1))
    .find(({ ward, district }) => counts.get(`${district}|${ward}`) === most)
}

function changesByLsoa(changes: readonly LsoaChange[]): Map<string, LsoaChange[]> {
  const byLsoa = new Map<string, LsoaChange[]>()
  for (const change of changes) {
    const known = byLsoa.get(change.lsoa11)
    if (known) known.push(change)
    else byLsoa.set(change.lsoa11, [change])
  }
  return byLsoa
}

/** Of each LSOA the newest word on its ward and on its district; an older file may know the ward that a newer leaves out. */
function newestRows(rows: readonly LsoaRow[]): Map<string, LsoaRow> {
  const newest = new Map<string, LsoaRow>()
  for (const row of rows.toSorted((a, b) => a.edition - b.edition)) {
    const key = `${row.lsoaEdition}|${row.lsoa}`
    const before = newest.get(key)
    const sameDistrict = before !== undefined && (row.district === null || row.district === before.district)
    const kept = sameDistrict ? before : undefined
    newest.set(key, {
      ...row,
      ...{ ward: row.ward ?? kept?.ward ?? null, district: row.district ?? kept?.district ?? null },
      ...{ csp: row.csp ?? kept?.csp ?? null, name: row.name || (before?.name ?? '') },
    })
  }
  return newest
}

type DistrictParents = { readonly csps: Set<string>; force: string | null }

function districtsFrom(links: readonly AreaLink[]): Map<string, DistrictParents> {
  const districts = new Map<string, DistrictParents>()
  for (const { areas } of links) {
    if (!areas.district) continue
    const parents = districts.get(areas.district.code) ?? { csps: new Set<string>(), force: null }
    if (areas.csp) parents.csps.add(areas.csp.code)
    parents.force = areas.force?.code ?? parents.force
    districts.set(areas.district.code, parents)
  }
  return districts
}

function placed(row: LsoaRow, districts: ReadonlyMap<string, DistrictParents>, around: Around): LsoaPlace {
  const { lsoa, name, ward, lsoaEdition: edition } = row
  const known = row.district !== null && districts.has(row.district)
  const district = row.district === null || known ? row.district : around.activeCode(row.district)
  const parents = district === null ? undefined : districts.get(district)
  const [only = null, ...others] = parents?.csps ?? []
  const own = row.csp !== null && parents?.csps.has(row.csp) ? row.csp : null
  return {
    lsoa,
    edition,
    name,
    ward,
    district,
    csp: own ?? (others.length > 0 ? null : only),
    force: parents?.force ?? null,
  }
}
