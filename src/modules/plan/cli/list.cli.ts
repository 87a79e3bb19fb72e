import type { Command } from '#platform/cli/command.js'
import { allPlans } from '../data/plan.queries.js'
import { planInForce, publishedPlans } from '../data/version.queries.js'
import { planningPeriod } from '../domain/plan.js'

export const listPlansCommand: Command = {
  name: 'plan list',
  permission: 'plan:read',
  summary: 'List plans, their planning periods and published versions',
  usage: '',
  arity: [0, 0],
  run: async ({ deps }) => {
    const published = new Map((await publishedPlans(deps.db)).map((each) => [each.planId, each.latest]))
    const inForce = await planInForce(deps.db, deps.today())
    const plans = (await allPlans(deps.db)).map((plan) => ({
      slug: plan.slug,
      title: plan.title,
      ...planningPeriod(plan),
      version: published.get(plan.id) ?? null,
      isInForce: plan.id === inForce?.planId,
    }))
    const width = Math.max(0, ...plans.map(({ slug }) => slug.length))
    const lines = plans.map(({ slug, from, until, version, isInForce }) => {
      const state = version === null ? 'draft' : `version ${version}${isInForce ? ', in force' : ''}`
      return `${slug.padEnd(width)}  ${from} to ${until}  ${state}`
    })
    return { lines, data: plans }
  },
}
