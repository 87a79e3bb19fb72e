import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import type { Command } from '#platform/cli/command.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { aMeasure, someFigures } from '#test/support/measures.js'
import { frameworks } from '../actions/labels-of.js'
import { saveFramework } from '../actions/save-framework.js'
import { definitionsOf } from '../data/definitions.queries.js'
import { chooseChart } from './chart.cli.js'
import { commentMeasure, labelMeasureCommand } from './comment.cli.js'
import { frameMeasureCommand } from './frameworks.cli.js'
import { acknowledgeBreakCommand, breakSeries, rebaseSeries, setTargetCommand, takeBackMark } from './marks.cli.js'
import { recordFigure } from './record.cli.js'
import { showMeasure } from './show.cli.js'
import { showVintages } from './vintages.cli.js'

/** Runs a command for burglary as the command line would, and gives what machines read. */
async function run(command: Command, deps: Deps, options: Record<string, string> = {}) {
  const said: string[] = []
  const say = (message: string) => said.push(message)
  const answer = await command.run({ deps, actor: SYSTEM, args: ['burglary'], options, say, progress: () => {} })
  return { ...answer, said, data: JSON.parse(JSON.stringify(answer.data)) }
}

const WHO = { reason: 'New counting rules', by: 'Head of Performance' }

async function aYear(deps: Deps) {
  await aMeasure(deps)
  const months = Array.from({ length: 24 }, (_, index) => [2023 + Math.floor(index / 12), (index % 12) + 1] as const)
  await someFigures(
    deps,
    months.map(([year, month]) => `burglary,${year}-${String(month).padStart(2, '0')},${100 + month},,,final,`),
  )
}

it('shows the figure of any period with its change, its parts and their vintages', async () => {
  const deps = testDeps(await openTestDb())
  await aYear(deps)
  const { data, lines } = await run(showMeasure, deps, { period: '2024' })
  assert.deepEqual([data.figure.period.code, data.figure.value, data.figure.from.length], ['2024', 1278, 12])
  assert.deepEqual(
    [data.figure.change.difference, data.figure.change.unit, data.figure.change.percent],
    [0, 'count', 0],
  )
  assert.match(data.parts[0].vintage.sha256, /^[0-9a-f]{64}$/)
  assert.match(lines.join('\n'), /2024: 1,278/)
})

it('refuses a year with a missing month, in words and for machines', async () => {
  const deps = testDeps(await openTestDb())
  await aYear(deps)
  const answer = await run(showMeasure, deps, { period: '2024/25' })
  assert.equal(answer.refused, true)
  assert.deepEqual([answer.data.why, answer.data.missing], ['months-missing', ['2025-01', '2025-02', '2025-03']])
  assert.match(answer.said.join(), /January 2025 to March 2025 are missing/)
  const wrong: Record<string, string>[] = [
    { period: 'last week' },
    { 'as-known-on': '31/03/2018' },
    { 'as-known-on': '2025-05-01' },
  ]
  for (const options of wrong) assert.equal((await run(showMeasure, deps, options)).refused, true)
})

it('records breaks, rebases and targets, and takes them back, as the pages can', async () => {
  const deps = testDeps(await openTestDb())
  await aYear(deps)
  const broken = await run(breakSeries, deps, { from: '2024-01', kind: 'recording', ...WHO })
  assert.match((await run(showMeasure, deps, { period: '2024' })).data.figure.whyNoChange, /breaks on 1 January 2024/)
  await run(acknowledgeBreakCommand, deps, { break: broken.data.recorded, ...WHO })
  assert.equal((await run(showMeasure, deps, { period: '2024' })).data.figure.change.breaks.length, 1)
  assert.equal((await run(takeBackMark, deps, { kind: 'break', id: broken.data.recorded, ...WHO })).refused, undefined)
  await run(rebaseSeries, deps, { from: '2024-01-01', baseline: '12', ...WHO })
  await run(setTargetCommand, deps, { value: '90', from: '2023-04-01', source: 'Plan', ...WHO })
  const { data } = await run(showMeasure, deps)
  assert.deepEqual([data.breaks.length, data.phases[0].baselinePoints, data.target.value], [0, 12, 90])
  assert.equal(data.control.phases.length, 2)
  const nobody = await run(rebaseSeries, deps, { from: '2024-01-01', reason: 'x' })
  assert.deepEqual([nobody.refused, nobody.data.code], [true, 'no-name'])
})

