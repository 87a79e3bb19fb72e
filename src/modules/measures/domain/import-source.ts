import type { Instant, IsoDate } from '#kernel/dates.js'

/** A file that figures were worked out from, by its own fingerprint. */
type SourceFile = { readonly name: string; readonly sha256: string }

/** Where a file of figures comes from, as whoever takes it in says. */
export type ImportSource = {
  readonly title: string
  readonly publisher: string
  readonly licence: string
  readonly attribution: string
  readonly url: string | null
  /** Why it was taken in, when that is not plain: a correction, a late return. */
  readonly reason: string
  /** The publisher's own files that the figures were worked out from. */
  readonly files: readonly SourceFile[]
}

/** How figures came: in a file, or typed by a person. */
export type ImportKind = 'file' | 'typed'

/** Figures that came together, for ever: a file, or what somebody typed. */
export type ImportFacts = ImportSource & {
  readonly id: string
  readonly kind: ImportKind
  readonly fileName: string
  readonly sha256: string
  /** The day from which its figures count as known. */
  readonly knownOn: IsoDate
  readonly importedAt: Instant
  readonly importedBy: string
}

/** What the source still lacks, in words. */
export function missingFromSource(source: ImportSource): string[] {
  const needed = [
    ['a title', source.title],
    ['a publisher', source.publisher],
    ['a licence', source.licence],
    ['an attribution', source.attribution],
  ] as const
  return needed.filter(([, text]) => text.trim() === '').map(([words]) => words)
}

/** Where a typed figure comes from: what its measure says of its source, and why it was typed. */
export function typedSource(measure: { readonly source: string }, reason: string): ImportSource {
  const publisher = measure.source.trim() || 'Not stated'
  const words = { title: 'Typed figure', publisher, licence: 'Not stated', attribution: publisher }
  return { ...words, url: null, reason, files: [] }
}
