import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { Db } from '#platform/db/db.js'
import { allMeasures } from '../data/measures.queries.js'
import { observationsOf } from '../data/observations.queries.js'
import { type ImportPlan, planImport } from '../domain/import-plan.js'
import { type ImportSource, missingFromSource } from '../domain/import-source.js'
import { type RowProblem, readObservationFile } from '../domain/observation-file.js'

/** A file of figures and where it comes from. */
export type ImportRequest = {
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly source: ImportSource
}

/** Why a file is not taken in. Nothing of it is. */
export type ImportRefusal =
  | { readonly code: 'problems'; readonly problems: readonly RowProblem[] }
  | { readonly code: 'source-incomplete'; readonly missing: readonly string[] }

/** Reads a file against the register and says what taking it in would change. Changes nothing. */
export async function readImport(
  db: Db,
  { bytes, source }: ImportRequest,
  today: IsoDate,
): Promise<Result<ImportPlan, ImportRefusal>> {
  const missing = missingFromSource(source)
  if (missing.length > 0) return err({ code: 'source-incomplete', missing })
  const text = textOf(bytes)
  if (text === undefined) return err({ code: 'problems', problems: [NOT_UTF8] })
  const measures = new Map((await allMeasures(db)).map((measure) => [measure.slug, measure]))
  const figures = readObservationFile(text, { measures, today })
  if (!figures.ok) return err({ code: 'problems', problems: figures.error })
  const measureIds = [...new Set(figures.value.map(({ measure }) => measure.id))]
  return ok(planImport(figures.value, await observationsOf(db, measureIds)))
}

const NOT_UTF8: RowProblem = {
  row: 1,
  column: 'measure',
  problem: 'The file is not plain text in UTF-8',
  fix: 'Save it as “CSV UTF-8” and try again',
}

function textOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
