import { createHash } from 'node:crypto'
import { canonicalJson, type Json } from '#kernel/canonical-json.js'
import type { IsoDate } from '#kernel/dates.js'
import type { Actor } from '#platform/actor.js'
import type { Db } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { allImports } from '../data/imports.queries.js'
import type { ImportSource } from '../domain/import-source.js'
import type { NewFigure } from '../domain/new-figure.js'
import { recordFigures } from './record-figures.js'

/** What a release or a file that fills a measure by itself brings: figures, and from which day they count as known. */
export type SourceVintage = {
  readonly fileName: string
  readonly knownOn: IsoDate
  readonly source: ImportSource
  readonly figures: readonly NewFigure[]
  /** What was asked of the source: with the figures it says whether this vintage was taken in before. */
  readonly about: Json
}

/** What one vintage did. `problem` says in words why it was not taken in; empty when it was, or was known. */
export type VintageTaken = { readonly added: number; readonly revised: number; readonly problem: string }

/** The fingerprints of all that was taken in before. */
export async function knownFingerprints(db: Db): Promise<ReadonlySet<string>> {
  return new Set((await allImports(db)).map(({ sha256 }) => sha256))
}

/** Takes in one vintage of a source that fills a measure by itself, unless it was taken in before. */
export async function takeInVintage(
  deps: Deps,
  actor: Actor,
  { fileName, knownOn, source, figures, about }: SourceVintage,
  known: ReadonlySet<string>,
): Promise<VintageTaken> {
  const nothing = { added: 0, revised: 0, problem: '' }
  const told = figures.map(({ period, numerator, denominator, value }) => [period.code, numerator, denominator, value])
  const sha256 = createHash('sha256')
    .update(canonicalJson({ about, figures: told }))
    .digest('hex')
  if (figures.length === 0 || known.has(sha256)) return nothing
  const result = await recordFigures(deps, actor, {
    vintage: { kind: 'file', fileName, sha256, knownOn, source },
    figures,
  })
  return result.ok
    ? { added: result.value.added, revised: result.value.revised, problem: '' }
    : { ...nothing, problem: problemOf(result.error) }
}

function problemOf(refusal: Extract<Awaited<ReturnType<typeof recordFigures>>, { ok: false }>['error']): string {
  const [first] = refusal.code === 'problems' ? refusal.problems : []
  return first ? `${first.problem}. ${first.fix}` : refusal.code
}
