import { mkdir, open, rm } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { basename, join } from 'node:path'
import { handedFile } from '#platform/handover/files.js'
import type { HandedFile } from '#platform/handover/manifest.js'
import { type LakeWriter, openWriter } from '#platform/lake/open-writer.js'
import { type PlannedBatch, plannedBatches, stagedBatches } from './import-batch.js'
import { CHANGES_FILE, gatherChanges } from './import-changes.js'
import { copyBatch } from './import-copy.js'
import type { ImportOrder, ImportWork, SetAside, TakenFile } from './import-order.js'
import { stageFiles } from './import-staging.js'
import { gatherTotals } from './import-totals.js'
import type { Importing } from './importing.js'

/** More engines at once would have too little memory each. */
const MOST_LANES = 3

/**
 * Takes in every file of the order. Batches go through lanes side by side, each with an engine of its own: while one
 * unpacks and checks, another writes. An engine with one thread writes rows in their order and holds none back.
 */
export async function importFiles(order: ImportOrder, tell: (told: unknown) => void): Promise<ImportWork> {
  await mkdir(join(order.workFolder, 'staged'), { recursive: true })
  const batches = plannedBatches(order.files, order.firstSource)
  const writers = await openLanes(order, batches.length)
  const shared = { order, seen: new Map(), notes: new Set<string>(), changes: [], totals: [], flushing: [] }
  const lanes = writers.map((writer): Importing => ({ ...shared, writer }))
  try {
    const done = await everyBatch(lanes, batches, tell)
    const [lane] = lanes
    const changes = lane ? await gatherChanges(lane) : []
    const totals = lane && (await gatherTotals(lane))
    await rm(join(order.workFolder, 'staged'), { recursive: true })
    const last = [...(changes.length > 0 ? [join(order.workFolder, CHANGES_FILE)] : []), ...(totals ? [totals] : [])]
    const written = [...(await Promise.all(shared.flushing)), ...(await Promise.all(last.map(flushedFile)))]
    await flushed(order.workFolder)
    return {
      files: done.flatMap(({ files }) => files),
      known: done.reduce((sum, { known }) => sum + known, 0),
      setAside: done.flatMap(({ setAside }) => setAside),
      ...{ changes, notes: [...shared.notes].sort(), written },
    }
  } finally {
    for (const writer of writers) writer.close()
  }
}

async function openLanes({ files, lakeFolder, megabytes }: ImportOrder, batches: number): Promise<LakeWriter[]> {
  const readable = files.flatMap(({ place }) => ('start' in place || place.packing === 'gzip' ? [] : [place.path]))
  const cores = availableParallelism()
  const lanes = Math.max(1, Math.min(cores, MOST_LANES, batches))
  const limits = { megabytes: Math.floor(megabytes / lanes), threads: Math.max(1, Math.floor(cores / lanes)) }
  return Promise.all(Array.from({ length: lanes }, () => openWriter(lakeFolder, readable, limits)))
}

type Done = { readonly files: readonly TakenFile[]; readonly setAside: readonly SetAside[]; readonly known: number }

/**
 * Each lane takes the largest batch that is left, so that all end at nearly the same time. Of several batches that fail,
 * the first in order is told: those before one that failed are still tried.
 */
async function everyBatch(
  lanes: readonly Importing[],
  batches: readonly PlannedBatch[],
  tell: (told: unknown) => void,
): Promise<Done[]> {
  const total = batches.reduce((sum, { bytes }) => sum + bytes, 0)
  const done: Done[] = []
  const failed = new Map<number, unknown>()
  const waiting = [...batches.entries()].sort(([, a], [, b]) => b.bytes - a.bytes).values()
  let bytes = 0
  const work = async (lane: Importing) => {
    for (const [at, batch] of waiting) {
      if (at > Math.min(...failed.keys())) continue
      try {
        done[at] = await takenIn(lane, batch)
      } catch (problem) {
        failed.set(at, problem)
      }
      bytes += batch.bytes
      tell({ done: bytes, total })
    }
  }
  await Promise.all(lanes.map(work))
  if (failed.size > 0) throw failed.get(Math.min(...failed.keys()))
  return done
}

async function takenIn(importing: Importing, batch: PlannedBatch): Promise<Done> {
  const { order, flushing } = importing
  const { staged, known } = await stageFiles(importing, batch.files)
  const files: TakenFile[] = []
  const setAside: SetAside[] = []
  for (const part of stagedBatches(order.workFolder, batch, staged)) {
    const copied = await copyBatch(importing, part)
    files.push(...copied.files)
    setAside.push(...copied.setAside)
    // One after the other: a slow disk must not hold every thread that unpacks.
    flushing.push(Promise.resolve(flushing.at(-1)).then(() => flushedFile(part.path)))
  }
  await Promise.all(staged.filter(({ isCopy }) => isCopy).map(({ path }) => rm(path)))
  return { files, setAside, known }
}

/** A file of the new part, on the disk itself, with its fingerprint. */
async function flushedFile(path: string): Promise<HandedFile> {
  await flushed(path)
  return handedFile(path, basename(path))
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
