import { join } from 'node:path'
import { quotedList } from '#platform/lake/lake.js'
import type { PlannedFile } from './import-order.js'
import type { StagedFile } from './importing.js'

/** Files of one force and type with one order of columns, and where their rows are being written. */
export type Batch = {
  readonly files: readonly StagedFile[]
  readonly force: string
  readonly type: StagedFile['planned']['subject']['type']
  /** The source number of the first file; the others follow. */
  readonly firstSource: number
  /** Inside the work folder. */
  readonly parquet: string
  /** On the disk. */
  readonly path: string
}

/** Files of one force and type that are written together, with the numbers that are kept for their sources. */
export type PlannedBatch = {
  readonly number: number
  readonly files: readonly PlannedFile[]
  readonly firstSource: number
  /** Of the CSV, roughly. */
  readonly bytes: number
}

/** So much of a force's months is written at once: bounds the memory of sorting out changes, and the disk of copies. */
const BATCH_BYTES = 256 * 1024 * 1024

/** The files of one force and type in order of month, in pieces that are not too large, numbered before any is read. */
export function plannedBatches(files: readonly PlannedFile[], firstSource: number): PlannedBatch[] {
  const key = ({ subject }: PlannedFile) => `${subject.type} ${subject.force}`
  const inOrder = [...files].sort((a, b) => (`${key(a)} ${a.subject.month}` < `${key(b)} ${b.subject.month}` ? -1 : 1))
  const pieces = [...Map.groupBy(inOrder, key).values()].flatMap(piecesOf)
  let next = firstSource
  return pieces.map((piece, at) => {
    const batch = { number: at + 1, files: piece, firstSource: next, bytes: bytesIn(piece) }
    next += piece.length
    return batch
  })
}

function piecesOf(months: readonly PlannedFile[]): PlannedFile[][] {
  const pieces: PlannedFile[][] = []
  let bytes = Number.POSITIVE_INFINITY
  for (const file of months) {
    if (bytes + sizeOf(file) > BATCH_BYTES) {
      pieces.push([])
      bytes = 0
    }
    pieces.at(-1)?.push(file)
    bytes += sizeOf(file)
  }
  return pieces
}

const bytesIn = (files: readonly PlannedFile[]) => files.reduce((sum, file) => sum + sizeOf(file), 0)

/** The size of the CSV, roughly for one that is packed by itself. */
function sizeOf({ place, bytes }: PlannedFile): number {
  if ('start' in place) return place.bytes
  return place.packing === 'gzip' ? bytes * 4 : bytes
}

/** What became of a planned batch: one for each order of columns in its files, for these are read together. */
export function stagedBatches(
  workFolder: string,
  { number, firstSource }: PlannedBatch,
  staged: readonly StagedFile[],
): Batch[] {
  const alike = Map.groupBy(staged, ({ columns }) => columns.map(({ name }) => name).join())
  let next = firstSource
  return [...alike.values()].flatMap((files, at) => {
    const subject = files[0]?.planned.subject
    if (!subject) return []
    const parquet = `${subject.type}-${subject.force}-${number}${at === 0 ? '' : `-${at + 1}`}.parquet`
    const batch = { files, force: subject.force, type: subject.type, firstSource: next, parquet }
    next += files.length
    return [{ ...batch, path: join(workFolder, parquet) }]
  })
}

/**
 * The form of the rows: row groups small enough that a month can be read without its neighbours; the newer encodings of
 * Parquet, which need no compression on top (Crime IDs do not compress: 12 per cent more room, a tenth less work); a
 * dictionary only for columns of few values, so that none is begun in vain (a twelfth less work).
 */
export const PARQUET =
  'format parquet, parquet_version v2, compression uncompressed, row_group_size 20480, dictionary_size_limit 1024'

/** The month of each row's file, in a query over rows with a `source`. */
export function expectedMonth({ files, firstSource }: Batch): string {
  return `${quotedList(files.map(({ planned }) => planned.subject.month))}[source - ${firstSource - 1}]`
}
