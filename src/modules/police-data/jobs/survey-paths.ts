import type { Dirent } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import { promisify } from 'node:util'
import { constants, gunzip } from 'node:zlib'
import { listZip } from '#platform/lake/zip-listing.js'
import { subjectOfName } from '../domain/import-file-name.js'
import { FORMS, headerCells, typeOfHeader } from '../domain/import-forms.js'
import { isMonth } from '../domain/month.js'
import { ImportStopped, type Survey, type SurveyedFile } from './import-order.js'

/** Finds every file of police data at the paths: archives, folders however deep, single files. Reads no rows. */
export async function surveyPaths(paths: readonly string[]): Promise<Survey> {
  const surveys: Survey[] = []
  for (const path of paths) surveys.push(await surveyPath(path))
  return {
    files: surveys.flatMap(({ files }) => files),
    ignored: surveys.reduce((sum, { ignored }) => sum + ignored, 0),
    zipsLeft: surveys.flatMap(({ zipsLeft }) => zipsLeft),
  }
}

async function surveyPath(path: string): Promise<Survey> {
  const found = await stat(path).catch(() => undefined)
  if (!found) throw new ImportStopped({ file: path, problem: 'is not there' })
  if (found.isDirectory()) return surveyFolder(path)
  if (!found.isFile()) throw new ImportStopped({ file: path, problem: 'is neither a file nor a folder' })
  if (await isZip(path)) return surveyZip(path)
  return { files: [await singleFile(path)], ignored: 0, zipsLeft: [] }
}

async function surveyFolder(folder: string): Promise<Survey> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true })
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('._'))
  const wanted: SurveyedFile[] = []
  for (const entry of files) {
    const path = pathOf(entry)
    const subject = subjectOfName(entry.name)
    if (!subject) continue
    const { size: bytes } = await stat(path)
    wanted.push({ name: relative(folder, path), given: folder, place: plainPlace(path), bytes, subject })
  }
  const zips = files.filter((entry) => entry.name.toLowerCase().endsWith('.zip')).map((entry) => pathOf(entry))
  return { files: wanted, ignored: files.length - wanted.length - zips.length, zipsLeft: zips }
}

const pathOf = (entry: Dirent) => join(entry.parentPath, entry.name)

async function surveyZip(path: string): Promise<Survey> {
  const zips: string[] = []
  const listed = await listZip(path, (name) => {
    if (name.toLowerCase().endsWith('.zip')) zips.push(`${basename(path)}: ${name}`)
    return isOurs(name)
  })
  if (!listed.ok) throw new ImportStopped(listed.error)
  const files = listed.value.entries.flatMap(({ name, place }): SurveyedFile[] => {
    const subject = subjectOfName(name)
    return subject
      ? [{ name: `${basename(path)}: ${name}`, given: path, place, bytes: place.packedBytes, subject }]
      : []
  })
  return { files, ignored: listed.value.others - zips.length, zipsLeft: zips }
}

/** macOS packs a shadow of every file under __MACOSX. */
function isOurs(name: string): boolean {
  return subjectOfName(name) !== undefined && !name.endsWith('.gz') && !/(^|\/)(__MACOSX\/|\._)/.test(name)
}

function plainPlace(path: string) {
  return { packing: path.toLowerCase().endsWith('.gz') ? ('gzip' as const) : ('none' as const), path }
}

async function isZip(path: string): Promise<boolean> {
  const start = await startOf(path, 4)
  return path.toLowerCase().endsWith('.zip') || start.toString('latin1') === 'PK\x03\x04'
}

/** One file given by name: told by its name, else by its headers and its first row where these say enough. */
async function singleFile(path: string): Promise<SurveyedFile> {
  const place = plainPlace(path)
  const named = subjectOfName(path)
  const { size: bytes } = await stat(path)
  if (named) return { name: path, given: path, place, bytes, subject: named }
  const start = await startOf(path, 65_536)
  const isPacked = start[0] === 0x1f && start[1] === 0x8b
  const lines = (isPacked ? await unpackedStart(start) : start)
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
  const type = typeOfHeader(lines[0] ?? '')
  if (type === undefined) throw new ImportStopped({ file: path, problem: NOT_OURS })
  const names = headerCells(lines[0] ?? '').map((cell) => cell.toLowerCase())
  const first = headerCells(lines[1] ?? '')
  const [month = '', reportedBy = ''] = ['month', 'reported by'].map((name) => first[names.indexOf(name)])
  if (type === 'stop-and-search' || !isMonth(month) || reportedBy === '')
    throw new ImportStopped({ file: path, problem: `has the headers of ${type} data, ${UNTOLD}` })
  const unpacking = { packing: isPacked ? ('gzip' as const) : ('none' as const), path }
  return { name: path, given: path, place: unpacking, bytes, subject: { month, type, reportedBy } }
}

const UNTOLD = 'but nothing in it says of which force or month it is: name it like 2025-11-kent-stop-and-search.csv'
const NOT_OURS =
  'is no file of data.police.uk: neither its name (like 2025-11-kent-street.csv) nor its headers ' +
  `(like ${FORMS.street
    .slice(0, 3)
    .map(({ header }) => header)
    .join(', ')}) are`

async function startOf(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

async function unpackedStart(start: Buffer): Promise<Buffer> {
  const lenient = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 8_000_000 }
  return promisify(gunzip)(start, lenient).catch(() => Buffer.alloc(0))
}
