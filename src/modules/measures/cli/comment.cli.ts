import type { Command } from '#platform/cli/command.js'
import { recordCommentary } from '../actions/record-commentary.js'
import { labelMeasure } from '../actions/save-framework.js'
import { measureNamed, refused } from './options.js'

export const commentMeasure: Command = {
  name: 'measures comment',
  summary: 'Keep a commentary on a period: what happened, and what is done about it',
  usage: '<measure> --period <period> --text <text> [--response <text>]',
  options: { period: 'value', text: 'value', response: 'value' },
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, args, options, say } = context
    const { id: measureId, slug } = await measureNamed(context, args[0] ?? '')
    const { period = '', text: narrative = '', response = '' } = options
    const result = await recordCommentary(deps, actor, { measureId, period, narrative, response })
    if (result.ok) return { lines: ['Commentary kept'], data: { code: slug, period, recorded: result.value.id } }
    const isPeriod = result.error.code === 'not-a-period'
    return refused(say, isPeriod ? `--period: '${period}' is no period` : 'Say what happened: --text <text>')
  },
}

export const labelMeasureCommand: Command = {
  name: 'measures label',
  summary: 'Say what a plan calls a measure at a place that it informs',
  usage: '<measure> --place <id> --label <text>',
  options: { place: 'value', label: 'value' },
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, args, options } = context
    const { id: measureId, slug } = await measureNamed(context, args[0] ?? '')
    const { place: nodeId = '', label = '' } = options
    await labelMeasure(deps, actor, { measureId, nodeId, label })
    return { lines: ['Label kept'], data: { code: slug, place: nodeId, label } }
  },
}
