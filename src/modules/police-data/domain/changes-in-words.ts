/** How many crimes made the same move between two releases, whatever their force and month. */
export type Move = { readonly kind: string; readonly before: string; readonly after: string; readonly crimes: number }

/** The moves of all months together, the commonest first. */
export function movesOf(changes: readonly Move[]): Move[] {
  const groups = Map.groupBy(changes, ({ kind, before, after }) => [kind, before, after].join('\n'))
  const moves = [...groups.values()].flatMap((group): Move[] => {
    const [first] = group
    if (!first) return []
    const { kind, before, after } = first
    return [{ kind, before, after, crimes: group.reduce((sum, { crimes }) => sum + crimes, 0) }]
  })
  const name = ({ kind, before, after }: Move) => `${kind} ${before} ${after}`
  return moves.sort((a, b) => b.crimes - a.crimes || (name(a) < name(b) ? -1 : 1))
}

/** A move in a few words: "Awaiting court outcome → Court result unavailable". */
export function wordsOfMove({ kind, before, after }: Omit<Move, 'crimes'>): string {
  if (kind === 'location') return 'moved to another place'
  if (kind === 'appeared') return `appeared (${after || 'no outcome'})`
  if (kind === 'disappeared') return `disappeared (${before || 'no outcome'})`
  return `${before || 'nothing'} → ${after || 'nothing'}`
}
