import type { CheckedDocument, Finding } from '#modules/passages/index.js'

/** A stretch of a text. */
export type Place = { readonly start: number; readonly end: number }

/** Tells whether a finding has quoted a place of the document. */
export type Spoken = (place: Place) => boolean

/** The places of a document that the findings have quoted. */
export function spokenOf(document: CheckedDocument, findings: readonly Finding[]): Spoken {
  const quoted = findings
    .flatMap(({ quotes }) => quotes.filter(({ file }) => file === document.file))
    .toSorted((one, other) => one.start - other.start)
  const reach: number[] = []
  for (const { end } of quoted) reach.push(Math.max(end, reach.at(-1) ?? 0))
  return ({ start, end }) => {
    const at = countWhile(quoted, (quote) => quote.start < end) - 1
    return at >= 0 && (reach[at] ?? 0) > start
  }
}

/** Tells whether one of the findings quotes at least so many of some places. */
export function toldOf(findings: readonly Finding[]): (places: readonly Place[], least: number) => boolean {
  const byPlace = new Map<number, Set<Finding>>()
  for (const finding of findings) {
    for (const { start } of finding.quotes) byPlace.set(start, (byPlace.get(start) ?? new Set()).add(finding))
  }
  return (places, least) => {
    const counts = new Map<Finding, number>()
    for (const finding of places.flatMap(({ start }) => [...(byPlace.get(start) ?? [])]))
      counts.set(finding, (counts.get(finding) ?? 0) + 1)
    return [...counts.values()].some((count) => count >= least)
  }
}

/** Of places that stand one behind the other those that a stretch touches. */
export function touched<P extends Place>(places: readonly P[], { start, end }: Place): P[] {
  const last = countWhile(places, (place) => place.start < end)
  let first = last
  while ((places[first - 1]?.end ?? 0) > start) first -= 1
  return places.slice(first, last)
}

/** How many of a row, at its front, are so; all behind the first that is not are not either. */
export function countWhile<T>(row: readonly T[], isSo: (one: T) => boolean): number {
  let [low, high] = [0, row.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const one = row[middle]
    if (one !== undefined && isSo(one)) low = middle + 1
    else high = middle
  }
  return low
}
