import { isoDate } from '#kernel/dates.js'
import type { ContentBody, ContentNode, PlanContent } from '#modules/plan/index.js'

/** The levels of plans in tests: themes, objectives under them, commitments under those. */
export const LEVELS = [
  { id: 'theme', parentId: null, name: 'Theme', plural: 'Themes', isTracked: false, holdsActions: false },
  {
    id: 'objective',
    parentId: 'theme',
    name: 'Objective',
    plural: 'Objectives',
    isTracked: false,
    holdsActions: false,
  },
  {
    id: 'commitment',
    parentId: 'objective',
    name: 'Commitment',
    plural: 'Commitments',
    isTracked: true,
    holdsActions: true,
  },
] as const

/** A body that leads. */
export const FORCE: ContentBody = {
  organisationId: 'force',
  role: 'lead',
  part: '',
  name: 'Fenshire Constabulary',
  shortName: 'Constabulary',
}

/** A part of a published plan; its title is its id in words. */
export function aPart(id: string, parentId: string | null = null, over: Partial<ContentNode> = {}): ContentNode {
  const levelId = parentId === null ? 'theme' : 'objective'
  return { id, levelId, parentId, slug: id, title: `Title of ${id}`, text: `What ${id} says.`, bodies: [], ...over }
}

/** A published plan with these parts. */
export function aContent(nodes: readonly ContentNode[], over: Partial<PlanContent['plan']> = {}): PlanContent {
  return {
    plan: {
      id: 'plan',
      slug: 'plan',
      title: 'Police and crime plan',
      vision: 'A safer county',
      bodyName: 'Police and Crime Commissioner for Fenshire',
      electionOn: isoDate('2021-05-06'),
      nextElectionOn: isoDate('2024-05-02'),
      startsOn: isoDate('2021-12-01'),
      planningPeriod: { from: isoDate('2021-12-01'), until: isoDate('2025-03-31') },
      ...over,
    },
    levels: LEVELS,
    nodes,
  }
}
