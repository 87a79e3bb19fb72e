import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { verifyAudit } from '../audit/audit.queries.js'
import type { Table } from '../db/catalogue.js'
import type { Tx } from '../db/db.js'
import { fillRegister, type RowSource } from '../db/fill-register.js'
import type { Row, TableHash, Value } from '../db/table-rows.js'
import { Obstacle } from '../errors.js'
import { sha256Of } from '../files/sha256.js'
import { problemsWithFiles } from './files.js'
import { keptFile, MANIFEST, OFFICE_MANIFEST, type OfficeManifest, tableFile } from './manifest.js'

/** What a folder says that it holds, or an Obstacle that says what is wrong with it. */
export async function readManifest(folder: string): Promise<OfficeManifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => {
    throw new Obstacle(`There is no ${MANIFEST} in ${folder}: it is not an exported office.`)
  })
  const parsed = OFFICE_MANIFEST.safeParse(parsedJson(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new Obstacle(`${MANIFEST} in ${folder} cannot be read: ${issue?.path.join('.')} ${issue?.message}`)
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What is wrong with an exported office: tables and files that are missing or were changed. */
export async function problemsWithOffice(folder: string, manifest: OfficeManifest): Promise<string[]> {
  const tables = manifest.tables.map(({ name, sha256 }) => ({ path: tableFile(name), bytes: 0, sha256 }))
  return [
    ...(await problemsWithFiles(folder, [...tables, ...manifest.files])),
    ...(await problemsWithFiles(join(folder, 'lake'), manifest.lake)),
  ]
}

/** Fills an untouched register from an exported office, and proves the audit trail at the end; all of it or nothing. */
export async function readOffice(
  tx: Tx,
  folder: string,
  { manifest, onTable }: { manifest: OfficeManifest; onTable?: (done: number, all: number) => void },
): Promise<void> {
  const recorded = new Map(manifest.tables.map(({ name, sha256 }) => [name, sha256]))
  const source: RowSource = {
    tables: manifest.tables,
    give: async (table, take) => {
      const given = await giveLines(folder, table, take)
      if (given.sha256 !== recorded.get(table.name))
        throw new Obstacle(`${tableFile(table.name)} is not what was exported, so nothing was changed.`)
      return given
    },
  }
  await fillRegister(tx, source, onTable)
  const chain = await verifyAudit(tx)
  if (!chain.intact || chain.head !== manifest.audit.head)
    throw new Obstacle('The audit trail in this folder does not end where it says, so nothing was changed.')
}

const MANY = 500

async function giveLines(
  folder: string,
  table: Table,
  take: (rows: readonly Row[]) => Promise<void>,
): Promise<TableHash> {
  const hash = createHash('sha256')
  const blobs = table.columns.filter(({ kind }) => kind === 'blob').map(({ name }) => name)
  const limit = blobs.length > 0 ? 1 : MANY
  let [rows, waiting]: [number, Row[]] = [0, []]
  for await (const line of linesOf(join(folder, tableFile(table.name)))) {
    hash.update(`${line}\n`)
    waiting.push(await rowFrom(line, folder, { table, blobs }))
    rows += 1
    if (waiting.length < limit) continue
    await take(waiting)
    waiting = []
  }
  if (waiting.length > 0) await take(waiting)
  return { name: table.name, rows, sha256: hash.digest('hex') }
}

/** Lines end with a line feed and nothing else: text may hold every other sign that some call the end of a line. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of createReadStream(path, 'utf8')) {
    const lines = `${rest}${piece}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest) yield rest
}

async function rowFrom(
  line: string,
  folder: string,
  { table, blobs }: { table: Table; blobs: readonly string[] },
): Promise<Row> {
  const read = parsedJson(line)
  if (typeof read !== 'object' || read === null)
    throw new Obstacle(`${tableFile(table.name)} has a line that is no row.`)
  const row = read as Record<string, Value>
  if (blobs.length === 0) return row
  const whole: Record<string, Value> = { ...row }
  for (const name of blobs) if (row[name]) whole[name] = await fileFor(row[name], folder)
  return whole
}

async function fileFor(standIn: unknown, folder: string): Promise<Uint8Array> {
  const name = typeof standIn === 'object' && standIn && 'sha256' in standIn ? String(standIn.sha256) : ''
  if (!/^[0-9a-f]{64}$/.test(name)) throw new Obstacle('A row names a file that cannot be one.')
  const bytes = await readFile(join(folder, keptFile(name)))
  if (sha256Of(bytes) !== name)
    throw new Obstacle(`${keptFile(name)} is not what was exported, so nothing was changed.`)
  return bytes
}
