import { once } from 'node:events'
import { createWriteStream, type WriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { finished } from 'node:stream/promises'
import { verifyAudit } from '../audit/audit.queries.js'
import { syncFolder } from '../db/backup.js'
import { stepsTaken, tablesOf } from '../db/catalogue.js'
import type { Db } from '../db/db.js'
import { hashOfTable, type Row } from '../db/table-rows.js'
import { Obstacle } from '../errors.js'
import { sha256Of } from '../files/sha256.js'
import { copyLake } from '../lake/copy-lake.js'
import { filesBelow } from './files.js'
import {
  type HandedFile,
  type HandedTable,
  keptFile,
  MANIFEST,
  type OfficeManifest,
  schemaOf,
  tableFile,
} from './manifest.js'

/** Writes a whole office to a new folder in open formats; the folder appears only when all of it is there. */
export async function writeOffice(db: Db, folder: string, writing: Writing): Promise<OfficeManifest> {
  await refuseFilled(folder)
  const unfinished = join(dirname(folder), `.${basename(folder)}.unfinished`)
  try {
    return await writeAll(db, { folder, unfinished }, writing)
  } finally {
    // Where it was cut short by a fault, what there is of it may fill the disk.
    await rm(unfinished, { recursive: true, force: true })
  }
}

type Writing = { readonly lake: string; readonly now: Date; readonly onTable?: (done: number, all: number) => void }

async function writeAll(
  db: Db,
  { folder, unfinished }: { folder: string; unfinished: string },
  { lake, now, onTable }: Writing,
): Promise<OfficeManifest> {
  await rm(unfinished, { recursive: true, force: true })
  for (const part of ['tables', 'schemas', 'files'])
    await mkdir(join(unfinished, part), { recursive: true, mode: 0o700 })
  const register = await db.snapshot((still) => writeRegister(still, unfinished, onTable))
  await copyLake(lake, join(unfinished, 'lake'))
  const manifest: OfficeManifest = {
    ...{ format: 'frankpledge-office', formatVersion: 1, madeAt: now.toISOString() },
    ...register,
    lake: await filesBelow(join(unfinished, 'lake')),
  }
  await writeFile(join(unfinished, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
  await writeFile(join(unfinished, 'README.txt'), README)
  await writeFile(join(unfinished, 'SHA256SUMS'), sums(manifest))
  await rm(folder, { recursive: true, force: true })
  await rename(unfinished, folder)
  await syncFolder(dirname(folder))
  return manifest
}

async function refuseFilled(folder: string): Promise<void> {
  const there = await readdir(folder).catch((problem: NodeJS.ErrnoException) => {
    if (problem.code === 'ENOENT') return []
    throw new Obstacle(`${folder} cannot be written: ${problem.message}`)
  })
  if (there.length > 0) throw new Obstacle(`${folder} holds something already: name a new folder.`)
}

async function writeRegister(db: Db, folder: string, onTable?: (done: number, all: number) => void) {
  const chain = await verifyAudit(db)
  if (!chain.intact) throw new Obstacle(`The audit trail is damaged, so nothing was exported: ${chain.problem}.`)
  const [shapes, tables, files] = [await tablesOf(db), [] as HandedTable[], new Map<string, HandedFile>()]
  for (const shape of shapes) {
    const lines = createWriteStream(join(folder, tableFile(shape.name)))
    const { rows, sha256 } = await hashOfTable(db, shape, async (each, written) => {
      if (!lines.write(written.join(''))) await once(lines, 'drain')
      for (const row of each) await keepFiles(row, folder, files)
    })
    await ended(lines)
    await writeFile(join(folder, 'schemas', `${shape.name}.schema.json`), schemaOf(shape))
    tables.push({ ...shape, columns: [...shape.columns], key: [...shape.key], rows, sha256 })
    onTable?.(tables.length, shapes.length)
  }
  const byPath = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  const audit = { entries: chain.entries, head: chain.head }
  return { schema: await stepsTaken(db), audit, tables, files: byPath }
}

async function ended(stream: WriteStream): Promise<void> {
  stream.end()
  await finished(stream)
}

/** Writes the files that a row holds, each once however many rows hold it. */
async function keepFiles(row: Row, folder: string, files: Map<string, HandedFile>): Promise<void> {
  for (const value of Object.values(row)) {
    if (!(value instanceof Uint8Array)) continue
    const sha256 = sha256Of(value)
    if (files.has(sha256)) continue
    await writeFile(join(folder, keptFile(sha256)), value)
    files.set(sha256, { path: keptFile(sha256), bytes: value.length, sha256 })
  }
}

/** As `sha256sum --check SHA256SUMS` reads it. */
function sums({ tables, files, lake }: OfficeManifest): string {
  const lines = [
    ...tables.map(({ name, sha256 }) => `${sha256}  ${tableFile(name)}`),
    ...files.map(({ path, sha256 }) => `${sha256}  ${path}`),
    ...lake.map(({ path, sha256 }) => `${sha256}  lake/${path}`),
  ]
  return lines.map((line) => `${line}\n`).join('')
}

const README = `A whole office, as Frankpledge kept it.

It holds personal data and the accounts' password hashes: keep it as safely as the register itself.

office.json   what is here: every table and file with its SHA-256, and where the audit trail ends
tables/       one file of JSON Lines for each table: a row on each line, keys sorted, in UTF-8
schemas/      a JSON Schema for the lines of each table
files/        files that rows hold, named by their SHA-256; a row says {"bytes": length, "sha256": name}
lake/         police open data, as Parquet
SHA256SUMS    check it all with: sha256sum --check SHA256SUMS

The hash of an audit entry is SHA-256 over its canonical JSON (RFC 8785) without "hash"; "previous_hash" is the hash of
the entry before. Put it all into an empty installation with: frankpledge import-office <this folder>
`
