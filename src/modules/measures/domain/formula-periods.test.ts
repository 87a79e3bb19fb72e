import assert from 'node:assert/strict'
import { it } from 'node:test'
import { parseFormula } from '#modules/formulas/index.js'
import { type FigurePeriods, periodProblems } from './formula-periods.js'
import type { Frequency } from './period.js'

const INPUTS: Readonly<Record<string, FigurePeriods>> = {
  monthly: { frequency: 'month', pooling: 'sum' },
  quarterly: { frequency: 'quarter', pooling: 'sum' },
  yearly: { frequency: 'financial-year', pooling: 'sum' },
  rolling: { frequency: 'rolling-12-months', pooling: 'none' },
  survey: { frequency: 'quarter', pooling: 'none' },
  population: { frequency: 'as-at', pooling: 'last' },
}

function problems(text: string, frequency: Frequency): string[] {
  const formula = parseFormula(text)
  if (!formula.ok) throw new Error(text)
  const found = periodProblems(formula.value, { frequency }, (name) => INPUTS[name])
  return found.map(({ column, what }) => `${column}: ${what}`)
}

it('lets figures of one kind be joined, and shorter ones make longer ones', () => {
  const fine: readonly (readonly [string, Frequency])[] = [
    ['[monthly] + [monthly]', 'month'],
    ['per(1000, [monthly], [population])', 'month'],
    ['[monthly] + [quarterly]', 'quarter'],
    ['[monthly] + [quarterly] + [yearly]', 'financial-year'],
    ['[rolling] + [rolling]', 'rolling-12-months'],
    ['[monthly] + [quarterly]', 'rolling-12-months'],
    ['[survey] + [survey]', 'quarter'],
    ['[population] / 2', 'as-at'],
  ]
  for (const [text, frequency] of fine) assert.deepEqual(problems(text, frequency), [], `${text}, ${frequency}`)
})

it('refuses rolling figures with monthly ones, whatever the measure has', () => {
  assert.match(problems('[monthly] + [rolling]', 'month').join(), /^13: \[rolling\] has figures of 12 months each/)
  assert.match(problems('[monthly] + [rolling]', 'rolling-12-months').join(), /^13: .*\[monthly\] of a month.*not go/)
  assert.match(problems('coalesce([rolling], [monthly])', 'month').join(), /12 months each, and none for a month/)
})

it('refuses figures of which none for the measure’s own periods can be made, each at its place', () => {
  assert.deepEqual(problems('[yearly] + [quarterly]', 'month').length, 2)
  assert.match(problems('[quarterly] * 2', 'month').join(), /^1: \[quarterly\] has figures of a quarter each/)
  assert.match(problems('[survey] * 2', 'financial-year').join(), /none for a financial year/)
  assert.match(problems('[yearly] * 2', 'calendar-year').join(), /none for a calendar year/)
})
