import { isIsoDate } from '#kernel/dates.js'
import { organisationNames } from '#modules/body/index.js'
import { allPlans, planBySlug, planInForce } from '#modules/plan/index.js'
import type { Command } from '#platform/cli/command.js'
import { found } from '#platform/errors.js'
import { deliveryFor } from '../data/delivery.queries.js'
import { readFilter } from '../domain/filter.js'
import { type ActionPicture, coverageInWords } from '../domain/picture.js'
import { STATUS_WORDS } from '../domain/why.js'

export const deliveryListCommand: Command = {
  name: 'delivery list',
  permission: 'delivery:read-all',
  summary: 'Lists actions with who leads, how each is going and why',
  usage: '[--plan <slug>] [--state <state>] [--as-at <YYYY-MM-DD>]',
  options: { plan: 'value', state: 'value', 'as-at': 'value' },
  arity: [0, 0],
  run: async ({ deps, options, say }) => {
    const asAt = options['as-at'] ?? deps.today()
    const { state } = readFilter(options)
    if (!isIsoDate(asAt)) return refused(say, `--as-at must be a date like 2017-09-30, not '${asAt}'`)
    if (options.state && !state) return refused(say, `--state must be one of ${Object.keys(STATUS_WORDS).join(', ')}`)
    const slug = options.plan
    const plan = slug ? found(await planBySlug(deps.db, slug), `There is no plan '${slug}'`) : undefined
    const inForce = (await planInForce(deps.db, asAt))?.planId ?? (await allPlans(deps.db))[0]?.id
    const planId = found(plan?.id ?? inForce, 'There is no plan yet')
    const picture = await deliveryFor(deps.db, planId, asAt)
    const names = await organisationNames(deps.db)
    const shown = picture.actions.filter(({ report }) => !state || report.status === state)
    say(coverageInWords(picture))
    const leadOf = ({ action }: ActionPicture) =>
      action.leadId ? (names.get(action.leadId)?.shortName ?? '') : 'no owner'
    const [widest, widestLead] = [shown.map(({ action }) => action.slug), shown.map(leadOf)].map(longest)
    return {
      lines: shown.map((each) => {
        const { action, report } = each
        const status = STATUS_WORDS[report.status].padEnd(19)
        return `${action.slug.padEnd(widest ?? 0)}  ${status}  ${leadOf(each).padEnd(widestLead ?? 0)}  ${report.why}`
      }),
      data: shown.map(({ action, report }) => ({
        ...{ slug: action.slug, title: action.title, lead: action.leadId && (names.get(action.leadId)?.name ?? null) },
        ...{ status: report.status, computed: report.computed, reason: report.reason, why: report.why },
        ...{
          lastUpdateOn: report.lastUpdateOn,
          isStale: report.isStale,
          startsOn: action.startsOn,
          dueOn: action.dueOn,
        },
      })),
    }
  },
}

function longest(texts: readonly string[]): number {
  return Math.max(0, ...texts.map((text) => text.length))
}

function refused(say: (message: string) => void, message: string) {
  say(message)
  return { lines: [], data: { refused: message }, refused: true }
}
