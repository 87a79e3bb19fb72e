import type { Json } from '#kernel/canonical-json.js'
import { type Cell, toCsv } from '#platform/csv.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'
import { CSV, file, JSON_TYPE } from '#platform/web/file.js'
import type { Route } from '#platform/web/route.js'
import { asKnownOn } from './as-known-on.js'
import { type Records, recordsOver } from './records.js'

/** One column of a file: its name in the file and what stands in it. */
export type DataColumn = { readonly name: string; readonly meaning: string }

/** One table of open data, given as CSV and as JSON from the same rows. */
export type DataSet = {
  /** In the address: /open-data/actions.csv */
  readonly name: string
  readonly title: string
  readonly about: string
  readonly columns: readonly DataColumn[]
  /** Whether it can be had as known on a day: then `?as-known-on=` is read, else refused. */
  readonly isDated?: boolean
  readonly rows: (records: Records) => Promise<readonly (readonly Cell[])[]>
}

/** What everything that the office itself wrote may be used under. Figures name the licence of their own source. */
export const LICENCE = 'Open Government Licence v3.0'
export const LICENCE_URL = 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/'

/** The columns of a table, from pairs of name and meaning. */
export function columnsOf(meanings: Readonly<Record<string, string>>): DataColumn[] {
  return Object.entries(meanings).map(([name, meaning]) => ({ name, meaning }))
}

/** The two addresses of a table. */
export function routesOf(set: DataSet): Route[] {
  const csv = file(`/open-data/${set.name}.csv`, {
    permission: 'site:read',
    respond: async ({ deps, query }) => ({
      type: CSV,
      body: csvOf(set, await set.rows(recordsFor(set, deps, query))),
      fileName: `${set.name}.csv`,
    }),
  })
  const json = file(`/open-data/${set.name}.json`, {
    permission: 'site:read',
    respond: async ({ deps, query }) => ({
      type: JSON_TYPE,
      body: jsonText(jsonOf(set, await set.rows(recordsFor(set, deps, query)), asKnownOn(query, deps) ?? deps.today())),
    }),
  })
  return [csv, json]
}

function recordsFor(set: DataSet, deps: Deps, query: Readonly<Record<string, string>>): Records {
  const knownOn = asKnownOn(query, deps)
  if (knownOn && !set.isDated) throw new NotFound('This file cannot be had as known on an earlier day')
  return recordsOver(deps, knownOn)
}

function csvOf({ columns }: DataSet, rows: readonly (readonly Cell[])[]): string {
  return toCsv(
    columns.map(({ name }) => name),
    rows,
  )
}

function jsonOf(set: DataSet, rows: readonly (readonly Cell[])[], asAt: string): Json {
  return {
    title: set.title,
    about: set.about,
    licence: { name: LICENCE, url: LICENCE_URL },
    asAt,
    columns: set.columns.map(({ name, meaning }) => ({ name, meaning })),
    rows: rows.map((row) => Object.fromEntries(set.columns.map(({ name }, index) => [name, row[index] ?? null]))),
  }
}

/** JSON as people can read it too. */
export function jsonText(value: Json): string {
  return `${JSON.stringify(value, null, 1)}\n`
}
