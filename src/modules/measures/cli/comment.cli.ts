import type { Command } from '#platform/cli/command.js'
import { type CommentaryRefusal, recordCommentary } from '../actions/record-commentary.js'
import { labelMeasure } from '../actions/save-framework.js'
import { LABEL_PROBLEMS } from '../domain/framework.js'
import { TYPED_EXAMPLES } from '../domain/period-in-words.js'
import { measureNamed, refused } from './options.js'

export const commentMeasure: Command = {
  name: 'measures comment',
  permission: 'measures:edit',
  summary: 'Keep a commentary on a period: what happened, and what is done about it',
  usage: '<measure> --period <period> --text <text> [--response <text>]',
  options: { period: 'value', text: 'value', response: 'value' },
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, args, options, say } = context
    const { id: measureId, slug } = await measureNamed(context, args[0] ?? '')
    const { period = '', text: narrative = '', response = '' } = options
    const result = await recordCommentary(deps, actor, { measureId, period, narrative, response })
    if (!result.ok) return refused(say, whyNot(result.error, period), result.error)
    const { id: recorded, period: of } = result.value
    return { lines: ['Commentary kept'], data: { code: slug, period: of.code, recorded } }
  },
}

function whyNot(refusal: CommentaryRefusal, period: string): string {
  switch (refusal.code) {
    case 'nothing-said':
      return 'Say what happened: --text <text>'
    case 'not-a-period':
      return `--period: '${period}' is no period. Write it like ${TYPED_EXAMPLES}`
    case 'not-ended':
    case 'no-figure':
      return `--period: ${refusal.why}`
  }
}

export const labelMeasureCommand: Command = {
  name: 'measures label',
  permission: 'measures:edit',
  summary: 'Say what a plan calls a measure at a place that it informs',
  usage: '<measure> --place <id> --label <text>',
  options: { place: 'value', label: 'value' },
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, args, options, say } = context
    const { id: measureId, slug } = await measureNamed(context, args[0] ?? '')
    const { place: nodeId = '', label = '' } = options
    const result = await labelMeasure(deps, actor, { measureId, nodeId, label })
    if (!result.ok) return refused(say, `--label: ${LABEL_PROBLEMS[result.error.code]}`, result.error)
    return { lines: ['Label kept'], data: { code: slug, place: nodeId, label: result.value } }
  },
}
