import { isoDate } from '#kernel/dates.js'
import { addForce, addOrganisation, type Description, type FoundRequest, foundBody } from '#modules/body/index.js'
import type { Deps } from '#platform/deps.js'
import { SYSTEM } from './deps.js'

/** What a made-up body is called, but for what the test says. */
export function aDescription(change: Partial<Description> = {}): Description {
  return {
    type: 'pcc',
    name: 'Police and Crime Commissioner for Wessex',
    shortName: 'Wessex',
    officeName: 'Office of the Police and Crime Commissioner',
    officeHolderTitle: 'Commissioner',
    deputyTitle: 'Deputy Commissioner',
    chiefOfficerTitle: 'Chief Constable',
    scrutinyPanelName: 'Wessex Police and Crime Panel',
    ...change,
  }
}

/** A body founded in 2012, with nothing else to it. */
export async function aBody(deps: Deps, change: Partial<FoundRequest> = {}): Promise<string> {
  const from = isoDate('2012-11-22')
  const request = { description: aDescription(), from, brandColour: '#12436d', ...change }
  const founded = await foundBody(deps, SYSTEM, request)
  if (!founded.ok) throw new Error(founded.error.code)
  return founded.value.id
}

/** An example office, where nothing is at stake and nobody needs a second factor. */
export const anExampleBody = (deps: Deps): Promise<string> => aBody(deps, { demonstrationOn: isoDate('2025-04-30') })

/** A body with its force and three organisations, by their ids. */
export async function aBodyWithPartners(deps: Deps) {
  const bodyId = await aBody(deps)
  const term = { from: isoDate('2012-11-22'), until: null }
  await addForce(deps, SYSTEM, { bodyId, name: 'Wessex Police', shortName: 'Police', ...term })
  const add = async (kind: 'office' | 'force' | 'council', name: string) => {
    const added = await addOrganisation(deps, SYSTEM, { bodyId, kind, name, shortName: name, ...term })
    if (!added.ok) throw new Error(added.error.code)
    return added.value.id
  }
  return {
    bodyId,
    officeId: await add('office', 'Office'),
    forceId: await add('force', 'Wessex Police'),
    councilId: await add('council', 'Melchester Council'),
  }
}
