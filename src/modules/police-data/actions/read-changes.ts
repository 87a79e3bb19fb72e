import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { quoted } from '#platform/lake/lake.js'
import { changesOfImport, folderOfImport, type PastImport, pastImports } from '../data/files.queries.js'
import { type Move, movesOf } from '../domain/changes-in-words.js'
import type { FileType } from '../domain/files.js'
import type { Month } from '../domain/month.js'

/** One row that a newer release says otherwise. Incidents and stops have no Crime ID and are counted. */
export type Change = {
  readonly force: string
  readonly month: Month
  readonly type: FileType
  readonly crimeId: string | null
  readonly kind: string
  readonly before: string | null
  readonly after: string | null
  readonly crimes: number
}

/** What one import revised: every change, by month, and the moves of all months together. */
export type Revision = {
  readonly done: PastImport
  readonly changes: readonly Change[]
  readonly months: readonly MonthChanges[]
  readonly totals: readonly Move[]
}

/** How many rows of a month changed, by kind. */
export type MonthChanges = {
  readonly force: string
  readonly month: Month
  readonly type: FileType
  readonly kind: string
  readonly crimes: number
}

/** What an import revised, the last one unless another is named; undefined before the first import. */
export async function revisionBy(deps: Deps, actor: Actor, importNumber?: number): Promise<Revision | undefined> {
  requirePermission(actor, 'police-data:read')
  const imports = await pastImports(deps.db)
  const done = importNumber === undefined ? imports[0] : imports.find(({ number }) => number === importNumber)
  if (!done) return undefined
  const counted = await changesOfImport(deps.db, done.number)
  const groups = Map.groupBy(counted, ({ force, month, type, kind }) => `${force} ${month} ${type} ${kind}`)
  const months = [...groups.values()].flatMap((group): MonthChanges[] => {
    const [first] = group
    if (!first) return []
    const { force, month, type, kind } = first
    return [{ force, month, type, kind, crimes: group.reduce((sum, { crimes }) => sum + crimes, 0) }]
  })
  return { done, changes: await eachChange(deps, done.number), months, totals: movesOf(counted) }
}

async function eachChange({ db, lake }: Deps, importNumber: number): Promise<Change[]> {
  const folder = await folderOfImport(db, importNumber)
  const path = join(lake.folder, folder ?? '', 'changes.parquet')
  if (folder === undefined || !existsSync(path)) return []
  return lake.rows<Change>(`
    select force, month, file_type as type, crime_id as "crimeId", kind, before, after, crimes
    from ${quoted(path)} order by force, month, file_type, kind, crime_id, before, after`)
}
