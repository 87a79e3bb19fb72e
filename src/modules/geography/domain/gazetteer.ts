import { type Area, type AreaKind, kindOfCode } from './area.js'
import { FORCES, forceOfCode } from './forces.js'
import type { AreaLink, AuthorityCode, CodeAndName, Lookups } from './lookups.js'
import { type LsoaPlace, placesFrom } from './lsoa-places.js'

/** Every area that is known, and which lies in which, by the newest lookup of each. */
export type Gazetteer = {
  readonly areas: ReadonlyMap<string, Area>
  /** The areas that an area lies in, the near ones and those around them. */
  readonly around: ReadonlyMap<string, ReadonlySet<string>>
  readonly places: readonly LsoaPlace[]
  /** The LSOAs of both censuses in a ward, district, partnership or force. */
  readonly lsoasIn: ReadonlyMap<string, readonly LsoaPlace[]>
  readonly names: ReadonlyMap<string, string>
  /** Every district, old ones too. */
  readonly districts: readonly Area[]
}

/** Puts all lookups together. Where several years speak of an area, the newest is heard. */
export function gazetteerFrom(lookups: Lookups): Gazetteer {
  const links = newestLinks(lookups.links)
  const areas = new Map<string, Area>()
  for (const { code, area } of FORCES)
    if (code) areas.set(code, plainArea({ code, name: area }, 'force', CODES_EDITION))
  for (const row of lookups.codes) addAuthority(areas, row)
  for (const link of links.toSorted((a, b) => a.edition - b.edition)) addLink(areas, link)
  markReplaced(areas, lookups.codes, new Set(links.flatMap(({ areas: { district } }) => district?.code ?? [])))
  const inside = parentsOf(links, lookups.codes)
  const places = placesFrom(lookups, { links, activeCode: (code) => areas.get(code)?.activeCode ?? code })
  for (const { lsoa, name, edition } of places) areas.set(lsoa, plainArea({ code: lsoa, name }, 'lsoa', edition))
  const names = new Map([...areas].map(([code, { name }]) => [code, name]))
  const districts = [...areas.values()].filter(({ kind }) => kind === 'district')
  return { areas, around: ancestors(inside), places, lsoasIn: byArea(places), names, districts }
}

function byArea(places: readonly LsoaPlace[]): Map<string, LsoaPlace[]> {
  const lsoas = new Map<string, LsoaPlace[]>()
  for (const place of places) {
    for (const code of [place.ward, place.district, place.csp, place.force]) {
      const known = code === null ? undefined : lsoas.get(code)
      if (known) known.push(place)
      else if (code !== null) lsoas.set(code, [place])
    }
  }
  return lsoas
}

/** Of each area the links of its newest edition. */
function newestLinks(links: readonly AreaLink[]): AreaLink[] {
  const newest = new Map<string, number>()
  const childOf = ({ areas }: AreaLink) =>
    `${areas.ward?.code ?? areas.district?.code ?? areas.csp?.code ?? areas.force?.code ?? areas.county?.code}|${Object.keys(areas).join()}`
  for (const link of links) newest.set(childOf(link), Math.max(link.edition, newest.get(childOf(link)) ?? 0))
  return links.filter((link) => newest.get(childOf(link)) === link.edition)
}

function plainArea({ code, name }: CodeAndName, kind: AreaKind, edition: number): Area {
  return { code, kind, name, edition, from: null, until: null }
}

/** The year of the bundled list of codes, by which counties, regions and combined authorities are known. */
const CODES_EDITION = 2025

function addAuthority(areas: Map<string, Area>, { code, name, from, until, parents }: AuthorityCode): void {
  const kind = kindOfCode(code)
  if (!kind) return
  areas.set(code, { ...plainArea({ code, name }, kind, 0), from, until })
  for (const parent of Object.values(parents)) {
    const kindOfParent = kindOfCode(parent.code)
    if (kindOfParent && !areas.has(parent.code)) areas.set(parent.code, plainArea(parent, kindOfParent, CODES_EDITION))
  }
}

function addLink(areas: Map<string, Area>, { areas: linked, edition }: AreaLink): void {
  for (const [kind, { code, name }] of Object.entries(linked) as [AreaKind, CodeAndName][]) {
    const known = areas.get(code)
    const shown = kind === 'force' ? (forceOfCode(code)?.area ?? name) : name
    areas.set(code, { ...(known ?? plainArea({ code, name }, kind, edition)), name: shown || code, edition })
  }
}

/**
 * Leads from each code that the lookups do not know to the one that they do: from an old one to what took its place,
 * and from one newer than the lookups to the one before it.
 */
function markReplaced(areas: Map<string, Area>, codes: readonly AuthorityCode[], inUse: ReadonlySet<string>): void {
  const lead = (from: string, to: string) => {
    const area = areas.get(from)
    if (area) areas.set(from, { ...area, activeCode: to })
  }
  for (const { code, active } of codes) {
    if (!active || active === code) continue
    if (!inUse.has(active) && inUse.has(code)) lead(active, code)
    else lead(code, active)
  }
}

/** Which areas an area lies in at once. A district of one partnership lies in it; a partnership of one district in that. */
function parentsOf(links: readonly AreaLink[], codes: readonly AuthorityCode[]): Map<string, Set<string>> {
  const parents = new Map<string, Set<string>>()
  const put = (child: CodeAndName | undefined, parent: CodeAndName | undefined) => {
    if (!child || !parent || child.code === parent.code) return
    parents.set(child.code, (parents.get(child.code) ?? new Set()).add(parent.code))
  }
  const partners = pairsOf(links)
  const isOnly = (area: CodeAndName | undefined) => area !== undefined && partners.get(area.code)?.size === 1
  for (const { areas } of links) {
    const { ward, district, csp, force } = areas
    put(ward, district)
    put(csp, force)
    if (isOnly(district)) put(district, csp)
    if (isOnly(csp)) put(csp, district)
    for (const kind of LARGE) put(district ?? csp, areas[kind])
  }
  for (const code of codes) for (const parent of Object.values(code.parents)) put(code, parent)
  return parents
}

/** What a district or a partnership lies in beside one another. */
const LARGE = ['force', 'county', 'combined-authority', 'region', 'country'] as const

function pairsOf(links: readonly AreaLink[]): Map<string, Set<string>> {
  const partners = new Map<string, Set<string>>()
  const pair = (a: string, b: string) => partners.set(a, (partners.get(a) ?? new Set()).add(b))
  for (const { areas } of links) {
    if (!areas.district || !areas.csp) continue
    pair(areas.district.code, areas.csp.code)
    pair(areas.csp.code, areas.district.code)
  }
  return partners
}

function ancestors(parents: ReadonlyMap<string, ReadonlySet<string>>): Map<string, ReadonlySet<string>> {
  const all = new Map<string, ReadonlySet<string>>()
  for (const code of parents.keys()) {
    const found = new Set<string>()
    const queue = [...(parents.get(code) ?? [])]
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (next === code || found.has(next)) continue
      found.add(next)
      queue.push(...(parents.get(next) ?? []))
    }
    all.set(code, found)
  }
  return all
}
