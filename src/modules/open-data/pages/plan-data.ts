import { statusText } from '#modules/delivery/index.js'
import { leadOf, publishedPlans, supportOf, versionsOf } from '#modules/plan/index.js'
import { type PlanPicture, planHref } from '#modules/public-site/index.js'
import type { Cell } from '#platform/csv.js'
import { file, JSON_TYPE } from '#platform/web/file.js'
import { columnsOf, type DataSet, jsonText, LICENCE, LICENCE_URL } from './data-set.js'

/** Every part of every published plan, with the state of what is promised. */
export const planParts: DataSet = {
  name: 'plan-parts',
  title: 'Plans, part by part',
  about:
    'Every theme, aim, objective and commitment of the newest version of each published plan, with who leads it and how it stands.',
  columns: columnsOf({
    plan: 'The plan, as in its address',
    version: 'The number of the published version',
    id: 'Stays the same through every version',
    level: 'The plan’s own word for this kind of part',
    parent_id: 'The part that this one hangs from; empty for a theme',
    place: 'Its place in the plan, from 1',
    title: 'Its words',
    text: 'More of its words',
    lead: 'The organisation that leads it, as named when published',
    supporting: 'Those that support it, separated by semicolons',
    state: 'For themes and what is promised: how its actions stand together',
    actions: 'How many published actions that counts',
    as_at: 'The day of that state',
  }),
  rows: async (records) => (await records.plans()).flatMap(partRows),
}

function partRows({ plan, states, asAt }: PlanPicture): Cell[][] {
  const { levels, nodes } = plan.content
  const levelOf = new Map(levels.map((level) => [level.id, level]))
  return nodes.map((node, index) => {
    const level = levelOf.get(node.levelId)
    const state = states.get(node.id)
    const isShown = level?.isTracked || node.parentId === null
    return [
      plan.slug,
      plan.latest,
      node.id,
      level?.name ?? null,
      node.parentId,
      index + 1,
      node.title,
      node.text,
      leadOf(node)?.name ?? null,
      supportOf(node)
        .map(({ name }) => name)
        .join('; '),
      isShown && state ? statusText(state.state) : null,
      state?.total ?? 0,
      asAt,
    ]
  })
}

/** Every published plan whole, nested as it was hashed, with the list of its versions. */
export const plansJson = file('/open-data/plans.json', {
  permission: 'site:read',
  respond: async ({ deps }) => {
    const plans = await publishedPlans(deps.db)
    const whole = plans.map(async (plan) => ({
      address: planHref(plan),
      version: plan.latest,
      publishedAt: plan.publishedAt,
      sha256: plan.sha256,
      versions: (await versionsOf(deps.db, plan.planId)).map(({ number, note, publishedAt, sha256 }) => ({
        ...{ number, note, publishedAt, sha256 },
        address: `${planHref(plan)}/versions/${number}`,
      })),
      content: plan.content,
    }))
    const licence = { name: LICENCE, url: LICENCE_URL }
    return { type: JSON_TYPE, body: jsonText({ licence, plans: await Promise.all(whole) }) }
  },
})