it('chooses the control chart with a reason, for figures of its kind only', async () => {
  const deps = testDeps(await openTestDb())
  await aYear(deps)
  assert.equal((await run(chooseChart, deps, { chart: 'c' })).data.code, 'no-reason')
  assert.deepEqual((await run(chooseChart, deps, { chart: 'p', reason: 'x' })).data.allowed, [
    'xmr',
    'run',
    'c',
    'g',
    't',
  ])
  assert.equal((await run(chooseChart, deps, { chart: 'bar', reason: 'x' })).refused, true)
  assert.equal((await run(chooseChart, deps, { chart: 'c', reason: 'They come one by one' })).refused, undefined)
  const { data, lines } = await run(showMeasure, deps)
  assert.deepEqual([data.controlChart, data.control.chart, data.measure.controlChart], ['c', 'c', 'c'])
  assert.match(lines.join(' '), /This is a c chart/)
  const [, wording] = await definitionsOf(deps.db, data.measure.id)
  assert.deepEqual([wording?.number, Object.keys(wording?.description ?? {}).includes('version')], [2, false])
})

it('types a figure with its reason, and shows every vintage', async () => {
  const deps = testDeps(await openTestDb())
  await aYear(deps)
  const figure = { period: '2024-12', value: '113' }
  assert.equal((await run(recordFigure, deps, figure)).refused, true)
  const done = await run(recordFigure, deps, { ...figure, reason: 'One came late' })
  assert.equal(done.data.changes[0].kind, 'changed')
  const { data } = await run(showVintages, deps, { period: '2024-12' })
  assert.deepEqual(
    data.vintages.map(({ value, vintage }: { value: number; vintage: { kind: string; reason: string } }) => [
      value,
      vintage.kind,
      vintage.reason,
    ]),
    [
      [112, 'file', ''],
      [113, 'typed', 'One came late'],
    ],
  )
})

it('keeps a commentary, and a plan’s own label only for a place that the measure informs', async () => {
  const deps = testDeps(await openTestDb())
  await aYear(deps)
  const said = { period: '2024-12', text: 'Dark nights.', response: 'More patrols.' }
  assert.equal((await run(commentMeasure, deps, said)).refused, undefined)
  assert.equal((await run(commentMeasure, deps, { ...said, text: '' })).refused, true)
  assert.equal((await run(commentMeasure, deps, { ...said, period: 'winter' })).refused, true)
  assert.equal((await run(commentMeasure, deps, { ...said, period: 'December 2024' })).data.period, '2024-12')
  await assert.rejects(run(labelMeasureCommand, deps, { place: 'forged', label: 'Break-ins' }), NotFound)
})

it('refuses a commentary on a period that has not ended, and on one without a figure, in words', async () => {
  const deps = testDeps(await openTestDb(), isoDate('2024-12-15'))
  await aMeasure(deps)
  await someFigures(deps, ['burglary,2024-10,5,,,final,', 'burglary,2024-12,6,,,estimated,'])
  const say = async (period: string) => (await run(commentMeasure, deps, { period, text: 'Dark nights.' })).said.join()
  assert.match(await say('December 2024'), /December 2024 has not ended/)
  assert.match(await say('2024-11'), /no figure for November 2024/)
  assert.match(await say('2019-11'), /no figure for November 2019/)
  assert.equal(await say('2024-10'), '')
})

it('keeps a label by command as the form keeps it: on one line, bounded, readable', async () => {
  const deps = testDeps(await openTestDb())
  await aYear(deps)
  await saveFramework(deps, SYSTEM, { ...FRAMEWORK, slug: 'national' })
  const frame = (label: string) =>
    frameMeasureCommand.run({
      ...{ deps, actor: SYSTEM, args: ['national', 'burglary'], options: { label } },
      ...{ say: () => {}, progress: () => {} },
    })
  assert.equal((await frame('x'.repeat(201))).refused, true)
  assert.equal((await frame('bad\u0000name')).refused, true)
  assert.equal((await frame('  Break-ins \n  of homes, cafe\u0301s ')).refused, undefined)
  const [framed] = await frameworks(deps.db)
  assert.equal(framed?.measures[0]?.label, 'Break-ins of homes, caf\u00e9s')
})

const FRAMEWORK = {
  ...{ name: 'National measures', kind: 'national-measures' as const, source: 'Circular' },
  ...{ sourceUrl: null, startsOn: null, endsOn: null },
} as const
