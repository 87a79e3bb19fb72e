import type { Command } from '#platform/cli/command.js'
import { found } from '#platform/errors.js'
import { publishMeasure } from '../actions/publish-measure.js'
import { measureBySlug } from '../data/measures.queries.js'

export const publishMeasureCommand: Command = {
  name: 'measures publish',
  summary: 'Let the public read a measure',
  usage: '<measure>',
  arity: [1, 1],
  run: async ({ deps, actor, args: [slug = ''], say }) => {
    const measure = found(await measureBySlug(deps.db, slug), `There is no measure '${slug}'`)
    const result = await publishMeasure(deps, actor, { measureId: measure.id, version: measure.version })
    if (result.ok) return { lines: [`Published ${measure.title}`], data: { slug, published: true } }
    const { error } = result
    const why = error.code === 'incomplete' ? `It needs ${error.missing.join(', ')}.` : 'It is public already.'
    say(`${measure.title} was not published. ${why}`)
    return { lines: [], data: { slug, published: false, ...error }, refused: true }
  },
}
