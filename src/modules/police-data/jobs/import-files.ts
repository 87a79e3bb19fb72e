import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openWriter } from '#platform/lake/open-writer.js'
import { CHANGES_FILE, gatherChanges } from './import-changes.js'
import { copyBatch } from './import-copy.js'
import type { ImportOrder, ImportWork, PlannedFile, SetAside, TakenFile } from './import-order.js'
import { type StagedBatch, stageFiles } from './import-staging.js'
import type { Importing } from './importing.js'

/** So much of a force's months is written at once: bounds the memory of sorting out changes, and the disk of copies. */
const BATCH_BYTES = 256 * 1024 * 1024

/** Takes in every file of the order: batch by batch, while the next batch is being unpacked and checked. */
export async function importFiles(order: ImportOrder, tell: (told: unknown) => void): Promise<ImportWork> {
  const readable = order.files.flatMap(({ place }) =>
    'start' in place || place.packing === 'gzip' ? [] : [place.path],
  )
  await mkdir(join(order.workFolder, 'staged'), { recursive: true })
  const writer = await openWriter(order.lakeFolder, readable, { megabytes: order.megabytes })
  const importing: Importing = {
    order,
    writer,
    nextPart: 1,
    nextSource: order.firstSource,
    seen: new Map(),
    notes: new Set(),
    changes: [],
    flushing: [],
  }
  try {
    const work = await everyBatch(importing, tell)
    const changes = await gatherChanges(importing)
    await rm(join(order.workFolder, 'staged'), { recursive: true })
    if (changes.length > 0) importing.flushing.push(flushed(join(order.workFolder, CHANGES_FILE)))
    await Promise.all(importing.flushing)
    await flushed(order.workFolder)
    return { ...work, changes, notes: [...importing.notes].sort() }
  } finally {
    writer.close()
  }
}

async function everyBatch(
  importing: Importing,
  tell: (told: unknown) => void,
): Promise<Pick<ImportWork, 'files' | 'known' | 'setAside'>> {
  const batches = batchesOf(importing.order.files)
  const total = importing.order.files.reduce((sum, file) => sum + sizeOf(file), 0)
  const files: TakenFile[] = []
  const setAside: SetAside[] = []
  let known = 0
  let done = 0
  let next = stage(importing, batches[0])
  for (const [at, batch] of batches.entries()) {
    const { staged, known: held } = await next
    next = stage(importing, batches[at + 1])
    next.catch(() => undefined)
    known += held
    for (const group of Map.groupBy(staged, ({ columns }) => columns.map(({ name }) => name).join()).values()) {
      const taken = await copyBatch(importing, group)
      importing.flushing.push(...partsOf(taken.files).map((part) => flushed(join(importing.order.workFolder, part))))
      files.push(...taken.files)
      setAside.push(...taken.setAside)
    }
    await Promise.all(staged.filter(({ isCopy }) => isCopy).map(({ path }) => rm(path)))
    done += batch.reduce((sum, file) => sum + sizeOf(file), 0)
    tell({ done, total })
  }
  return { files, known, setAside }
}

function partsOf(files: readonly TakenFile[]): string[] {
  return [...new Set(files.map(({ parquet }) => parquet))]
}

function stage(importing: Importing, batch: readonly PlannedFile[] | undefined): Promise<StagedBatch> {
  return batch ? stageFiles(importing, batch) : Promise.resolve({ staged: [], known: 0 })
}

/** The files of one force and type in order of month, in pieces that are not too large. */
function batchesOf(files: readonly PlannedFile[]): PlannedFile[][] {
  const key = ({ subject }: PlannedFile) => `${subject.type} ${subject.force}`
  const inOrder = [...files].sort((a, b) => (`${key(a)} ${a.subject.month}` < `${key(b)} ${b.subject.month}` ? -1 : 1))
  return [...Map.groupBy(inOrder, key).values()].flatMap((months) => {
    const batches: PlannedFile[][] = []
    let bytes = Number.POSITIVE_INFINITY
    for (const file of months) {
      if (bytes + sizeOf(file) > BATCH_BYTES) {
        batches.push([])
        bytes = 0
      }
      batches.at(-1)?.push(file)
      bytes += sizeOf(file)
    }
    return batches
  })
}

/** The size of the CSV, roughly for one that is packed by itself. */
function sizeOf({ place, bytes }: PlannedFile): number {
  if ('start' in place) return place.bytes
  return place.packing === 'gzip' ? bytes * 4 : bytes
}

/** A file on the disk itself, or the names in a folder, before the register is told of it. */
async function flushed(path: string): Promise<void> {
  const file = await open(path)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
