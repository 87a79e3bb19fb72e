import type { FormulaProblem } from '#modules/formulas/index.js'
import { CHART_NAMES } from '../domain/control-method.js'
import type { ChartRefusal } from './check-chart.js'
import type { EditRefusal } from './edit-measure.js'
import type { RegisterRefusal } from './register-measure.js'

/** What of a definition is refused, and why, in words that a form or a command can show. */
export type RefusedField = {
  readonly field: 'title' | 'unit' | 'frequency' | 'formula' | 'pooling' | 'controlChart' | 'reason'
  readonly words: string
}

const KEPT: Readonly<Record<'unit' | 'frequency' | 'formula', string>> = {
  unit: 'What its figures are cannot change while it has figures: enter another measure instead',
  frequency: 'How often it has figures cannot change while it has some: enter another measure instead',
  formula: 'A measure that has figures of its own cannot be worked out from others: enter another measure instead',
}

const NO_SUCH_POOLING =
  'Figures of this kind cannot be made so: percentages and rates are not added up, and counts are not divided'

/** Why a definition is not saved, and which of its answers is to be mended. */
export function refusedField(refusal: RegisterRefusal | EditRefusal): RefusedField {
  switch (refusal.code) {
    case 'no-title':
      return { field: 'title', words: 'Enter what the measure is called' }
    case 'slug-taken':
    case 'not-a-slug':
    case 'unknown-nodes':
      return { field: 'title', words: 'Enter another name: this one cannot be used' }
    case 'no-reason':
      return { field: 'reason', words: 'Enter why the measure changes' }
    case 'no-such-pooling':
      return { field: 'pooling', words: NO_SUCH_POOLING }
    case 'no-such-chart':
    case 'chart-unfit':
      return { field: 'controlChart', words: chartProblem(refusal) }
    case 'formula':
      return { field: 'formula', words: formulaProblems(refusal.problems) }
    case 'breaks-formula':
      return { field: 'unit', words: `“${refusal.title}” is worked out from it. ${formulaProblems(refusal.problems)}` }
    case 'has-figures':
      return { field: refusal.field, words: KEPT[refusal.field] }
    case 'incomplete':
      return {
        field: 'title',
        words: `A public measure must stay complete: it would lack ${refusal.missing.join(', ')}`,
      }
  }
}

function chartProblem(refusal: ChartRefusal): string {
  if (refusal.code === 'chart-unfit') return refusal.why
  const names = refusal.allowed.map((chart) => CHART_NAMES[chart])
  return `These figures are not of the kind for this chart: select one of: ${names.join(', ')}`
}

/** What is wrong with a formula, and where, in one sentence. */
function formulaProblems(problems: readonly FormulaProblem[]): string {
  return problems.map(({ line, column, what, mend }) => `Line ${line}, column ${column}: ${what}. ${mend}`).join('. ')
}
