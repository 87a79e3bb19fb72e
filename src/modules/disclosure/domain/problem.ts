/**
 * One whole number that the public may know or not: how many people, crimes, cases. Cells of one figure (the part, the
 * rest and the base of a share) are shown or withheld together.
 */
export type Cell = {
  readonly id: string
  /** The figure that it belongs to; null for what no table shows, such as the rest that parts leave of a whole. */
  readonly figure: string | null
  readonly amount: number
  /** Small numbers of it are withheld: those below this. Null for numbers that tell of nobody, however small. */
  readonly below: number | null
  /** How much is lost by withholding it; 1 unless said. */
  readonly weight?: number
}

/** Something that anyone can work out: the amounts times their factors add up to nothing. */
export type Relation = {
  readonly terms: readonly (readonly [cell: string, factor: number])[]
  /** The cell that is the sum of the others, where it ties tables together that could stand apart: a year to its months. */
  readonly whole?: string
}

/** The numbers of tables that are read side by side, and what ties them together. */
export type Problem = {
  readonly cells: readonly Cell[]
  readonly relations: readonly Relation[]
}

/** How small numbers are withheld. */
export type Rule = {
  /** Whether nought is shown: then only 1, 2, … up to the threshold are small. */
  readonly showsZero: boolean
}

/** Whether a number is small: withheld for its own sake. */
export function isSmall({ amount, below }: Cell, { showsZero }: Rule): boolean {
  return below !== null && amount < below && !(showsZero && amount === 0)
}

/** The parts of a problem that have nothing to do with each other. */
export function partsOf({ cells, relations }: Problem): Problem[] {
  const leader = new Map<string, string>()
  const find = (id: string): string => {
    let at = id
    for (let up = leader.get(at); up !== undefined && up !== at; up = leader.get(at)) at = up
    leader.set(id, at)
    return at
  }
  const join = (a: string, b: string) => leader.set(find(a), find(b))
  for (const { id, figure } of cells) if (figure !== null) join(`cell ${id}`, `figure ${figure}`)
  for (const { terms } of relations) {
    const [first] = terms
    for (const [cell] of terms) if (first) join(`cell ${first[0]}`, `cell ${cell}`)
  }
  const relationsBy = Map.groupBy(relations, ({ terms }) => find(`cell ${terms[0]?.[0] ?? ''}`))
  const cellsBy = Map.groupBy(cells, ({ id }) => find(`cell ${id}`))
  return [...cellsBy].map(([part, own]) => ({ cells: own, relations: relationsBy.get(part) ?? [] }))
}
