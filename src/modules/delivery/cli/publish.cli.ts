import { countOf } from '#kernel/words.js'
import type { Command } from '#platform/cli/command.js'
import { publishUpdates } from '../actions/publish-updates.js'
import { waitingToBePublished } from '../data/delivery.queries.js'

export const deliveryPublishCommand: Command = {
  name: 'delivery publish',
  permission: 'delivery:publish',
  summary: 'Makes recorded updates public, with their actions; without an id it lists what waits',
  usage: '[<update id>…] [--all]',
  options: { all: 'flag' },
  arity: [0, 100],
  run: async ({ deps, actor, args, options }) => {
    const waiting = await waitingToBePublished(deps.db)
    if (args.length === 0 && !options.all) {
      const updates = waiting.updates.map(({ update: { id, on }, action }) => ({ id, on, action: action.title }))
      const actions = waiting.actions.map(({ id, title }) => ({ id, title }))
      const lines = [
        ...updates.map(({ id, on, action }) => `${id}  ${on}  ${action}`),
        ...actions.map(({ title }) => `action not public yet: ${title}`),
      ]
      return { lines, data: { updates, actions } }
    }
    const all = {
      updateIds: waiting.updates.map(({ update }) => update.id),
      actionIds: waiting.actions.map(({ id }) => id),
    }
    const result = await publishUpdates(deps, actor, options.all ? all : { updateIds: args })
    if (!result.ok) return result.error
    const { updates, actions } = result.value
    return {
      lines: [`Published ${countOf(updates, 'update')} and ${countOf(actions, 'action')}`],
      data: { updates, actions },
    }
  },
}
