import { addDays, addMonths, type IsoDate } from '#kernel/dates.js'
import { forceNamed } from '#modules/geography/index.js'
import type { Db } from '#platform/db/db.js'
import { tableFiles } from '../data/national-tables.queries.js'
import type { TableFile } from '../domain/table-file.js'
import type { TableKind } from '../domain/table-kind.js'
import { asSetThatYear, isFraud, isTotal } from '../domain/table-slice.js'
import { type TableRow, tableRows } from './table-rows.js'

/** The crimes that a force recorded in twelve months, without fraud, and which table says so. */
export type RecordedCrime = {
  readonly offences: number
  readonly from: IsoDate
  readonly until: IsoDate
  readonly kind: TableKind
  readonly files: readonly Pick<TableFile, 'id' | 'name' | 'sha256' | 'publisher' | 'attribution' | 'importedAt'>[]
}

/** What is asked of recorded crime: the last day of the twelve months, and one offence if not all. */
export type CrimeQuestion = { readonly until: IsoDate; readonly offence?: string }

/**
 * The crimes that a force (slug, code or name) recorded in the twelve months to a day, without fraud, as the national
 * tables have it: by quarters where all four are there, else from the rolling years, else from the totals of years.
 * Null when no table covers the period.
 */
export async function recordedCrime(
  db: Db,
  force: string,
  { until, offence }: CrimeQuestion,
): Promise<RecordedCrime | null> {
  const area = forceNamed(force)?.code
  if (!area) return null
  const from = addMonths(addDays(until, 1), -12)
  const question = { area, from, until, offence }
  const found =
    (await fromQuarters(db, question)) ?? (await fromRollingYear(db, question)) ?? (await fromTotals(db, question))
  if (!found) return null
  const names = new Set(found.rows.map(({ file }) => file))
  const files = (await tableFiles(db, found.kind)).filter(({ name }) => names.has(name))
  const offences = found.rows.reduce((sum, { values }) => sum + (values.offences ?? 0), 0)
  return { offences, from, until, kind: found.kind, files }
}

type Question = {
  readonly area: string
  readonly from: IsoDate
  readonly until: IsoDate
  readonly offence: string | undefined
}
type Found = { readonly rows: readonly TableRow[]; readonly kind: TableKind }

async function fromQuarters(db: Db, { area, from, until, offence }: Question): Promise<Found | undefined> {
  const all = await tableRows(db, 'recorded-crime-open-data', { area, from, until })
  const rows = all.filter(({ labels }) => labels.csp === undefined)
  if (new Set(rows.map((row) => row.until)).size < 4) return undefined
  const counted = rows.filter(({ labels }) => !isFraud(labels))
  return { rows: ofOffence(counted, offence), kind: 'recorded-crime-open-data' }
}

async function fromRollingYear(db: Db, { area, from, until, offence }: Question): Promise<Found | undefined> {
  const all = await tableRows(db, 'recorded-crime', { area, from, until })
  const rows = all.filter(({ labels }) => labels.csp === undefined && !isFraud(labels))
  const totals = rows.filter(({ labels }) => isTotal(labels.offence))
  const counted = offence === undefined && totals.length > 0 ? totals.slice(0, 1) : ofOffence(rows, offence)
  return counted.length > 0 ? { rows: counted, kind: 'recorded-crime' } : undefined
}

async function fromTotals(db: Db, { area, from, until, offence }: Question): Promise<Found | undefined> {
  if (offence !== undefined) return undefined
  const rows = await tableRows(db, 'recorded-crime-totals', { area, from, until })
  return rows.length > 0 ? { rows, kind: 'recorded-crime-totals' } : undefined
}

function ofOffence(rows: readonly TableRow[], offence: string | undefined): TableRow[] {
  if (offence === undefined) return [...rows]
  const wanted = offence.toLowerCase()
  return rows.filter(({ labels }) =>
    [labels.offence, labels.group, labels.subgroup].some((each) => each?.toLowerCase() === wanted),
  )
}

/** Lines of a force: the workforce by kind of worker and day. */
export async function workforceOf(
  db: Db,
  force: string,
  kind: 'workforce' | 'workforce-summary' = 'workforce-summary',
): Promise<TableRow[]> {
  const area = forceNamed(force)?.code
  return area ? tableRows(db, kind, { area }) : []
}

/** The precepts of a force's policing body, each year once: as set that year, else as given a year later. */
export async function preceptsOf(db: Db, force: string): Promise<TableRow[]> {
  const area = forceNamed(force)?.code
  const rows = area ? await tableRows(db, 'council-tax', { area }) : []
  return asSetThatYear(rows)
}
