import { isIsoDate } from '#kernel/dates.js'
import { planInForce } from '#modules/plan/index.js'
import type { Command, CommandContext } from '#platform/cli/command.js'
import { NotFound } from '#platform/errors.js'
import { recordUpdate } from '../actions/record-update.js'
import { actionsBySlug } from '../data/action.queries.js'
import type { Action } from '../domain/action.js'
import { OVERRIDE_STATUSES, type UpdateDraft } from '../domain/update.js'

export const deliveryUpdateCommand: Command = {
  name: 'delivery update',
  permission: 'delivery:update',
  summary: 'Records an update of an action; publish it with delivery publish',
  usage:
    '<action> --text <text> [--on <YYYY-MM-DD>] [--completes <1,2>] [--evidence-title <text>] [--evidence-url <address>] [--state <state> --reason <text>]',
  options: {
    text: 'value',
    on: 'value',
    completes: 'value',
    'evidence-title': 'value',
    'evidence-url': 'value',
    state: 'value',
    reason: 'value',
  },
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, args, say } = context
    const action = await theAction(context, args[0] ?? '')
    const draft = draftFrom(context, action)
    const result =
      typeof draft === 'string' ? undefined : await recordUpdate(deps, actor, { actionId: action.id, ...draft })
    if (result?.ok) {
      return { lines: [`${action.slug}: update recorded, id ${result.value.id}`], data: { id: result.value.id } }
    }
    const message = typeof draft === 'string' ? draft : REFUSALS[result?.error.code ?? 'unknown-milestone']
    say(message)
    return { lines: [], data: { refused: message }, refused: true }
  },
}

const REFUSALS = {
  'in-the-future': 'The update must not be dated after today',
  'unknown-milestone': 'The action has no such milestone',
  'milestone-already-done': 'Another update says already that this milestone is done',
  'complete-needs-evidence': 'An action cannot be complete without evidence: give --evidence-title',
  'override-needs-reason': 'A state that is set needs its reason: give --reason',
} as const

/** The action of this name in the plan in force, or in the only plan that has one. */
async function theAction({ deps }: CommandContext, slug: string): Promise<Action> {
  const actions = await actionsBySlug(deps.db, slug)
  const current = await planInForce(deps.db, deps.today())
  const chosen = actions.find((action) => action.planId === current?.planId) ?? actions[0]
  if (!chosen) throw new NotFound(`There is no action '${slug}'`)
  return chosen
}

function problemWithEvidence(title: string | undefined, url: string): string | undefined {
  if (!title) return 'Say what the evidence is called: give --evidence-title'
  const isLink = /^https?:\/\//i.test(url) && URL.canParse(url)
  return isLink ? undefined : '--evidence-url must be a full web address'
}

/** The update as typed, or what is wrong with it. Milestones are given by their place: 1, 2, 3. */
function draftFrom({ deps, options }: CommandContext, action: Action): UpdateDraft | string {
  const on = options.on ?? deps.today()
  const text = (options.text ?? '').trim()
  const [state, title, url] = [options.state, options['evidence-title'], options['evidence-url']]
  const status = OVERRIDE_STATUSES.find((each) => each === state)
  if (text === '') return 'Say what was done: give --text'
  if (!isIsoDate(on)) return '--on must be a date like 2025-04-30'
  if (state && !status) return `--state must be one of ${OVERRIDE_STATUSES.join(', ')}`
  if (options.reason && !status) return 'Say which state the reason is for: give --state'
  const problem = url === undefined ? undefined : problemWithEvidence(title, url)
  if (problem) return problem
  const places = (options.completes ?? '').split(',').filter((place) => place.trim() !== '')
  return {
    on,
    text,
    evidence: title ? { title, url: url ?? null } : null,
    completes: places.map((place) => action.milestones[Number(place) - 1]?.id ?? `milestone ${place}`),
    override: status ? { status, reason: options.reason ?? '' } : null,
  }
}
