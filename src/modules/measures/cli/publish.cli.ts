import type { Command } from '#platform/cli/command.js'
import { found } from '#platform/errors.js'
import { type PublishRefusal, publishMeasure } from '../actions/publish-measure.js'
import { measureBySlug } from '../data/measures.queries.js'

export const publishMeasureCommand: Command = {
  name: 'measures publish',
  permission: 'measures:publish',
  summary: 'Let the public read a measure',
  usage: '<measure> [--inputs-stay-private]',
  options: { 'inputs-stay-private': 'flag' },
  arity: [1, 1],
  run: async ({ deps, actor, args: [slug = ''], options, say }) => {
    const measure = found(await measureBySlug(deps.db, slug), `There is no measure '${slug}'`)
    const inputsStayPrivate = options['inputs-stay-private'] === 'true'
    const result = await publishMeasure(deps, actor, {
      measureId: measure.id,
      version: measure.version,
      inputsStayPrivate,
    })
    if (result.ok) return { lines: [`Published ${measure.title}`], data: { slug, published: true } }
    const { error } = result
    say(`${measure.title} was not published. ${whyNot(error)}`)
    return { lines: [], data: { slug, published: false, ...error }, refused: true }
  },
}

function whyNot(refusal: PublishRefusal): string {
  if (refusal.code === 'already-published') return 'It is public already.'
  if (refusal.code === 'incomplete') return `It needs ${refusal.missing.join(', ')}.`
  const names = refusal.measures.join(', ')
  return `It is worked out from ${names}, which the public does not see: publish those, or say --inputs-stay-private.`
}
