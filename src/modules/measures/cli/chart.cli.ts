import type { Command } from '#platform/cli/command.js'
import { editMeasure } from '../actions/edit-measure.js'
import { CONTROL_CHARTS } from '../domain/control-method.js'
import { descriptionOf } from '../domain/definition.js'
import { measureNamed, refused } from './options.js'

export const chooseChart: Command = {
  name: 'measures chart',
  permission: 'measures:edit',
  summary: 'Choose the control chart that the months of a measure are drawn on; the choice is kept with its reason',
  usage: `<measure> --chart ${CONTROL_CHARTS.join('|')} --reason <text>`,
  options: { chart: 'value', reason: 'value' },
  arity: [1, 1],
  run: async (context) => {
    const { deps, actor, args, options, say } = context
    const measure = await measureNamed(context, args[0] ?? '')
    const controlChart = CONTROL_CHARTS.find((each) => each === options.chart)
    if (!controlChart) return refused(say, `--chart: write one of ${CONTROL_CHARTS.join(', ')}`)
    const { id: measureId, slug, version, title } = measure
    const description = { ...descriptionOf(measure), controlChart }
    const request = { measureId, version, description, reason: options.reason ?? '' }
    const result = await editMeasure(deps, actor, request)
    if (result.ok) return { lines: [`${title}: ${controlChart} chart`], data: { code: slug, controlChart } }
    const { code } = result.error
    if (code === 'no-reason') return refused(say, 'Say why: --reason <text>', { code })
    if (code === 'chart-unfit') return refused(say, result.error.why, { code })
    if (code !== 'no-such-chart') return refused(say, `Edit the definition first: ${code}`, { code })
    const { allowed } = result.error
    return refused(say, `These figures are not of the kind for it: write one of ${allowed.join(', ')}`, {
      ...{ code, allowed: [...allowed] },
    })
  },
}
