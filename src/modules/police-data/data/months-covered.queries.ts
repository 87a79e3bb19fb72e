import { type Db, reading } from '#platform/db/db.js'
import type { FileType } from '../domain/files.js'
import { type Month, monthsBetween } from '../domain/month.js'
import type { FilesTables } from './files.tables.js'
import { currentFiles, type LakeSlice } from './releases.queries.js'

/** Whether a file of a force and a month is there. A month that is missing is a gap in every series, never nought. */
export type CoveredMonth = {
  readonly month: Month
  readonly state: 'there' | 'missing'
  readonly release: Month | null
}

/** The months of one force from the first to the last that is asked for, or that is there. */
export type ForceCoverage = { readonly force: string; readonly months: readonly CoveredMonth[] }

/**
 * The months of each force of a slice, from the first month asked for (else the first that is there) to the last. Forces
 * that are named and have no file at all stand with every month missing, if months are named too.
 */
export async function monthsCovered(db: Db, type: FileType, slice: LakeSlice): Promise<ForceCoverage[]> {
  const byForce = Map.groupBy(await currentFiles(db, type, slice), ({ force }) => force)
  const forces = slice.forces ?? [...byForce.keys()].sort()
  return forces.map((force) => {
    const releases = new Map((byForce.get(force) ?? []).map(({ month, release }) => [month, release]))
    const there = [...releases.keys()].sort()
    const [first, last] = [slice.from ?? there[0], slice.to ?? there.at(-1)]
    const months = first !== undefined && last !== undefined ? monthsBetween(first, last) : []
    return {
      force,
      months: months.map((month): CoveredMonth => {
        const release = releases.get(month) ?? null
        return { month, state: release === null ? 'missing' : 'there', release }
      }),
    }
  })
}

/** The forces that any file is there of, in any release. */
export async function forcesThere(db: Db): Promise<string[]> {
  const files = reading<FilesTables>(db).selectFrom('police_data_file')
  const rows = await files.select('force').distinct().orderBy('force').execute()
  return rows.map(({ force }) => force)
}
