import type { IsoDate } from '#kernel/dates.js'
import type { Tx } from '#platform/db/db.js'
import { writing } from '#platform/db/db.js'
import { Conflict } from '#platform/errors.js'
import type { Area, BodyRecord, DatedDescription, Organisation, PoliceForce, Term } from '../domain/body.js'
import type { Entry } from '../domain/entry.js'
import type { BodyTables } from './body.tables.js'

export async function insertBody(tx: Tx, body: Omit<BodyRecord, 'version' | 'successorId'>): Promise<void> {
  await writing<BodyTables>(tx)
    .insertInto('body_body')
    .values({
      id: body.id,
      successor_id: null,
      brand_colour: body.brandColour,
      notice: body.notice,
      demonstration_on: body.demonstrationOn,
      version: 1,
    })
    .execute()
}

/** Saves only if nobody else has saved the body since it was read. */
export async function saveBody(tx: Tx, body: BodyRecord): Promise<void> {
  const { numUpdatedRows } = await writing<BodyTables>(tx)
    .updateTable('body_body')
    .set({
      successor_id: body.successorId,
      brand_colour: body.brandColour,
      notice: body.notice,
      version: body.version + 1,
    })
    .where('id', '=', body.id)
    .where('version', '=', body.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Conflict(`body.body:${body.id}`)
}

/** Saves a whole history: descriptions are added and their days and words set, never taken away. */
export async function saveHistory(tx: Tx, bodyId: string, history: readonly DatedDescription[]): Promise<void> {
  for (const described of history) {
    const columns = {
      type: described.type,
      name: described.name,
      short_name: described.shortName,
      office_name: described.officeName,
      office_holder_title: described.officeHolderTitle,
      deputy_title: described.deputyTitle,
      chief_officer_title: described.chiefOfficerTitle,
      scrutiny_panel_name: described.scrutinyPanelName,
      from_on: described.from,
      until_on: described.until,
    }
    await writing<BodyTables>(tx)
      .insertInto('body_description')
      .values({ id: described.id, body_id: bodyId, ...columns })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
      .execute()
  }
}

export async function insertForce(tx: Tx, bodyId: string, force: PoliceForce & Term): Promise<void> {
  await writing<BodyTables>(tx)
    .insertInto('body_force')
    .values({ id: force.id, body_id: bodyId, name: force.name, short_name: force.shortName, ...termColumns(force) })
    .execute()
}

export async function insertArea(tx: Tx, bodyId: string, area: Area): Promise<void> {
  const { id, kind, code, name } = area
  await writing<BodyTables>(tx)
    .insertInto('body_area')
    .values({ id, body_id: bodyId, kind, code, name, ...termColumns(area) })
    .execute()
}

export async function insertOrganisation(tx: Tx, bodyId: string, organisation: Organisation & Term): Promise<void> {
  const { id, kind, name, shortName } = organisation
  await writing<BodyTables>(tx)
    .insertInto('body_organisation')
    .values({ id, body_id: bodyId, kind, name, short_name: shortName, ...termColumns(organisation) })
    .execute()
}

const ENTRY_TABLES = { organisation: 'body_organisation', area: 'body_area', force: 'body_force' } as const

/** Saves the last day of an entry, only if it still has the one that was read: that day stands in for a version. */
export async function saveLastDay(tx: Tx, entry: Entry, before: IsoDate | null): Promise<void> {
  const { numUpdatedRows } = await writing<BodyTables>(tx)
    .updateTable(ENTRY_TABLES[entry.kind])
    .set({ until_on: entry.until })
    .where('id', '=', entry.id)
    .where('until_on', before === null ? 'is' : '=', before)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new Conflict(`body.${entry.kind}:${entry.id}`)
}

function termColumns({ from, until }: Term) {
  return { from_on: from, until_on: until }
}
