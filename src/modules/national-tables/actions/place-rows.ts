import { forceNamed, forceOfCode } from '#modules/geography/index.js'
import type { PlacedRow } from '../data/national-tables.store.js'
import type { FigureRow } from '../domain/figure.js'
import { listed } from '../domain/sheet.js'

/** Names in national tables that are of no police force area, as everybody knows. */
const NOT_FORCES =
  /^(action fraud|cifas|uk finance|financial fraud action.*|nfib|national fraud.*|british transport police|ministry of defence.*|civil nuclear.*|central service secondments|national crime agency|ncis|ncs|england.*|wales|english regions.*|total.*|all forces.*|north east|north west|yorkshire and.*|east midlands|east|east of england|eastern|london|south east|south west|.* \(?region\)?)$/i

/** A line with the area that the office's own lists know, and the names that they do not. */
export type PlacedRows = { readonly rows: readonly PlacedRow[]; readonly warnings: readonly string[] }

/**
 * Settles the area of each line: a force by its code, else by its name and the names that publishers give it. What is
 * no force's area (a region, Action Fraud) keeps its own code or name.
 */
export function placeRows(rows: readonly FigureRow[]): PlacedRows {
  const known = new Map<string, { area: string; areaName: string; isKnown: boolean }>()
  const placed = rows.map(({ area, ...row }): PlacedRow => {
    const key = `${area.code}|${area.name}`
    const found = known.get(key) ?? settle(area)
    known.set(key, found)
    return { ...row, area: found.area, areaName: found.areaName }
  })
  const strange = [...known.values()].filter(({ isKnown }) => !isKnown).map(({ areaName }) => areaName)
  const warning = `Kept under their own names, as no force is called so: ${listed(strange, 12)}`
  return { rows: placed, warnings: strange.length > 0 ? [warning] : [] }
}

function settle({ code, name }: FigureRow['area']) {
  // "London" and "West Midlands" are regions too where no code says that the force is meant: a table of forces names the force.
  const force = code ? forceOfCode(code) : forceOf(name)
  if (force?.code) return { area: force.code, areaName: force.area, isKnown: true }
  return {
    area: code ?? name,
    areaName: force?.area ?? name,
    isKnown: code !== null || force !== undefined || NOT_FORCES.test(name.trim()),
  }
}

function forceOf(name: string) {
  return /^london$/i.test(name.trim()) ? undefined : forceNamed(name)
}
