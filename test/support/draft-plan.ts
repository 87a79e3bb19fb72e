import { isoDate } from '#kernel/dates.js'
import { importPlan, type PlanImport, publishVersion } from '#modules/plan/index.js'
import type { Deps } from '#platform/deps.js'
import { aBodyWithPartners } from './body.js'
import { SYSTEM } from './deps.js'

type Partners = Awaited<ReturnType<typeof aBodyWithPartners>>

/** A small plan: two themes, three commitments, each with a lead. */
export function aSmallPlan({ bodyId, officeId, forceId, councilId }: Partners): PlanImport {
  const theme = (key: string, title: string, children: PlanImport['nodes']) => ({
    ...{ key, level: 'theme', title, text: `About ${key}.`, leadId: officeId, supporting: [], children },
  })
  const commitment = (key: string, title: string, leadId: string) => ({
    ...{ key, level: 'commitment', title, text: `We will see to ${key}.`, leadId, children: [] },
    supporting: key === 'patrols' ? [{ organisationId: councilId, part: 'Lights the streets' }] : [],
  })
  return {
    plan: {
      bodyId,
      title: 'Police and crime plan 2021 to 2025',
      vision: 'A safer Wessex',
      electionOn: isoDate('2021-05-06'),
      nextElectionOn: isoDate('2024-05-02'),
      startsOn: isoDate('2021-12-01'),
    },
    levels: [
      { key: 'theme', name: 'Theme', plural: 'Themes', parent: null, isTracked: false, holdsActions: false },
      {
        ...{ key: 'commitment', name: 'Commitment', plural: 'Commitments', parent: 'theme' },
        ...{ isTracked: true, holdsActions: true },
      },
    ],
    nodes: [
      theme('streets', 'Safer streets', [
        commitment('patrols', 'Patrol the worst streets', forceId),
        commitment('lighting', 'Ask for better lighting', officeId),
      ]),
      theme('fairness', 'Fair policing', [commitment('searches', 'Open stop and search to view', forceId)]),
    ],
  }
}

/** An office with a small plan in draft, and the ids of its parts. */
export async function aDraftPlan(deps: Deps) {
  const partners = await aBodyWithPartners(deps)
  const imported = await importPlan(deps, SYSTEM, aSmallPlan(partners))
  if (!imported.ok) throw new Error(imported.error.code)
  const { planId, slug, nodeIdsByKey } = imported.value
  const idOf = (key: string) => nodeIdsByKey.get(key) ?? ''
  return { ...partners, planId, slug, idOf }
}

/** An office with a small plan whose first version is published. */
export async function aPublishedPlan(deps: Deps) {
  const draft = await aDraftPlan(deps)
  const published = await publishVersion(deps, SYSTEM, { planId: draft.planId, note: 'First version' })
  if (!published.ok) throw new Error(published.error.code)
  return { ...draft, version: published.value }
}
