/** What a new list changes of an old one, item by item. */
export type KeyedChanges<Old, New> = {
  readonly added: readonly New[]
  readonly changed: readonly { readonly before: Old; readonly after: New }[]
  readonly withdrawn: readonly Old[]
  readonly unchanged: number
}

/** How items are known and what they say: two of one key are the same thing, and of one content say the same. */
type Reading<T> = { readonly key: (item: T) => string; readonly content: (item: T) => string }

/** Compares what stands with what comes. A key comes once: the caller sees to it. */
export function keyedChanges<Old, New>(
  standing: readonly Old[],
  coming: readonly New[],
  { old, next }: { readonly old: Reading<Old>; readonly next: Reading<New> },
): KeyedChanges<Old, New> {
  const left = new Map(standing.map((item) => [old.key(item), item]))
  const added: New[] = []
  const changed: { before: Old; after: New }[] = []
  let unchanged = 0
  for (const item of coming) {
    const key = next.key(item)
    const before = left.get(key)
    left.delete(key)
    if (before === undefined) added.push(item)
    else if (old.content(before) === next.content(item)) unchanged += 1
    else changed.push({ before, after: item })
  }
  return { added, changed, withdrawn: [...left.values()], unchanged }
}
