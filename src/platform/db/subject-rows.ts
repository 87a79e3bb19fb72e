import { sha256Of } from '../files/sha256.js'
import { tablesOf } from './catalogue.js'
import type { Db } from './db.js'
import { type Row, rowsOf } from './table-rows.js'

/** Rows of one table that name somebody. */
export type SubjectRows = { readonly name: string; readonly rows: readonly Readonly<Record<string, unknown>>[] }

const SECRETS = /(^|_)(hash|secret|sealed|token|public_key|counter)$/

/**
 * Every row of the register that holds one of these words (an id, an e-mail address, a name) anywhere in its text,
 * whatever its letters' case, with secrets left out. The chain's own hashes stay: they are no secret.
 */
export async function rowsNaming(db: Db, words: readonly string[]): Promise<SubjectRows[]> {
  const wanted = words.filter(Boolean).map((word) => word.toLocaleLowerCase('en-GB'))
  const found: SubjectRows[] = []
  for (const table of await tablesOf(db)) {
    const rows: Readonly<Record<string, unknown>>[] = []
    for await (const some of rowsOf(db, table)) {
      rows.push(...some.filter((row) => names(row, wanted)).map((row) => told(row, table.name)))
    }
    if (rows.length > 0) found.push({ name: table.name, rows })
  }
  return found
}

function names(row: Row, wanted: readonly string[]): boolean {
  return Object.values(row).some((value) => {
    if (typeof value !== 'string') return false
    const text = value.toLocaleLowerCase('en-GB')
    return wanted.some((word) => text.includes(word))
  })
}

function told(row: Row, table: string): Readonly<Record<string, unknown>> {
  const isTrail = table.startsWith('audit_')
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (!isTrail && value !== null && SECRETS.test(name)) return [name, '[left out: a secret]']
      return [name, value instanceof Uint8Array ? { bytes: value.length, sha256: sha256Of(value) } : value]
    }),
  )
}
