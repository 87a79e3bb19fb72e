import { knownOnOption, measureBySlug, typedPeriodOf } from '#modules/measures/index.js'
import type { Command, CommandAnswer } from '#platform/cli/command.js'
import { found, NotFound } from '#platform/errors.js'
import { compareMeasure, type MeasureComparison } from '../actions/compare-measure.js'
import { notComparedText, writingOf } from '../actions/comparison-words.js'
import { allGroups } from '../data/comparisons.queries.js'
import type { RankedArea } from '../domain/compare.js'
import { comparisonSentence, mixtureInWords, releaseInWords } from '../domain/words.js'

export const showComparison: Command = {
  name: 'comparisons show',
  permission: 'comparisons:read',
  summary: 'Compare a measure with the same measure of other areas',
  usage: '<measure> [--group <group>] [--period <period>] [--as-known-on <date>] [--mixed]',
  options: { group: 'value', period: 'value', 'as-known-on': 'value', mixed: 'flag' },
  arity: [1, 1],
  run: async ({ deps, args: [slug = ''], options, say }) => {
    const measure = found(await measureBySlug(deps.db, slug), `There is no measure '${slug}'`)
    const groups = await allGroups(deps.db)
    const group = options.group ? groups.find((each) => each.slug === options.group) : groups[0]
    if (!group)
      throw new NotFound(options.group ? `There is no group '${options.group}'` : 'There is no group of areas')
    const knownOn = knownOnOption({ deps, options })
    if (!knownOn.ok) return { lines: [knownOn.error], data: null, refused: true }
    const typed = options.period === undefined ? undefined : typedPeriodOf(options.period, measure.frequency)
    if (typed && !typed.ok) return { lines: [`'${options.period}' is no period`], data: null, refused: true }
    const asked = {
      period: typed?.value.period.code,
      knownOn: knownOn.value,
      isMixingAllowed: options.mixed !== undefined,
    }
    if (typed?.value.note) say(typed.value.note)
    return answerOf(await compareMeasure(deps, measure, group, asked))
  },
}

function answerOf(comparison: MeasureComparison): CommandAnswer {
  const { result, measure, group, period, absent, takenBack } = comparison
  const shared = { measure: measure.slug, group: group.slug, period: period?.code ?? null, absent }
  if (!result.ok || !period) {
    const why = result.ok ? 'There is nothing to compare' : notComparedText(result.error)
    return { lines: [why], data: { ...shared, refused: result.ok ? null : result.error.code, why }, refused: true }
  }
  const { areas, from, knownOn, rest, difference, mixtures } = result.value
  const sentence = comparisonSentence(result.value, writingOf(measure, period, group.name))
  return {
    lines: [
      ...mixtures.map(mixtureInWords),
      sentence,
      '',
      ...areas.map(lineOf),
      ...absent.map(({ name, why }) => `${name}: ${why}`),
      releaseInWords(knownOn, takenBack !== null),
    ],
    data: { ...shared, sentence, from, knownOn, takenBack, areas: areas.map(dataOf), rest, difference, mixtures },
  }
}

function lineOf({ name, value, interval, standing }: RankedArea): string {
  const range = interval ? ` (${interval.lower.toFixed(2)} to ${interval.upper.toFixed(2)})` : ''
  return `${standing.position}. ${name} ${value.toFixed(2)}${range}, place ${standing.first} to ${standing.last}`
}

function dataOf({ code, name, isOwn, value, interval, numerator, base, status, standing }: RankedArea) {
  return { code, name, isOwn, value, interval, numerator, base, status, ...standing }
}
