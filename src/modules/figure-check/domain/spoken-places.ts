import type { CheckedDocument, Finding } from '#modules/passages/index.js'

type Place = { readonly start: number; readonly end: number }

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
    const at = quoted.findLastIndex((quote) => quote.start < end)
    return at >= 0 && (reach[at] ?? 0) > start
  }
}
