import type { Command } from '#platform/cli/command.js'
import { found } from '#platform/errors.js'
import { verifyVersions } from '../actions/verify-versions.js'
import { planBySlug } from '../data/plan.queries.js'

export const verifyPlanCommand: Command = {
  name: 'plan verify',
  permission: 'plan:read',
  summary: 'Check that published versions are just what was published',
  usage: '[<plan>]',
  arity: [0, 1],
  run: async ({ deps, args: [slug], say }) => {
    const plan = slug === undefined ? undefined : found(await planBySlug(deps.db, slug), `There is no plan ${slug}`)
    const verdicts = await verifyVersions(deps.db, plan?.id)
    const bad = verdicts.filter((verdict) => !verdict.isSound)
    for (const { slug: name, number, problems } of bad) say(`${name}, version ${number}: ${problems.join('; ')}`)
    const lines = verdicts.map(
      ({ slug: name, number, isSound }) => `${isSound ? 'sound' : 'WRONG'}  ${name}  version ${number}`,
    )
    return {
      lines: [...lines, `${verdicts.length - bad.length} of ${verdicts.length} sound`],
      data: verdicts,
      refused: bad.length > 0,
    }
  },
}
