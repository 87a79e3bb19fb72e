import { amountOf, cellId, type Quantity, type SmallFigure } from './figures.js'
import type { Cell, Relation } from './problem.js'
import { tiling } from './tiling.js'

/** A series that is the sum of others, as the office knows: all victims are adults and children. */
export type Sum = { readonly whole: string; readonly parts: readonly string[] }

/** What adds up, from one release on; with the rest that parts leave of their whole, which no table shows. */
export type Addition = { readonly relation: Relation; readonly rest: Cell | null; readonly known: string }

/** All figures in force at a moment, by series and area and by first and last day. */
type InForce = Map<string, Map<string, SmallFigure>>

/** Everything that adds up within and between the tables, at any of the moments at which they were read. */
export function additionsIn(figures: readonly SmallFigure[], sums: readonly Sum[]): Addition[] {
  const found = new Map<string, Addition>()
  const inForce: InForce = new Map()
  const sorted = [...figures].sort((a, b) => (a.known < b.known ? -1 : 1))
  for (const [known, together] of Map.groupBy(sorted, (each) => each.known)) {
    for (const figure of together) hold(inForce, figure)
    for (const { whole, parts, isLink } of touched(inForce, together, sums)) {
      for (const quantity of ['count', 'base'] as const) {
        const addition = additionOf(whole, parts, { quantity, known, isLink: isLink === true })
        const key = addition?.relation.terms.map(([id, factor]) => `${factor} ${id}`).join() ?? ''
        if (addition && !found.has(key)) found.set(key, addition)
      }
    }
  }
  return [...found.values()]
}

const lineOf = (series: string, area: string) => `${series}\n${area}`
const periodOf = ({ from, until }: SmallFigure) => `${from} ${until}`

function hold(inForce: InForce, figure: SmallFigure): void {
  const line = lineOf(figure.series, figure.area)
  const own = inForce.get(line) ?? new Map<string, SmallFigure>()
  own.set(periodOf(figure), figure)
  inForce.set(line, own)
}

type Together = {
  readonly whole: SmallFigure
  readonly parts: readonly SmallFigure[]
  /** It ties tables of several measures or periods together. */
  readonly isLink?: boolean
}

/** The wholes and their parts that new figures belong to. */
function touched(inForce: InForce, together: readonly SmallFigure[], sums: readonly Sum[]): Together[] {
  const tables = new Map(together.map((each) => [`${each.series}\n${periodOf(each)}`, each]))
  const areas = areasBySeries(inForce)
  const inAreas = [...tables.values()].flatMap((each) => areaSums(sameTable(inForce, areas, each)))
  const series = new Set(together.map((each) => each.series))
  const ofParts = sums
    .filter(({ whole, parts }) => [whole, ...parts].some((each) => series.has(each)))
    .flatMap((sum) => partSums(inForce, areas, sum, together))
  return [...inAreas, ...ofParts]
}

function areasBySeries(inForce: InForce): Map<string, string[]> {
  const areas = new Map<string, string[]>()
  for (const line of inForce.keys()) {
    const [series = '', area = ''] = line.split('\n')
    areas.set(series, [...(areas.get(series) ?? []), area])
  }
  return areas
}

function sameTable(inForce: InForce, areas: ReadonlyMap<string, string[]>, figure: SmallFigure): SmallFigure[] {
  const { series } = figure
  return (areas.get(series) ?? []).flatMap((area) => inForce.get(lineOf(series, area))?.get(periodOf(figure)) ?? [])
}

/** Districts of any kind are one level; every other kind of code is its own, and so are areas that have only names. */
function levelOf(area: string): string {
  if (area === '') return 'own'
  if (/^(E0[6-9]|W06)\d{6}$/.test(area)) return 'district'
  return /^[A-Z]\d{8}$/.test(area) ? area.slice(0, 3) : 'named'
}

/** Areas of one level add up to the office's own area, or to another; with the office's own among them or not. */
function areaSums(table: readonly SmallFigure[]): Together[] {
  if (table.length < 2) return []
  const own = table.find(({ area }) => area === '')
  const levels = Map.groupBy(
    table.filter(({ area }) => area !== ''),
    ({ area }) => levelOf(area),
  )
  return [...levels].flatMap(([level, parts]) => {
    const others = table.filter(({ area }) => area !== '' && levelOf(area) !== level)
    const withOwn = own ? [...parts, own] : parts
    const exact = others.flatMap((whole) => [parts, withOwn].map((each) => ({ whole, parts: each })))
    return [...(own ? [{ whole: own, parts }] : []), ...exact.filter(addsUp)]
  })
}

function addsUp({ whole, parts }: Together): boolean {
  const total = parts.reduce((sum, each) => sum + (amountOf(each, 'count') ?? Number.NaN), 0)
  return total === amountOf(whole, 'count')
}

/** The parts of a sum in the same area, over the same days: one longer period, or several that fill it. */
function partSums(
  inForce: InForce,
  areas: ReadonlyMap<string, string[]>,
  { whole, parts }: Sum,
  together: readonly SmallFigure[],
): Together[] {
  return (areas.get(whole) ?? []).flatMap((area) => {
    const lines = parts.map((part) => [...(inForce.get(lineOf(part, area))?.values() ?? [])])
    const wholes = [...(inForce.get(lineOf(whole, area))?.values() ?? [])]
    const concerned = wholes.filter(({ from, until }) =>
      together.some((each) => each.area === area && each.from >= from && each.until <= until),
    )
    return concerned.flatMap((figure) => {
      const filling = lines.map((line) => tiling(figure, line))
      const isWhole = filling.every((each) => each !== undefined)
      return isWhole ? [{ whole: figure, parts: filling.flatMap((each) => each ?? []), isLink: true }] : []
    })
  })
}

type Release = { readonly quantity: Quantity; readonly known: string; readonly isLink: boolean }

/** That parts add up to a whole; or leave a rest of it that nobody publishes. Nothing where they are more than the whole. */
function additionOf(
  whole: SmallFigure,
  parts: readonly SmallFigure[],
  { quantity, known, isLink }: Release,
): Addition | undefined {
  const amounts = parts.map((part) => amountOf(part, quantity))
  const total = amountOf(whole, quantity)
  if (total === null || parts.length === 0 || amounts.includes(null)) return undefined
  const left = amounts.reduce<number>((sum, each) => sum - (each ?? 0), total)
  if (left < 0) return undefined
  const terms = [
    [cellId(whole, quantity), -1] as const,
    ...parts.map((part) => [cellId(part, quantity), 1] as const),
  ].sort(([a], [b]) => (a < b ? -1 : 1))
  const link = isLink ? { whole: cellId(whole, quantity) } : {}
  if (left === 0) return { relation: { terms, ...link }, rest: null, known }
  const rest: Cell = { id: `rest of ${terms.map(([id]) => id).join()}`, figure: null, amount: left, below: null }
  return { relation: { terms: [...terms, [rest.id, 1]], ...link }, rest, known }
}
