import { type IsoDate, isoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import {
  BODY_TYPES,
  type BodyRecord,
  type DatedDescription,
  type LocalPolicingBody,
  lineOf,
  type Term,
} from '../domain/body.js'
import { descriptionOn, wordsOf } from '../domain/describing.js'
import type { BodyTables } from './body.tables.js'

type BodyRow = BodyTables['body_body']
type DescriptionRow = BodyTables['body_description']

/** The body that this office serves on a day: the one founded by then whose functions have not yet passed on. */
export async function currentBody(db: Db, on: IsoDate): Promise<LocalPolicingBody | undefined> {
  for (const row of await bodyRows(db)) {
    const description = descriptionOn(await descriptionsOf(db, row.id), on)
    if (description) return bodyOf(row, description)
  }
  return undefined
}

/** One body as described on a day; after its end, as it was last described. Nothing before its founding. */
export async function bodyById(db: Db, id: string, on: IsoDate): Promise<LocalPolicingBody | undefined> {
  const row = (await bodyRows(db)).find((each) => each.id === id)
  const history = row ? await descriptionsOf(db, id) : []
  const described = descriptionOn(history, on) ?? history.findLast(({ from }) => from <= on)
  return row && described && bodyOf(row, described)
}

/** Everything that a body has been called, oldest first. */
export async function descriptionsOf(db: Db, bodyId: string): Promise<DatedDescription[]> {
  const rows = await reading<BodyTables>(db)
    .selectFrom('body_description')
    .selectAll()
    .where('body_id', '=', bodyId)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map(descriptionFrom)
}

/** One stretch of days in which the office's body was called one thing. */
export type NamedTerm = Pick<DatedDescription, 'id' | 'type' | 'name' | 'from' | 'until'> & { readonly bodyId: string }

/** Everything that the body and those before and after it are called, oldest first. */
export async function namesThroughTime(db: Db, bodyId: string): Promise<NamedTerm[]> {
  const line = await bodyLine(db, bodyId)
  const { successorId = null } = (await bodyRecord(db, bodyId)) ?? {}
  const terms: NamedTerm[] = []
  for (const each of successorId === null ? line : [...line, successorId]) {
    const history = await descriptionsOf(db, each)
    terms.push(...history.map(({ id, type, name, from, until }) => ({ id, type, name, from, until, bodyId: each })))
  }
  return terms.toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** The body of this id and those before it: what was recorded under them is still the office's own. */
export async function bodyLine(db: Db, bodyId: string): Promise<string[]> {
  const rows = await bodyRows(db)
  const links = rows.map(({ id, successor_id }) => ({ id, successorId: successor_id }))
  return lineOf(links, bodyId)
}

/** What a body keeps apart from its descriptions, whatever the day. */
export async function bodyRecord(db: Db, id: string): Promise<BodyRecord | undefined> {
  const row = (await bodyRows(db)).find((each) => each.id === id)
  return row && recordOf(row)
}

/** Whether any body has been founded in this register. */
export async function hasBody(db: Db): Promise<boolean> {
  return (await bodyRows(db)).length > 0
}

function bodyRows(db: Db): Promise<BodyRow[]> {
  return reading<BodyTables>(db).selectFrom('body_body').selectAll().orderBy('id').execute()
}

function bodyOf(row: BodyRow, description: DatedDescription): LocalPolicingBody {
  return { ...wordsOf(description), ...recordOf(row) }
}

function recordOf(row: BodyRow): BodyRecord {
  return {
    id: row.id,
    successorId: row.successor_id,
    brandColour: row.brand_colour,
    notice: row.notice,
    demonstrationOn: row.demonstration_on === null ? null : isoDate(row.demonstration_on),
    version: row.version,
  }
}

function descriptionFrom(row: DescriptionRow): DatedDescription {
  const type = BODY_TYPES.find((each) => each === row.type)
  if (!type) throw new Error(`body_description ${row.id} has the unknown type ${row.type}`)
  return {
    id: row.id,
    type,
    name: row.name,
    shortName: row.short_name,
    officeName: row.office_name,
    officeHolderTitle: row.office_holder_title,
    deputyTitle: row.deputy_title,
    chiefOfficerTitle: row.chief_officer_title,
    scrutinyPanelName: row.scrutiny_panel_name,
    ...termOf(row),
  }
}

/** The days that a stored row holds for. */
export function termOf(row: { from_on: string; until_on: string | null }): Term {
  return { from: isoDate(row.from_on), until: row.until_on === null ? null : isoDate(row.until_on) }
}
