import { polytope } from './linear-programme.js'
import { type Cell, isSmall, type Relation, type Rule } from './problem.js'

/** What everyone can work out of a number that is not shown: at least, at most. */
export type Range = { readonly least: number; readonly most: number }

/** The least that a withheld number can be. Where nought is shown, a number that stands alone is 1 at least. */
function floorOf({ amount, figure }: Cell, { showsZero }: Rule, isAlone: boolean): number {
  return showsZero && isAlone && figure !== null && amount > 0 ? 1 : 0
}

/** The cells and relations of one part of the tables, and what of them is withheld. */
export type Tables = {
  readonly cells: readonly Cell[]
  readonly relations: readonly Relation[]
  readonly rule: Rule
  /** The lowest that each cell can be, for all that the public knows. */
  readonly floors: ReadonlyMap<string, number>
  /** How far a withheld number that is not small itself must be able to move. */
  readonly stir: number
  /** What a number could never be, whatever is withheld: "cell target". */
  readonly hopeless: Set<string>
}

/** One part of the tables, made ready for questions. */
export function tablesOf(cells: readonly Cell[], relations: readonly Relation[], rule: Rule): Tables {
  const sizes = new Map<string, number>()
  for (const { figure } of cells) if (figure !== null) sizes.set(figure, (sizes.get(figure) ?? 0) + 1)
  const isAlone = ({ figure }: Cell) => figure !== null && sizes.get(figure) === 1
  return {
    ...{ cells, relations, rule },
    floors: new Map(cells.map((cell) => [cell.id, floorOf(cell, rule, isAlone(cell))])),
    stir: Math.max(2, ...cells.map(({ below }) => (below ?? 0) - 1)),
    hopeless: new Set(),
  }
}

/** A withheld number that the public could tell too well, and how far it must be able to go. */
export type Exposed = { readonly cell: Cell; readonly targets: readonly number[] }

/**
 * The withheld numbers that can be worked out too well from what is shown. A small number is safe when it may be anything
 * from the lowest possible up to its threshold; another when it may move as far.
 */
export function exposed(tables: Tables, hidden: ReadonlySet<string>): Exposed[] {
  const isHidden = ({ figure }: Cell) => figure === null || hidden.has(figure)
  return hiddenParts(tables, isHidden).flatMap((part) => exposedIn(tables, part))
}

type HiddenPart = { readonly cells: readonly Cell[]; readonly relations: readonly Relation[] }

/** Withheld numbers that are tied together by what nobody withholds. */
function hiddenParts({ cells, relations }: Tables, isHidden: (cell: Cell) => boolean): HiddenPart[] {
  const hidden = new Map(cells.filter(isHidden).map((cell) => [cell.id, cell]))
  const group = new Map([...hidden.keys()].map((id) => [id, id]))
  const find = (id: string): string => {
    const up = group.get(id) ?? id
    return up === id ? id : find(up)
  }
  const living = relations.filter(({ terms }) => terms.some(([id]) => hidden.has(id)))
  for (const { terms } of living) {
    const own = terms.flatMap(([id]) => (hidden.has(id) ? [find(id)] : []))
    for (const each of own) group.set(each, own[0] ?? each)
  }
  const byGroup = Map.groupBy(hidden.values(), ({ id }) => find(id))
  const relationsOf = Map.groupBy(living, ({ terms }) => find(terms.find(([id]) => hidden.has(id))?.[0] ?? ''))
  return [...byGroup].map(([id, own]) => ({ cells: own, relations: relationsOf.get(id) ?? [] }))
}

const NEARLY = 1e-6

function exposedIn(tables: Tables, part: HiddenPart): Exposed[] {
  const seeker = rangeSeeker(tables, part)
  return part.cells.flatMap((cell, at) => {
    const need = needOf(tables, cell)
    const unmet = need ? targetsUnmet(need, cell, seeker, at) : []
    const targets = unmet.filter((target) => !tables.hopeless.has(`${cell.id} ${target}`))
    return targets.length > 0 ? [{ cell, targets }] : []
  })
}

function targetsUnmet(need: Need, { amount }: Cell, seeker: ReturnType<typeof rangeSeeker>, at: number): number[] {
  if (need.kind === 'reach') return [need.least, need.most].filter((target) => !seeker.reaches(at, target))
  const { least, most } = seeker.range(at, need.width)
  return most - least >= need.width - NEARLY ? [] : [amount + need.width]
}

type Need =
  | { readonly kind: 'reach'; readonly least: number; readonly most: number }
  | { readonly kind: 'width'; readonly width: number }

function needOf({ rule, floors, stir, cells }: Tables, cell: Cell): Need | undefined {
  if (cell.figure === null) return undefined
  if (isSmall(cell, rule)) return { kind: 'reach', least: floors.get(cell.id) ?? 0, most: cell.below ?? 0 }
  const isCompanion = cell.below === null && cells.some((each) => each !== cell && each.figure === cell.figure)
  return isCompanion ? undefined : { kind: 'width', width: stir }
}

/** Finds how low and how high each withheld number can be; every corner that is found tells of all numbers at once. */
function rangeSeeker({ floors }: Tables, { cells, relations }: HiddenPart) {
  const floor = cells.map(({ id }) => floors.get(id) ?? 0)
  const place = new Map(cells.map(({ id }, at) => [id, at]))
  const rows = relations.map(({ terms }) =>
    terms.flatMap(([id, factor]) => {
      const at = place.get(id)
      return at === undefined ? [] : ([[at, factor]] as const)
    }),
  )
  const right = rows.map((row) => row.reduce((sum, [at, factor]) => sum + factor * above(cells, floor, at), 0))
  const points = polytope(cells.length, rows, right)
  const seen = cells.map(({ amount }) => ({ least: amount, most: amount }))
  const look = (at: number, side: 1 | -1) => {
    const found = points?.least(cells.map((_, other) => (other === at ? side : 0)))
    for (const [other, range] of seen.entries()) widen(range, (found?.point[other] ?? 0) + (floor[other] ?? 0), found)
    const own = seen[at]
    if (own && found?.kind === 'endless') own.most = Number.POSITIVE_INFINITY
    return own ?? { least: 0, most: 0 }
  }
  const range = (at: number, enough: number): Range => {
    const isWide = ({ least, most }: Range) => most - least >= enough
    const own = seen[at] ?? { least: 0, most: 0 }
    if (isWide(own) || isWide(look(at, -1))) return own
    return look(at, 1)
  }
  const reaches = (at: number, target: number) => {
    const holds = ({ least, most }: Range) => least - NEARLY <= target && target <= most + NEARLY
    const own = seen[at] ?? { least: 0, most: 0 }
    return holds(own) || holds(look(at, target > own.most ? -1 : 1))
  }
  return { range, reaches }
}

function above(cells: readonly Cell[], floor: readonly number[], at: number): number {
  return (cells[at]?.amount ?? 0) - (floor[at] ?? 0)
}

function widen(range: { least: number; most: number }, value: number, found: object | undefined): void {
  if (!found) return
  range.least = Math.min(range.least, value)
  range.most = Math.max(range.most, value)
}
