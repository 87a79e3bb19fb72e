import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { type AreaKind, kindOfCode } from '../domain/area.js'
import type { AreaLink, AuthorityCode, CodeAndName, Lookups, LsoaChange, LsoaRow } from '../domain/lookups.js'
import { daysOfCode } from '../domain/reorganisations.js'

let folder: string | undefined

/** The folder of tables that come with every copy; its ATTRIBUTION.md says where each is from. */
function referenceFolder(): string {
  folder ??= join(checkout(dirname(fileURLToPath(import.meta.url))), 'reference')
  return folder
}

function checkout(from: string): string {
  if (existsSync(join(from, 'reference', 'ATTRIBUTION.md'))) return from
  const above = dirname(from)
  if (above === from) throw new Error('The folder `reference` is missing from this copy of Frankpledge')
  return checkout(above)
}

/** The text of a bundled file, unpacked. */
export function bundledText(name: string): string {
  const bytes = readFileSync(join(referenceFolder(), name))
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** The lines of a bundled table, without its head, in cells. */
export function bundledLines(name: string): string[][] {
  const lines = bundledText(name).trimEnd().split('\n')
  return lines.slice(1).map((line) => line.split('\t'))
}

/** The lookups that come with every copy. */
export function bundledLookups(): Lookups {
  return { lsoas: lsoas(), changes: changes(), links: [...districtLinks(), ...wardLinks()], codes: codes() }
}

function lsoas(): LsoaRow[] {
  return bundledLines('lsoa-2021-ward-district-2024.tsv.gz').map(([lsoa = '', name = '', ward, district, csp]) => ({
    ...{ lsoa, name, lsoaEdition: 2021, edition: 2024 },
    ...{ ward: ward || null, district: district || null, csp: csp || null },
  }))
}

function changes(): LsoaChange[] {
  return bundledLines('lsoa-2011-lsoa-2021.tsv.gz').map(
    ([lsoa11 = '', name = '', change = '', lsoa21 = '', district]) => ({
      ...{ lsoa11, name, change, lsoa21 },
      district: district || null,
    }),
  )
}

function districtLinks(): AreaLink[] {
  return bundledLines('district-csp-force-2024.tsv').map(([lad, ladName, csp, cspName, pfa, pfaName]) => ({
    edition: 2024,
    areas: areasIn([
      [lad, ladName],
      [csp, cspName],
      [pfa, pfaName],
    ]),
  }))
}

function wardLinks(): AreaLink[] {
  const names = new Map(bundledLines('district-csp-force-2024.tsv').map(([code = '', name = '']) => [code, name]))
  return bundledLines('ward-district-2024.tsv.gz').map(([ward, name, district = '']) => ({
    edition: 2024,
    areas: areasIn([
      [ward, name],
      [district, names.get(district)],
    ]),
  }))
}

function codes(): AuthorityCode[] {
  return bundledLines('local-authority-codes-2025.tsv').map(([code = '', name = '', active = '', ...parents]) => ({
    ...{ code, name, active: active || null, ...daysOfCode(code, active) },
    parents: areasIn(pairs(parents).filter(([parent]) => parent !== active && parent !== code)),
  }))
}

function pairs(cells: readonly string[]): [string | undefined, string | undefined][] {
  return cells.flatMap((cell, at) => (at % 2 === 0 ? [[cell, cells[at + 1]] as [string, string | undefined]] : []))
}

function areasIn(cells: readonly (readonly [string | undefined, string | undefined])[]) {
  const areas: Partial<Record<AreaKind, CodeAndName>> = {}
  for (const [code = '', name = ''] of cells) {
    const kind = kindOfCode(code)
    if (kind) areas[kind] = { code, name }
  }
  return areas
}
