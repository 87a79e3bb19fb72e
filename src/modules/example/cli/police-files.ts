import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { NationalTable, PoliceRelease } from '../actions/content.js'
import { date, key, words } from './fields.js'

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

const codes = z.array(words).optional()
const to = { measure: key, area: z.string().default('') }

/** bindings.json: what fills which measure by itself, from the day on which tables and records came in. */
export const BINDINGS_FILE = z.array(
  z.union([
    z.object({
      ...to,
      table: z.object({
        kind: z.literal('recorded-crime-totals'),
        ...{ force: words, figure: words, where: z.record(z.string(), z.string()) },
      }),
    }),
    z.object({
      ...to,
      crimes: z
        .object({ forces: z.array(words), types: codes, districts: codes })
        .transform(({ forces, types, districts }) => ({
          ...{ forces, includeAsb: false, ...(types && { types }), ...(districts && { districts }) },
        })),
    }),
  ]),
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
