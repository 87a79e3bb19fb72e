import { type IsoDate, isoDate } from '#kernel/dates.js'
import { type Db, inChunks, reading } from '#platform/db/db.js'
import type { Recorded, SeriesBreak, SeriesMarks, SeriesPhase, SeriesTarget } from '../domain/series-marks.js'
import type { HistoryTables } from './history.tables.js'
import type { KnownOn } from './observations.queries.js'
import { breakKindOf } from './stored-words.js'

/** What can be recorded of a series, and taken back. */
export type MarkKind = 'break' | 'phase' | 'target'

/** What people have recorded of the series of these measures, by measure: as known on a day, or now. */
export async function marksOf(
  db: Db,
  measureIds: readonly string[],
  { knownOn }: KnownOn = {},
): Promise<Map<string, SeriesMarks>> {
  const breaks = (await rowsOf(db, 'measures_break', measureIds)).filter((row) => isKnown(row, knownOn))
  const phases = (await rowsOf(db, 'measures_phase', measureIds)).filter((row) => isKnown(row, knownOn))
  const targets = (await rowsOf(db, 'measures_target', measureIds)).filter((row) => isKnown(row, knownOn))
  return new Map(
    measureIds.map((id) => [
      id,
      {
        breaks: own(id, breaks).map((row) => breakOf(row, knownOn)),
        phases: own(id, phases).map(phaseOf),
        targets: own(id, targets).map(targetOf),
      },
    ]),
  )
}

type Marked = 'measures_break' | 'measures_phase' | 'measures_target'

async function rowsOf<T extends Marked>(db: Db, table: T, measureIds: readonly string[]): Promise<HistoryTables[T][]> {
  const rows: HistoryTables[T][] = []
  for (const chunk of inChunks(measureIds)) {
    const marks = reading<HistoryTables>(db).selectFrom(table as Marked)
    const found = await marks.selectAll().where('measure_id', 'in', chunk).execute()
    rows.push(...(found as unknown as HistoryTables[T][]))
  }
  return rows
}

function isKnown(
  row: { readonly known_on: string; readonly withdrawn_on: string | null },
  knownOn: IsoDate | undefined,
): boolean {
  if (knownOn === undefined) return row.withdrawn_on === null
  return row.known_on <= knownOn && (row.withdrawn_on === null || row.withdrawn_on > knownOn)
}

type Row = { readonly measure_id: string; readonly starts_on: string; readonly recorded_at: string }

function own<T extends Row>(measureId: string, rows: readonly T[]): T[] {
  const mine = rows.filter((row) => row.measure_id === measureId)
  return mine.sort((a, b) => compare(a.starts_on, b.starts_on) || compare(a.recorded_at, b.recorded_at))
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

type Mark = HistoryTables[Marked]

function recordedOf(row: Mark): Recorded {
  return {
    id: row.id,
    measureId: row.measure_id,
    startsOn: isoDate(row.starts_on),
    reason: row.reason,
    knownOn: isoDate(row.known_on),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }
}

function breakOf(row: HistoryTables['measures_break'], knownOn: IsoDate | undefined): SeriesBreak {
  const { acknowledged_on: on, acknowledged_reason: reason, acknowledged_by: by } = row
  const isSaid = on !== null && (knownOn === undefined || on <= knownOn)
  const acknowledgement = isSaid ? { reason: reason ?? '', on: isoDate(on), by: by ?? '' } : null
  return { ...recordedOf(row), kind: breakKindOf(row.kind), acknowledgement }
}

function phaseOf(row: HistoryTables['measures_phase']): SeriesPhase {
  const { baseline_points: points } = row
  return { ...recordedOf(row), baselinePoints: points === null ? null : Number(points) }
}

function targetOf(row: HistoryTables['measures_target']): SeriesTarget {
  return { ...recordedOf(row), value: row.value, source: row.source }
}
