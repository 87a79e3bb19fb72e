import type { IsoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import {
  AREA_KINDS,
  type Area,
  holdsOn,
  inOrder,
  ORGANISATION_KINDS,
  type Organisation,
  type PoliceForce,
} from '../domain/body.js'
import { bodyLine, termOf } from './body.queries.js'
import type { BodyTables } from './body.tables.js'

/** The force that a body holds to account on a day: the one that came last, if one has followed another. */
export async function forceOf(db: Db, bodyId: string, on: IsoDate): Promise<PoliceForce | undefined> {
  const rows = await reading<BodyTables>(db)
    .selectFrom('body_force')
    .selectAll()
    .where('body_id', 'in', await bodyLine(db, bodyId))
    .orderBy('from_on', 'desc')
    .orderBy('id')
    .execute()
  const row = rows.find((each) => holdsOn(termOf(each), on))
  return row && { id: row.id, name: row.name, shortName: row.short_name }
}

/** The police area, districts and community safety partnerships of a body on a day, by kind and then by name. */
export async function areasOf(db: Db, bodyId: string, on: IsoDate): Promise<Area[]> {
  const rows = await reading<BodyTables>(db)
    .selectFrom('body_area')
    .selectAll()
    .where('body_id', 'in', await bodyLine(db, bodyId))
    .orderBy('id')
    .execute()
  const areas = rows.flatMap((row) => {
    const kind = AREA_KINDS.find((each) => each === row.kind)
    return kind ? [{ id: row.id, kind, code: row.code, name: row.name, ...termOf(row) }] : []
  })
  const place = ({ kind }: Area) => AREA_KINDS.indexOf(kind)
  return areas
    .filter((area) => holdsOn(area, on))
    .toSorted((a, b) => place(a) - place(b) || byName.compare(a.name, b.name))
}

const byName = new Intl.Collator('en-GB', { numeric: true })

/** Everyone who can lead or support part of a body's plan on a day: the office and forces first, then by name. */
export async function organisationsOf(db: Db, bodyId: string, on: IsoDate): Promise<Organisation[]> {
  const rows = await reading<BodyTables>(db)
    .selectFrom('body_organisation')
    .selectAll()
    .where('body_id', 'in', await bodyLine(db, bodyId))
    .orderBy('id')
    .execute()
  return inOrder(rows.filter((row) => holdsOn(termOf(row), on)).map(organisationFrom))
}

/** One organisation, whether it still exists or not. */
export async function organisationById(db: Db, id: string): Promise<Organisation | undefined> {
  const row = await reading<BodyTables>(db)
    .selectFrom('body_organisation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && organisationFrom(row)
}

/** The names of all organisations that there have ever been, by id: what was led keeps its lead's name. */
export async function organisationNames(db: Db): Promise<Map<string, { name: string; shortName: string }>> {
  const rows = await reading<BodyTables>(db)
    .selectFrom('body_organisation')
    .select(['id', 'name', 'short_name'])
    .execute()
  return new Map(rows.map((row) => [row.id, { name: row.name, shortName: row.short_name }]))
}

function organisationFrom(row: BodyTables['body_organisation']): Organisation {
  const kind = ORGANISATION_KINDS.find((each) => each === row.kind) ?? 'other'
  return { id: row.id, kind, name: row.name, shortName: row.short_name }
}
