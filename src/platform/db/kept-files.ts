import { Obstacle, Unavailable } from '../errors.js'
import type { FileStore } from '../files/file-store.js'
import { sha256Of } from '../files/sha256.js'
import { type Db, inChunks, reading, type Tx, writing } from './db.js'

/** Every file that rows name by its SHA-256; its bytes stand here, or, where `bytes` is null, in the store of files. */
type FilesTables = { files_kept: { sha256: string; size: number; bytes: Uint8Array | null } }

/** A file without its bytes. */
export type KeptFile = { readonly sha256: string; readonly size: number }

/** The one table whose bytes may stand elsewhere. */
export const KEPT_FILES = 'files_kept'

/** Keeps the bytes of a file, once, with the row that names it: in the register first, whatever the store does. */
export async function keepBytes(tx: Tx, sha256: string, bytes: Uint8Array): Promise<void> {
  await writing<FilesTables>(tx)
    .insertInto('files_kept')
    .values({ sha256, size: bytes.byteLength, bytes })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
}

/** The bytes with this fingerprint, wherever they stand; undefined when no such file is kept. */
export async function keptBytes(db: Db, sha256: string): Promise<Uint8Array | undefined> {
  const files = reading<FilesTables>(db).selectFrom('files_kept')
  const row = await files.select(['size', 'bytes']).where('sha256', '=', sha256).executeTakeFirst()
  if (!row) return undefined
  return row.bytes ? new Uint8Array(row.bytes) : storeOf(db).get(sha256, row.size)
}

/** How large files are, in bytes, by their fingerprints. */
export async function sizesOf(db: Db, fingerprints: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>()
  for (const some of inChunks(fingerprints)) {
    const files = reading<FilesTables>(db).selectFrom('files_kept').select(['sha256', 'size'])
    for (const { sha256, size } of await files.where('sha256', 'in', some).execute()) sizes.set(sha256, size)
  }
  return sizes
}

/** Where the bytes of files are: in the register itself, or in the store. */
export type WhereFilesAre = 'register' | 'store'

/** The files whose bytes stand there, by fingerprint. */
export async function filesIn(db: Db, where: WhereFilesAre): Promise<KeptFile[]> {
  const files = reading<FilesTables>(db).selectFrom('files_kept').select(['sha256', 'size'])
  return files
    .where('bytes', where === 'register' ? 'is not' : 'is', null)
    .orderBy('sha256')
    .execute()
}

/** Reads every file whole, here and in the store, and compares it with its fingerprint. */
export async function problemsWithKeptFiles(db: Db): Promise<{ checked: number; problems: string[] }> {
  const files = [...(await filesIn(db, 'register')), ...(await filesIn(db, 'store'))]
  const problems: string[] = []
  for (const { sha256, size } of files) {
    const found = await keptBytes(db, sha256).catch((problem: unknown) => {
      if (problem instanceof Unavailable) problems.push(problem.message)
      else throw problem
    })
    if (found && (found.byteLength !== size || sha256Of(found) !== sha256))
      problems.push(`The file ${sha256} in the register is not what was kept: its SHA-256 differs.`)
  }
  return { checked: files.length, problems }
}

/**
 * Moves the bytes of every file to the store, or back into the register. Each is compared with its fingerprint where it
 * arrives before it goes from where it was; a move that is cut short goes on where it ended.
 */
export async function moveFiles(
  db: Db,
  to: WhereFilesAre,
  onFile: (done: number, all: number) => void = () => {},
): Promise<KeptFile[]> {
  const files = await filesIn(db, to === 'store' ? 'register' : 'store')
  for (const [index, file] of files.entries()) {
    await (to === 'store' ? toStore(db, file) : toRegister(db, file))
    onFile(index + 1, files.length)
  }
  return files
}

/**
 * Puts files that the register names and does not hold in their place again, from a copy: into the store where one is
 * set, else into the register. Answers with how many there were, and which could be had from neither.
 */
export async function putFilesBack(db: Db, copy: FileStore): Promise<{ files: number; problems: string[] }> {
  const files = await filesIn(db, 'store')
  const problems: string[] = []
  for (const file of files) {
    try {
      await putBack(db, copy, file)
    } catch (problem) {
      const isThere = await db.files?.get(file.sha256, file.size).catch(() => undefined)
      if (!isThere) problems.push(problem instanceof Error ? problem.message : String(problem))
    }
  }
  return { files: files.length, problems }
}

async function putBack(db: Db, copy: FileStore, { sha256, size }: KeptFile): Promise<void> {
  const bytes = await copy.get(sha256, size)
  if (db.files) await db.files.put(sha256, bytes)
  else await fillIn(db, sha256, bytes)
}

async function toStore(db: Db, { sha256, size }: KeptFile): Promise<void> {
  const store = storeOf(db)
  const bytes = await keptBytes(db, sha256)
  if (!bytes || sha256Of(bytes) !== sha256)
    throw new Obstacle(`The file ${sha256} in the register is not what was kept, so it was not moved.`)
  await store.put(sha256, bytes)
  await store.get(sha256, size)
  await db.transaction(async (tx) => {
    await writing<FilesTables>(tx).updateTable('files_kept').set({ bytes: null }).where('sha256', '=', sha256).execute()
  })
}

async function toRegister(db: Db, { sha256, size }: KeptFile): Promise<void> {
  await fillIn(db, sha256, await storeOf(db).get(sha256, size))
}

async function fillIn(db: Db, sha256: string, bytes: Uint8Array): Promise<void> {
  await db.transaction(async (tx) => {
    const files = writing<FilesTables>(tx).updateTable('files_kept').set({ bytes })
    await files.where('sha256', '=', sha256).where('bytes', 'is', null).execute()
  })
}

function storeOf(db: Db): FileStore {
  if (db.files) return db.files
  throw new Unavailable('This file stands in a store of files, and none is set: set FILES_S3_ENDPOINT and its like.')
}
