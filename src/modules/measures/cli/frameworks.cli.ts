import { slugOf } from '#kernel/slug.js'
import type { Command } from '#platform/cli/command.js'
import { frameworkNamed, frameworks } from '../actions/labels-of.js'
import { frameMeasure, saveFramework } from '../actions/save-framework.js'
import { FRAMEWORK_KINDS, LABEL_PROBLEMS } from '../domain/framework.js'
import { inColumns } from './columns.js'
import { measureNamed, refused } from './options.js'

export const listFrameworks: Command = {
  name: 'measures frameworks',
  permission: 'measures:read',
  summary: 'List the frameworks and their measures, each under the name that it has there',
  usage: '',
  arity: [0, 0],
  run: async ({ deps }) => {
    const framed = await frameworks(deps.db)
    const rows = framed.flatMap(({ framework, measures }) => [
      [framework.slug, '', framework.name],
      ...measures.map(({ measure, label }) => ['', measure.slug, label]),
    ])
    return {
      lines: inColumns([['FRAMEWORK', 'MEASURE', 'NAME'], ...rows]),
      data: framed.map(({ framework: { id: _id, ...framework }, measures }) => ({
        ...framework,
        measures: measures.map(({ measure, label }) => ({ code: measure.slug, label })),
      })),
    }
  },
}

export const saveFrameworkCommand: Command = {
  name: 'measures framework',
  permission: 'measures:edit',
  summary: 'Enter a framework, or change one',
  usage: `<framework> --name <text> --source <text> [--kind ${FRAMEWORK_KINDS.join('|')}]`,
  options: { name: 'value', source: 'value', kind: 'value' },
  arity: [1, 1],
  run: async ({ deps, actor, args, options, say }) => {
    const slug = args[0] ?? ''
    const before = (await frameworkNamed(deps.db, slug))?.framework
    const wanted = options.kind ?? before?.kind ?? 'other'
    const kind = FRAMEWORK_KINDS.find((each) => each === wanted)
    if (!kind) return refused(say, `--kind: write one of ${FRAMEWORK_KINDS.join(', ')}`)
    const { name = '', source = '', sourceUrl = null, startsOn = null, endsOn = null } = before ?? {}
    const words = { name: options.name ?? name, source: options.source ?? source }
    const result = await saveFramework(deps, actor, { slug, kind, ...words, sourceUrl, startsOn, endsOn })
    if (result.ok) return { lines: [`Saved ${result.value.name}`], data: { framework: slug } }
    const why = {
      'no-name': 'Say what it is called: --name <text>',
      'no-source': 'Say where it is laid down: --source <text>',
      'ends-before-it-begins': 'Its last day lies before its first',
      'not-a-slug': `'${slug}' cannot be its short name: write it like ${slugOf(slug) || 'national-measures'}`,
    }
    return refused(say, why[result.error.code], result.error)
  },
}

export const frameMeasureCommand: Command = {
  name: 'measures frame',
  permission: 'measures:edit',
  summary: 'Put a measure in a framework, under the name that it has there, or take it out',
  usage: '<framework> <measure> [--label <text> | --remove]',
  options: { label: 'value', remove: 'flag' },
  arity: [2, 2],
  run: async (context) => {
    const { deps, actor, args, options, say } = context
    const [framework = '', code = ''] = args
    const { id: measureId, title } = await measureNamed(context, code)
    const isOut = options.remove === 'true'
    const label = isOut ? null : (options.label ?? '')
    const result = await frameMeasure(deps, actor, { framework, measureId, label })
    if (!result.ok) return refused(say, `--label: ${LABEL_PROBLEMS[result.error.code]}`, result.error)
    return { lines: [isOut ? `Taken out: ${title}` : `Put in: ${title}`], data: { framework, code, isIn: !isOut } }
  },
}
