import { err } from '#kernel/result.js'
import type { Sheet } from '../domain/sheet.js'
import type { PlaceKind } from '../domain/table-kind.js'
import { type PlaceTable, placeTables } from './place-columns.js'
import { noTable, onlyTable, type PlaceContext, type PlaceReading } from './place-facts.js'
import { doubledColumns } from './place-heads.js'
import { readDeprivation } from './read-deprivation.js'
import { readAreaCodes, readAreaLookup, readLsoaChanges, readLsoaLookup } from './read-lookups.js'
import { countsPeople, hasEthnicGroups, readPopulation, readPopulationByEthnicity } from './read-residents.js'

/** The kinds of places that come as tables. */
export type PlaceTableKind = Exclude<PlaceKind, 'boundaries'>

type Reader = { readonly read: (table: PlaceTable, context: PlaceContext) => PlaceReading; readonly needs: string }

const READERS: Readonly<Record<PlaceTableKind, Reader>> = {
  'lsoa-lookup': { read: readLsoaLookup, needs: '“LSOA21CD”, “WD24CD” and “LAD24CD”, of the years that it has' },
  'lsoa-changes': { read: readLsoaChanges, needs: '“LSOA11CD”, “LSOA21CD” and “CHGIND”' },
  'area-lookup': { read: readAreaLookup, needs: 'codes of two kinds of area: “LAD24CD”, “CSP24CD”, “PFA24CD”' },
  'area-codes': { read: readAreaCodes, needs: '“LADCD”, “LADNM” and “LADCD_ACTIVE”' },
  population: { read: readPopulation, needs: '“code”, “year” and “population”, or a column for each year' },
  'population-ethnicity': {
    read: readPopulationByEthnicity,
    needs: '“area code”, “ethnic group”, “people” and “year”',
  },
  deprivation: { read: readDeprivation, needs: '“LSOA code (2021)” and “IMD rank” or “IMD decile”' },
}

/** Reads a table of places. */
export function readPlaces(kind: PlaceTableKind, sheets: readonly Sheet[], context: PlaceContext): PlaceReading {
  const { read, needs } = READERS[kind]
  const tables = placeTables(sheets)
  if (tables.length === 0) return err([noTable(needs)])
  const table = onlyTable(tables, needs)
  if (!table.ok) return table
  const doubled = doubledColumns(table.value)
  return doubled ? err([doubled]) : read(table.value, context)
}

/** The kind of places that a table's heads speak of, if any. */
export function placeKindOf(sheets: readonly Sheet[]): PlaceTableKind | undefined {
  const [table] = placeTables(sheets).toSorted((a, b) => b.rows.length - a.rows.length)
  if (!table) return undefined
  const codes = table.columns.filter(({ part }) => part === 'code')
  const lsoaYears = new Set(codes.filter(({ of }) => of === 'lsoa').map(({ year }) => year))
  if (codes.some(({ of }) => of === 'active')) return 'area-codes'
  if (table.others.some(({ head }) => /\b(imd|deprivation)|imd_/i.test(head)) && lsoaYears.size > 0)
    return 'deprivation'
  if (hasEthnicGroups(table)) return 'population-ethnicity'
  if (lsoaYears.has(2011) && lsoaYears.has(2021)) return 'lsoa-changes'
  if (lsoaYears.size > 0 && codes.some(({ of }) => of === 'district')) return 'lsoa-lookup'
  if (countsPeople(table)) return 'population'
  return new Set(codes.map(({ of }) => of)).size > 1 ? 'area-lookup' : undefined
}
