import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { NationalTable, PoliceRelease } from '../actions/content.js'
import { date, words } from './fields.js'

/** police-data/releases.json. */
export const RELEASES_FILE = z.array(
  z.object({ folder: words, release: z.string().regex(/^\d{4}-\d{2}$/, 'must be a month'), importedOn: date }),
)

/** national-tables/tables.json. */
export const TABLES_FILE = z.array(
  z.object({
    kind: z.enum(['boundaries', 'recorded-crime-totals']),
    file: words,
    publisher: words,
    importedOn: date,
  }),
)

/** The folders of police records: the files themselves are read where they stand. */
export function policeReleasesIn(folder: string, listed: z.infer<typeof RELEASES_FILE>): PoliceRelease[] {
  return listed.map(({ folder: name, ...release }) => {
    const path = join(folder, 'police-data', name)
    return { ...release, folder: path, files: readdirSync(path).length }
  })
}

/** The national tables with their bytes. */
export function nationalTablesIn(folder: string, listed: z.infer<typeof TABLES_FILE>): NationalTable[] {
  return listed.map(({ file, ...table }) => ({
    ...table,
    fileName: file,
    bytes: readFileSync(join(folder, 'national-tables', file)),
  }))
}
