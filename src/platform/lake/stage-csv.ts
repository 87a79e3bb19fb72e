import { isUtf8 } from 'node:buffer'
import { createHash } from 'node:crypto'
import { open, stat, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { constants, crc32, gunzip, inflateRaw } from 'node:zlib'
import { err, ok, type Result } from '#kernel/result.js'
import type { PackedPlace, SourcePlace } from './source-place.js'

/** A CSV that the engine can read: checked to be whole, in UTF-8, unpacked to a copy where it was packed. */
export type StagedCsv = {
  readonly path: string
  /** Of the CSV itself, whatever it came in. */
  readonly sha256: string
  readonly bytes: number
  /** The first line, without its end. */
  readonly header: string
  /** The first line after it that is not blank; '' where there is none. */
  readonly firstRow: string
  /** Whether the last line has no end, as in a file that was cut. */
  readonly endsOpen: boolean
}

/** What is wrong with a file as it came, and the line up to which it could be read. */
export type StagingProblem = { readonly problem: string; readonly line?: number }

const LARGEST_BYTES = 512 * 1024 * 1024
const MOST_RATIO = 100
const RATIO_COUNTS_FROM = 1_000_000
const LONGEST_HEADER = 65_536
const MIN_CHUNK = 65_536

/** Makes one CSV ready for the engine; packed ones and those not in UTF-8 are written to `copyTo`. */
export async function stageCsv(place: SourcePlace, copyTo: string): Promise<Result<StagedCsv, StagingProblem>> {
  const unpacked = await contentOf(place)
  if (!unpacked.ok) return unpacked
  const content = unpacked.value
  if (content.length === 0) return err({ problem: 'is empty: it has not even a line of headers', line: 1 })
  const text = inUtf8(content)
  const isCopy = text !== content || place.packing !== 'none'
  // On its way to the disk while its sum is worked out.
  const writing = isCopy ? writeFile(copyTo, text) : undefined
  const last = text.at(-1)
  const staged: StagedCsv = {
    path: isCopy ? copyTo : place.path,
    sha256: createHash('sha256').update(content).digest('hex'),
    bytes: content.length,
    ...firstLines(text),
    endsOpen: last !== 0x0a && last !== 0x0d,
  }
  await writing
  letGo(content)
  letGo(text)
  return ok(staged)
}

function contentOf(place: SourcePlace): Promise<Result<Buffer, StagingProblem>> {
  if ('start' in place) return entryContent(place)
  return place.packing === 'gzip' ? gzipContent(place.path) : plainContent(place.path)
}

async function plainContent(path: string): Promise<Result<Buffer, StagingProblem>> {
  const { size } = await stat(path)
  if (size > LARGEST_BYTES) return err({ problem: 'is larger than any file of one force and month' })
  return ok(await bytesAt({ path, start: 0, packedBytes: size }))
}

async function gzipContent(path: string): Promise<Result<Buffer, StagingProblem>> {
  const packed = await plainContent(path)
  if (!packed.ok) return packed
  try {
    const content = await promisify(gunzip)(packed.value, {
      maxOutputLength: LARGEST_BYTES,
      chunkSize: likelySize(packed.value),
    })
    if (content.length > RATIO_COUNTS_FROM && content.length > packed.value.length * MOST_RATIO)
      return err({ problem: 'unpacks to far more than its size, as no file of crimes does' })
    return ok(content)
  } catch (problem) {
    if (isTooLong(problem)) return err({ problem: 'unpacks to more than any file of one force and month' })
    const partial = promisify(gunzip)(packed.value, lenient(LARGEST_BYTES))
    return err(await damaged(partial))
  }
}

async function entryContent(place: PackedPlace): Promise<Result<Buffer, StagingProblem>> {
  const packed = await bytesAt(place)
  if (packed.length < place.packedBytes) return err({ problem: 'is cut short: the archive ends inside it' })
  try {
    const limit = { maxOutputLength: place.bytes + 1, chunkSize: Math.max(MIN_CHUNK, place.bytes + 1) }
    const content = place.packing === 'stored' ? packed : await promisify(inflateRaw)(packed, limit)
    if (content !== packed) letGo(packed)
    if (content.length === place.bytes && crc32(content) === place.crc32) return ok(content)
    return err({ problem: 'is damaged: what unpacks is not what the archive says', line: linesIn(content) })
  } catch (problem) {
    if (isTooLong(problem)) return err({ problem: 'unpacks to more than the archive says' })
    return err(await damaged(promisify(inflateRaw)(packed, lenient(place.bytes + 1))))
  }
}

async function bytesAt({ path, start, packedBytes }: Pick<PackedPlace, 'path' | 'start' | 'packedBytes'>) {
  const file = await open(path)
  try {
    const buffer = Buffer.allocUnsafeSlow(packedBytes)
    let length = 0
    for (let read = -1; length < packedBytes && read !== 0; length += read)
      read = (await file.read(buffer, length, packedBytes - length, start + length)).bytesRead
    return buffer.subarray(0, length)
  } finally {
    await file.close()
  }
}

/** Gives memory back at once: the collector would look through the whole heap for every few files. */
function letGo({ buffer }: Buffer): void {
  const isOwn = buffer.byteLength > Buffer.poolSize
  if (isOwn && buffer instanceof ArrayBuffer) buffer.transfer(0)
}

/** What a packed file says its content takes, within reason: room for all of it at once saves a third of the time. */
function likelySize(packed: Buffer): number {
  const said = packed.length < 4 ? 0 : packed.readUInt32LE(packed.length - 4)
  return Math.min(Math.max(MIN_CHUNK, said + 1), Math.max(MIN_CHUNK, packed.length * MOST_RATIO), LARGEST_BYTES)
}

const lenient = (maxOutputLength: number) => ({ finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength })

const isTooLong = (problem: unknown) =>
  problem instanceof RangeError || (problem as NodeJS.ErrnoException)?.code === 'ERR_BUFFER_TOO_LARGE'

/** A packed file that ends or breaks somewhere: the line where it does, as far as it still unpacks. */
async function damaged(partial: Promise<Buffer>): Promise<StagingProblem> {
  const content = await partial.catch(() => undefined)
  const problem = 'is damaged or cut short: it does not unpack to its end'
  return content === undefined ? { problem } : { problem, line: linesIn(content) }
}

function linesIn(content: Buffer): number {
  let lines = 1
  for (let at = content.indexOf(0x0a); at !== -1; at = content.indexOf(0x0a, at + 1)) lines += 1
  return lines
}

/** The text in UTF-8: UTF-16 by its mark, else Windows-1252 where it is no UTF-8. */
function inUtf8(content: Buffer): Buffer {
  const marks: Record<string, string> = { fffe: 'utf-16le', feff: 'utf-16be' }
  const marked = marks[content.subarray(0, 2).toString('hex')]
  if (marked === undefined && isUtf8(content)) return content
  return Buffer.from(new TextDecoder(marked ?? 'windows-1252').decode(content))
}

function firstLines(text: Buffer): { readonly header: string; readonly firstRow: string } {
  const start = text
    .subarray(0, LONGEST_HEADER)
    .toString('utf8')
    .replace(/^\ufeff/, '')
  const [header = '', ...rows] = start.split(/\r\n|\n|\r/)
  return { header, firstRow: rows.find((row) => row.trim() !== '') ?? '' }
}
