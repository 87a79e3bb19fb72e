import { crc32 } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { err, ok, type Result } from '#kernel/result.js'
import { fileProblem, type TableLimits, type TableProblem } from './table.js'

/** The parts of a workbook that hold text, by their path inside it. */
export type Parts = ReadonlyMap<string, Buffer>

const MOST_PARTS = 2000
/** What deflate does to the plainest of sheets; beyond it a small file is made to fill a memory. */
const MOST_RATIO = 200
const RATIO_COUNTS_FROM = 20_000_000

/**
 * Unpacks a workbook (a ZIP of XML files) after a look at its directory: how much is in it, how densely, and where
 * it would go. Pictures, macros and other parts that are no text are left where they are. Nothing is written.
 */
export async function openArchive(bytes: Uint8Array, limits: TableLimits): Promise<Result<Parts, TableProblem>> {
  try {
    const zip = await opened(bytes)
    const entries = await entriesOf(zip)
    const problem = directoryProblem(entries, bytes.length, limits)
    if (problem) return err(problem)
    return await unpack(
      zip,
      entries.filter(({ fileName }) => isText(fileName)),
    )
  } catch (problem) {
    return err(damaged(problem))
  }
}

/** How many bytes a ZIP says that it unpacks to; undefined where its directory cannot be read. */
export async function unpackedSize(bytes: Uint8Array): Promise<number | undefined> {
  try {
    return sizeOf(await entriesOf(await opened(bytes)))
  } catch {
    return undefined
  }
}

function opened(bytes: Uint8Array): Promise<ZipFile> {
  return fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    ...{ lazyEntries: true, validateEntrySizes: true, strictFileNames: true, autoClose: false },
  })
}

const sizeOf = (entries: readonly Entry[]) => entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)

const isText = (name: string) => /\.(xml|rels)$/i.test(name) || name === 'mimetype'

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) {
    entries.push(entry)
    if (entries.length > MOST_PARTS) break
  }
  return entries
}

function directoryProblem(entries: readonly Entry[], packed: number, limits: TableLimits): TableProblem | undefined {
  if (entries.length > MOST_PARTS)
    return fileProblem(`The workbook has more than ${MOST_PARTS} parts`, 'Save the figures alone in a new workbook')
  const names = new Set(entries.map(({ fileName }) => fileName))
  if (names.size < entries.length) return fileProblem('The workbook has two parts of one name', 'Save it again')
  if (entries.some((entry) => entry.isEncrypted()))
    return fileProblem('The workbook is locked with a password', 'Save it without a password')
  const unpacked = sizeOf(entries)
  if (unpacked > limits.unpackedBytes || (unpacked > RATIO_COUNTS_FROM && unpacked > packed * MOST_RATIO))
    return fileProblem(
      `The workbook unpacks to ${Math.round(unpacked / 1_000_000)} megabytes, far more than figures need`,
      'Copy the figures alone into a new workbook',
    )
  return undefined
}

async function unpack(zip: ZipFile, entries: readonly Entry[]): Promise<Result<Parts, TableProblem>> {
  const parts = new Map<string, Buffer>()
  for (const entry of entries) {
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk)
    const part = Buffer.concat(chunks)
    if (part.length !== entry.uncompressedSize || crc32(part) !== entry.crc32) return err(damaged('wrong sum'))
    if (/<!(DOCTYPE|ENTITY)/i.test(part.subarray(0, 4096).toString('latin1')))
      return err(
        fileProblem('The workbook declares document types of its own, which no spreadsheet does', 'Save it again'),
      )
    parts.set(entry.fileName, part)
  }
  return ok(parts)
}

function damaged(problem: unknown): TableProblem {
  const text = problem instanceof Error ? problem.message : String(problem)
  if (/absolute path|invalid relative path|invalid characters in fileName/.test(text))
    return fileProblem(
      'The workbook has parts that would be put outside it',
      'Save the figures alone in a new workbook',
    )
  if (/too many bytes|not enough bytes/.test(text))
    return fileProblem('The workbook unpacks to more or less than it says', 'Copy the figures into a new workbook')
  return fileProblem('The workbook is damaged or cut short', 'Save it again, or send it again, and take that file')
}

/** The parts as a plain ZIP without compression, for a reader that must see these and nothing else. */
export function packed(parts: Parts): Buffer {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, part] of parts) {
    const path = Buffer.from(name)
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(0x0800, 2)
    facts.writeUInt16LE(33, 8)
    facts.writeUInt32LE(crc32(part), 10)
    facts.writeUInt32LE(part.length, 14)
    facts.writeUInt32LE(part.length, 18)
    facts.writeUInt16LE(path.length, 22)
    const end = Buffer.alloc(14)
    end.writeUInt32LE(offset, 10)
    files.push(Buffer.from('PK\x03\x04', 'latin1'), facts, path, part)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, end, path)
    offset += 30 + path.length + part.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 0, 'latin1')
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, ...directory, end])
}
