import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { err, ok, type Result } from '#kernel/result.js'
import type { LakeProblem, PackedPlace } from './source-place.js'

/** An entry of a ZIP by its name, and where its bytes stand. */
export type ZipEntry = { readonly name: string; readonly place: PackedPlace }

/** A national archive of three years has about five thousand entries. */
const MOST_ENTRIES = 100_000
const LARGEST_ENTRY = 512 * 1024 * 1024
/** Crime files pack to about a fifth. What packs to less than a hundredth is made to fill a disk. */
const MOST_RATIO = 100
const RATIO_COUNTS_FROM = 1_000_000

/**
 * Lists the entries of a ZIP that are wanted, from its directory alone, after a look at all of it: names that lead
 * elsewhere, entries that unpack to far more than they are, overlap, or are locked, are refused.
 */
export async function listZip(
  path: string,
  isWanted: (name: string) => boolean,
): Promise<Result<{ entries: ZipEntry[]; others: number }, LakeProblem>> {
  let zip: ZipFile | undefined
  try {
    zip = await openPromise(path, { lazyEntries: true, autoClose: false, strictFileNames: true })
    const directory: Entry[] = []
    for await (const entry of zip.eachEntry()) {
      directory.push(entry)
      if (directory.length > MOST_ENTRIES) return refused(path, `has more than ${MOST_ENTRIES} entries`)
    }
    const wanted = directory.filter(({ fileName }) => isWanted(fileName))
    const problem = wanted.map(entryProblem).find((each) => each !== undefined) ?? overlapIn(wanted)
    if (problem) return refused(path, problem)
    const entries: ZipEntry[] = []
    for (const entry of wanted) entries.push({ name: entry.fileName, place: await placeOf(zip, path, entry) })
    return ok({ entries, others: directory.filter(({ fileName }) => !fileName.endsWith('/')).length - wanted.length })
  } catch (problem) {
    return refused(path, damage(problem))
  } finally {
    zip?.close()
  }
}

function refused(file: string, problem: string): { readonly ok: false; readonly error: LakeProblem } {
  return err({ file, problem })
}

function entryProblem(entry: Entry): string | undefined {
  const { fileName, compressedSize, uncompressedSize, compressionMethod } = entry
  if (entry.isEncrypted()) return `is locked with a password: ${fileName}`
  if (compressionMethod !== 0 && compressionMethod !== 8)
    return `is packed in a way that is not read here (method ${compressionMethod}): ${fileName}`
  if (uncompressedSize > LARGEST_ENTRY) return `unpacks to more than any file of one force and month: ${fileName}`
  if (uncompressedSize > RATIO_COUNTS_FROM && uncompressedSize > compressedSize * MOST_RATIO)
    return `unpacks to ${Math.round(uncompressedSize / compressedSize)} times its size, as no file of crimes does: ${fileName}`
  return undefined
}

function overlapIn(entries: readonly Entry[]): string | undefined {
  const inOrder = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  const overlapping = inOrder.find((entry, at) => {
    const before = inOrder[at - 1]
    return before && before.relativeOffsetOfLocalHeader + before.compressedSize > entry.relativeOffsetOfLocalHeader
  })
  return overlapping && `has entries that lie over each other: ${overlapping.fileName}`
}

async function placeOf(zip: ZipFile, path: string, entry: Entry): Promise<PackedPlace> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true })
  const { compressedSize, uncompressedSize, crc32, compressionMethod } = entry
  const packing = compressionMethod === 0 ? 'stored' : 'deflated'
  return { packing, path, start: fileDataStart, packedBytes: compressedSize, bytes: uncompressedSize, crc32 }
}

function damage(problem: unknown): string {
  const text = problem instanceof Error ? problem.message : String(problem)
  if (/absolute path|invalid relative path|invalid characters in fileName/i.test(text))
    return `has an entry whose name leads outside the archive (${text})`
  if (/ENOENT|EACCES|EISDIR/.test(text)) return `cannot be opened (${text})`
  return `is damaged or cut short: it cannot be read as a ZIP (${text})`
}
