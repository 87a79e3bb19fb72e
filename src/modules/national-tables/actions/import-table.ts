import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import type { Filled } from '#modules/bindings/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { fileBySha } from '../data/national-tables.queries.js'
import { insertFile } from '../data/national-tables.store.js'
import type { SheetProblem } from '../domain/sheet.js'
import type { TableFile } from '../domain/table-file.js'
import {
  attributionFor,
  isPlaceKind,
  OPEN_GOVERNMENT_LICENCE,
  type PlaceKind,
  TABLE_KINDS,
  type TableKind,
} from '../domain/table-kind.js'
import { fillTableBindings } from './fill-table-bindings.js'
import { type OpenedTable, openBoundaries, openTable } from './open-table.js'
import type { PlaceContext, PlaceReading } from './place-facts.js'
import { placeRows } from './place-rows.js'
import { readFigures } from './read-figures.js'
import { readPlaces } from './read-places.js'
import { recogniseKind } from './recognise-kind.js'
import { type Changes, figureWork, NO_CHANGES, placeWork, type Work } from './table-work.js'

/** A file to take in: its kind, or `auto` for the one that its heads say. */
export type ImportRequest = {
  readonly kind: TableKind | 'auto'
  readonly fileName: string
  readonly bytes: Uint8Array
  /** The year of figures or boundaries where the file itself does not say it. */
  readonly year?: number
  /** Only says what would change. */
  readonly dryRun?: boolean
  readonly publisher?: string
  readonly licence?: string
}

/** What became of a file. `file` is what is kept of it; nothing in a dry run. */
export type ImportOutcome = Changes & {
  readonly kind: TableKind
  readonly name: string
  readonly sha256: string
  readonly rowsRead: number
  readonly from: IsoDate | null
  readonly until: IsoDate | null
  readonly warnings: readonly string[]
  readonly file: TableFile | null
  /** When these very bytes were taken in before: then nothing was changed. */
  readonly knownSince: string | null
  /** The measures that its lines filled. */
  readonly filled: readonly Filled[]
}

/** Takes in a national table, whole or not at all. The same bytes again change nothing. */
export async function importTable(
  deps: Deps,
  actor: Actor,
  request: ImportRequest,
): Promise<Result<ImportOutcome, readonly SheetProblem[]>> {
  requirePermission(actor, 'national-tables:import')
  const name = basename(request.fileName)
  const sha256 = createHash('sha256').update(request.bytes).digest('hex')
  const opened = await openTable(name, request.bytes)
  if (!opened.ok) return opened
  const kind = request.kind === 'auto' ? recogniseKind(opened.value, name) : ok(request.kind)
  if (!kind.ok) return kind
  const known = await fileBySha(deps.db, kind.value, sha256)
  if (known) return ok(asKnown(known))
  const work = await workFor(kind.value, opened.value, { ...request, fileName: name })
  if (!work.ok) return work
  const about = { kind: kind.value, name, sha256, ...work.value.facts }
  if (request.dryRun) {
    const { changes, warnings } = await work.value.compare(deps.db)
    return ok({
      ...about,
      ...changes,
      warnings: [...about.warnings, ...warnings],
      file: null,
      knownSince: null,
      filled: [],
    })
  }
  const kept = await keep(deps, actor, { request, about, work: work.value })
  return ok({ ...kept, filled: await fillTableBindings(deps, actor, kept.kind) })
}

function asKnown(file: TableFile): ImportOutcome {
  const { kind, name, sha256, rowsRead, from, until, importedAt } = file
  const facts = { kind, name, sha256, rowsRead, from, until, warnings: [] }
  return { ...facts, ...NO_CHANGES, unchanged: rowsRead, file, knownSince: importedAt, filled: [] }
}

async function workFor(
  kind: TableKind,
  opened: OpenedTable,
  request: ImportRequest,
): Promise<Result<Work, SheetProblem[]>> {
  const { fileName } = request
  if (isPlaceKind(kind)) {
    const read = await placesIn(kind, opened, { fileName, ...(request.year !== undefined && { year: request.year }) })
    return read.ok ? ok(placeWork(kind, read.value)) : read
  }
  if ('json' in opened) return err([wrongForm('this kind comes as CSV, XLSX or ODS')])
  const read = readFigures(kind, opened.sheets, fileName)
  if (!read.ok) return read
  const placed = placeRows(read.value.rows)
  return ok(figureWork(kind, { rows: placed.rows, warnings: [...read.value.warnings, ...placed.warnings] }))
}

async function placesIn(kind: PlaceKind, opened: OpenedTable, context: PlaceContext): Promise<PlaceReading> {
  if (kind === 'boundaries')
    return 'json' in opened
      ? openBoundaries(opened.json, context)
      : err([wrongForm('boundaries come as GeoJSON or TopoJSON')])
  return 'json' in opened
    ? err([wrongForm('this kind comes as CSV, XLSX or ODS')])
    : readPlaces(kind, opened.sheets, context)
}

function wrongForm(what: string): SheetProblem {
  return {
    sheet: '',
    cell: '',
    problem: `The file is of another form: ${what}`,
    fix: 'Name the kind that it is of, or “auto”',
  }
}

type Keeping = {
  readonly request: ImportRequest
  readonly about: { readonly kind: TableKind; readonly name: string; readonly sha256: string } & Work['facts']
  readonly work: Work
}

async function keep(
  deps: Deps,
  actor: Actor,
  { request, about, work }: Keeping,
): Promise<Omit<ImportOutcome, 'filled'>> {
  const id = deps.newId()
  const publisher = request.publisher ?? TABLE_KINDS[about.kind].publisher
  const licence = request.licence ?? OPEN_GOVERNMENT_LICENCE
  return deps.db.transaction(async (tx) => {
    const { changes, warnings: more, write } = await work.compare(tx)
    const warnings = [...about.warnings, ...more]
    const { added, changed, withdrawn, unchanged } = changes
    const file: TableFile = {
      ...{ id, ...about, warnings, bytes: request.bytes.length, publisher, licence },
      ...{ attribution: attributionFor(publisher, licence), added, changed, withdrawn, unchanged },
      ...{ importedAt: deps.now().toISOString(), importedBy: actor.name },
    }
    await insertFile(tx, file)
    await write(tx, { deps, id, name: about.name })
    const detail = { kind: about.kind, name: about.name, sha256: about.sha256, added, changed, withdrawn, unchanged }
    await deps.audit(tx, actor, { action: 'national-tables.import', subject: `national-tables.file:${id}`, detail })
    return { ...about, ...changes, warnings, file, knownSince: null }
  })
}
