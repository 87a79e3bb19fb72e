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
  type Term,
} from '../domain/body.js'
import { areaEntry, type Entry, type EntryKind, forceEntry, organisationEntry } from '../domain/entry.js'
import { bodyLine, termOf } from './body.queries.js'
import type { BodyTables } from './body.tables.js'

/** The force that a body holds to account on a day: the one that came last, if one has followed another. */
export async function forceOf(db: Db, bodyId: string, on: IsoDate): Promise<PoliceForce | undefined> {
  const force = (await allForces(db, bodyId)).findLast((each) => holdsOn(each, on))
  return force && { id: force.id, name: force.name, shortName: force.shortName }
}

/** Every force that a body and those before it have held to account, or will, oldest first. */
export async function allForces(db: Db, bodyId: string): Promise<(PoliceForce & Term)[]> {
  const rows = await reading<BodyTables>(db)
    .selectFrom('body_force')
    .selectAll()
    .where('body_id', 'in', await bodyLine(db, bodyId))
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, name: row.name, shortName: row.short_name, ...termOf(row) }))
}

/** The police area, districts and community safety partnerships of a body on a day, by kind and then by name. */
export async function areasOf(db: Db, bodyId: string, on: IsoDate): Promise<Area[]> {
  return (await allAreas(db, bodyId)).filter((area) => holdsOn(area, on))
}

/** Every area that a body and those before it have had, or will have, by kind and then by name. */
export async function allAreas(db: Db, bodyId: string): Promise<Area[]> {
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
  return areas.toSorted((a, b) => place(a) - place(b) || byName.compare(a.name, b.name))
}

const byName = new Intl.Collator('en-GB', { numeric: true })

/** Everyone who can lead or support part of a body's plan on a day: the office and forces first, then by name. */
export async function organisationsOf(db: Db, bodyId: string, on: IsoDate): Promise<Organisation[]> {
  const present = (await allOrganisations(db, bodyId)).filter((each) => holdsOn(each, on))
  return present.map(({ id, kind, name, shortName }) => ({ id, kind, name, shortName }))
}

/** Everyone who has been able to lead or support, or will be: the office and forces first, then by name. */
export async function allOrganisations(db: Db, bodyId: string): Promise<(Organisation & Term)[]> {
  const rows = await reading<BodyTables>(db)
    .selectFrom('body_organisation')
    .selectAll()
    .where('body_id', 'in', await bodyLine(db, bodyId))
    .orderBy('id')
    .execute()
  return inOrder(rows.map((row) => ({ ...organisationFrom(row), ...termOf(row) })))
}

/** One kind of what is on a body's record, whatever the day. */
export async function entriesOf(db: Db, kind: EntryKind, bodyId: string): Promise<Entry[]> {
  switch (kind) {
    case 'organisation':
      return (await allOrganisations(db, bodyId)).map(organisationEntry)
    case 'area':
      return (await allAreas(db, bodyId)).map(areaEntry)
    case 'force':
      return (await allForces(db, bodyId)).map(forceEntry)
  }
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
