import { areasOf as areasOfBody, currentBody, forceOf } from '#modules/body/index.js'
import { forceNamed, forceOfCode, type PoliceForceArea } from '#modules/geography/index.js'
import type { Deps } from '#platform/deps.js'

/** The force that the office holds to account, as police data name it, with the code of its area. */
export type OwnForce = PoliceForceArea & { readonly code: string }

/** The office's own force, by the code of its police area, else by its name; undefined where neither is known. */
export async function ownForce({ db, today }: Pick<Deps, 'db' | 'today'>): Promise<OwnForce | undefined> {
  const body = await currentBody(db, today())
  if (!body) return undefined
  const areas = await areasOfBody(db, body.id, today())
  const code = areas.find(({ kind }) => kind === 'police-area')?.code ?? ''
  const found = forceOfCode(code) ?? forceNamed((await forceOf(db, body.id, today()))?.name ?? '')
  return found?.code ? { ...found, code: found.code } : undefined
}
