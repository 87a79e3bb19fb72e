import { forceOfSlug } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'
import type { NewImport } from '../data/files.store.js'
import { currentFiles } from '../data/releases.queries.js'
import { FILE_TYPES, type FileType, type Release, SET_ASIDE_FILE } from '../domain/files.js'
import { type Gap, gapsIn } from '../domain/import-gaps.js'
import { lastDayOf, type Month } from '../domain/month.js'
import type { ChangeCount, ImportWork, SetAside, Survey } from '../jobs/import-order.js'
import type { ImportPlan } from './import-plan.js'

/** What an import did. `number` is null where everything was in the lake already, so that nothing was done. */
export type ImportOutcome = {
  readonly number: number | null
  readonly release: Release
  /** Whether somebody told the release, a name told it, or it is the newest month among the files. */
  readonly releaseBy: 'told' | 'name' | 'newest-month'
  readonly files: {
    readonly taken: number
    readonly known: number
    readonly ignored: number
    /** Taken in, but older than what counts for their month. */
    readonly history: number
  }
  readonly rows: Readonly<Record<FileType, number>>
  readonly forces: readonly string[]
  readonly months: readonly Month[]
  readonly changes: readonly ChangeCount[]
  readonly setAside: readonly SetAside[]
  /** Where the lines set aside stand as CSV; null if there are none. */
  readonly report: string | null
  readonly gaps: readonly Gap[]
  readonly notes: readonly string[]
}

type Told = {
  readonly plan: ImportPlan
  readonly survey: Survey
  readonly work: ImportWork
  readonly number: number | null
}

/** What is told of an import when it is done. */
export async function outcomeOf({ db, lake }: Deps, { plan, survey, work, number }: Told): Promise<ImportOutcome> {
  const subjects = work.files.map(({ planned }) => planned.subject)
  const forces = [...new Set(subjects.map(({ force }) => force))].sort()
  const current = number === null ? [] : await Promise.all(FILE_TYPES.map((type) => currentFiles(db, type, { forces })))
  const numbers = new Set(current.flat().map((file) => file.number))
  const rowsOf = (type: FileType) =>
    work.files.filter(({ planned }) => planned.subject.type === type).reduce((sum, { rows }) => sum + rows, 0)
  const folder = current
    .flat()
    .find(({ importNumber }) => importNumber === number)
    ?.parquet.split('/')
    .slice(0, -1)
  return {
    ...{ number, release: plan.release.release, releaseBy: plan.release.by },
    files: {
      ...{ taken: work.files.length, known: work.known, ignored: survey.ignored },
      history: work.files.filter(({ source }) => !numbers.has(source)).length,
    },
    rows: { street: rowsOf('street'), outcomes: rowsOf('outcomes'), 'stop-and-search': rowsOf('stop-and-search') },
    ...{ forces, months: [...new Set(subjects.map(({ month }) => month))].sort() },
    ...{ changes: work.changes, setAside: work.setAside },
    report: work.setAside.length > 0 && folder ? [lake.folder, ...folder, SET_ASIDE_FILE].join('/') : null,
    gaps: gapsIn(current.flat()),
    notes: [
      ...work.notes,
      ...survey.zipsLeft.map((zip) => `${zip} is an archive inside another place and was left alone: name it itself`),
      ...strangers(forces),
    ],
  }
}

/** Files are known by the slugs in their names; one that nobody knows is taken in, and has no area that could be left. */
function strangers(forces: readonly string[]): string[] {
  const unknown = forces.filter((slug) => !forceOfSlug(slug))
  return unknown.map(
    (slug) => `No force that is known here is called “${slug}”: its rows are kept, and count where they lie`,
  )
}

/** Lines set aside beyond this many stand only in the report. */
const MOST_LINES = 10_000

type Entry = { readonly number: number; readonly folder: string; readonly at: string; readonly by: string }

/** The rows of the register for an import. */
export function rowsOfImport(
  { plan, work, paths }: Omit<Told, 'number'> & { readonly paths: readonly string[] },
  { number, folder, at, by }: Entry,
): NewImport {
  const of = { import_number: number }
  const { release } = plan.release
  const summary = { known: work.known, setAside: work.setAside.length, notes: [...work.notes] }
  return {
    done: {
      ...{ number, release, imported_at: at, imported_by: by },
      ...{ sources: JSON.stringify(paths), summary: JSON.stringify(summary) },
    },
    files: work.files.map(({ source, planned, sha256, bytes, rows, setAside, parquet }) => ({
      ...of,
      ...{ number: source, ...planned.subject, release: planned.release, known_on: lastDayOf(planned.release) },
      ...{ name: planned.name, sha256, content_bytes: bytes, row_count: rows, set_aside: setAside },
      ...{ parquet: `${folder}/${parquet}` },
    })),
    setAside: work.setAside.slice(0, MOST_LINES).map((line, at) => ({ ...of, number: at + 1, ...line })),
    changes: work.changes.map((change) => ({ ...of, ...change })),
  }
}
