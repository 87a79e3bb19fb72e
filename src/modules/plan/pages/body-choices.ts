import type { IsoDate } from '#kernel/dates.js'
import { organisationNames, organisationsOf } from '#modules/body/index.js'
import type { Db } from '#platform/db/db.js'
import type { NodeBody } from '../domain/plan.js'

/** The bodies that can be chosen: those of the office today, and those already named, which may have ended since. */
export async function bodyChoices(
  db: Db,
  { bodyId, today, named = [] }: { bodyId: string; today: IsoDate; named?: readonly NodeBody[] },
): Promise<{ value: string; text: string }[]> {
  const current = await organisationsOf(db, bodyId, today)
  const names = await organisationNames(db)
  const ended = named.filter(({ organisationId }) => !current.some(({ id }) => id === organisationId))
  return [
    ...current.map(({ id, name }) => ({ value: id, text: name })),
    ...ended.map(({ organisationId }) => ({
      value: organisationId,
      text: `${names.get(organisationId)?.name ?? 'Unknown body'} (ended)`,
    })),
  ]
}
