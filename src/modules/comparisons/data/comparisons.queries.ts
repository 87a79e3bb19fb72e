import { isoDate } from '#kernel/dates.js'
import { type Db, reading } from '#platform/db/db.js'
import type { ComparedArea } from '../domain/area.js'
import { type ComparisonGroup, GROUP_KINDS, type Member } from '../domain/group.js'
import type { ComparisonsTables } from './comparisons.tables.js'

/** Every area that figures may speak of, by name. */
export async function allComparedAreas(db: Db): Promise<ComparedArea[]> {
  const rows = await reading<ComparisonsTables>(db).selectFrom('comparisons_area').selectAll().execute()
  const areas = rows.map(({ code, name, aliases }) => ({
    code,
    name,
    aliases: aliases === '' ? [] : aliases.split('|'),
  }))
  return areas.sort((a, b) => BY_NAME.compare(a.name, b.name) || BY_NAME.compare(a.code, b.code))
}

/** Every group, those nearest to us first, by name. */
export async function allGroups(db: Db): Promise<ComparisonGroup[]> {
  const rows = await reading<ComparisonsTables>(db).selectFrom('comparisons_group').selectAll().execute()
  return rows.map(groupOf).sort(inOrder)
}

/** One group by its id. */
export async function groupById(db: Db, id: string): Promise<ComparisonGroup | undefined> {
  const groups = reading<ComparisonsTables>(db).selectFrom('comparisons_group').selectAll()
  const row = await groups.where('id', '=', id).executeTakeFirst()
  return row && groupOf(row)
}

/** All who belong to a group, ever, by name and then by their first day. */
export async function membersOf(db: Db, groupId: string): Promise<Member[]> {
  const rows = await reading<ComparisonsTables>(db)
    .selectFrom('comparisons_member')
    .innerJoin('comparisons_area', 'comparisons_area.code', 'comparisons_member.area_code')
    .select(['id', 'area_code', 'name', 'starts_on', 'ends_on'])
    .where('group_id', '=', groupId)
    .execute()
  const members = rows.map(({ id, area_code, name, starts_on, ends_on }) => ({
    id,
    areaCode: area_code,
    areaName: name,
    from: isoDate(starts_on),
    until: ends_on === null ? null : isoDate(ends_on),
  }))
  return members.sort((a, b) => BY_NAME.compare(a.areaName, b.areaName) || (a.from < b.from ? -1 : 1))
}

/** Every slug that is taken. */
export async function takenGroupSlugs(db: Db): Promise<Set<string>> {
  const rows = await reading<ComparisonsTables>(db).selectFrom('comparisons_group').select('slug').execute()
  return new Set(rows.map(({ slug }) => slug))
}

const BY_NAME = new Intl.Collator('en-GB')

function inOrder(a: ComparisonGroup, b: ComparisonGroup): number {
  return GROUP_KINDS.indexOf(a.kind) - GROUP_KINDS.indexOf(b.kind) || BY_NAME.compare(a.name, b.name)
}

function groupOf(row: ComparisonsTables['comparisons_group']): ComparisonGroup {
  const { id, slug, name, source, version } = row
  const kind = GROUP_KINDS.find((each) => each === row.kind)
  if (!kind) throw new RangeError(`Not a kind of group: ${row.kind}`)
  return { id, slug, kind, name, source, sourceUrl: row.source_url, isPublishable: row.is_publishable === 1, version }
}
