import { askedDay } from '#modules/measures/index.js'
import { ownForce, reconcileYears } from '#modules/police-data/index.js'
import { type Cell, toCsv } from '#platform/csv.js'
import { CSV, file } from '#platform/web/file.js'
import { besideOthers } from '../actions/beside-others.js'
import { stopsOfForce } from '../actions/stops-of-force.js'

const rounded = (value: number | null | undefined) => (value == null ? null : Math.round(value * 100) / 100)

/** Recorded crime of every police area for each 1,000 residents, by the Home Office's tables, and which are similar. */
export const besideFile = file('/crime/beside.csv', {
  permission: 'site:read',
  respond: async ({ deps }) => {
    const force = await ownForce(deps)
    const beside = force ? await besideOthers(deps, force) : null
    const rows = (beside?.forces ?? []).map(({ code, name, offences, people, rate }): Cell[] => [
      ...[code, name, beside?.until ?? '', offences, people.people, people.year],
      ...[rounded(rate.estimate), rounded(rate.lower), rounded(rate.upper)],
      ...[
        code === force?.code ? 'yes' : 'no',
        beside?.similar?.codes.includes(code) ? 'yes' : 'no',
        beside?.source ?? '',
      ],
    ])
    const head = ['police_area_code', 'police_area', 'twelve_months_to', 'crimes', 'residents', 'residents_year']
    const after = ['per_1000', 'per_1000_lower', 'per_1000_upper', 'is_own', 'is_similar', 'source']
    return { type: CSV, body: toCsv([...head, ...after], rows), fileName: 'crime-beside-other-areas.csv' }
  },
})

/** Street-level crime of each financial year beside the Home Office's recorded crime. */
export const totalsFile = file('/crime/totals.csv', {
  permission: 'site:read',
  respond: async ({ deps, query }) => {
    const force = await ownForce(deps)
    const { knownOn } = askedDay(query, deps.today())
    const years = force ? await reconcileYears(deps, force.slug, knownOn ? { knownOn } : {}) : undefined
    const rows = (years?.ok ? years.value : []).map(({ year, missing, street, recorded, result }): Cell[] => [
      ...[year, 12 - missing.length, street, recorded?.offences ?? null],
      ...[rounded(result?.difference), result?.verdict ?? 'not compared'],
      recorded?.files.map(({ name, publisher }) => `${publisher}, ${name}`).join('; ') ?? '',
    ])
    const head = ['year_to_march', 'months_held', 'street_level', 'recorded', 'difference_percent', 'verdict', 'source']
    return { type: CSV, body: toCsv(head, rows), fileName: 'crime-totals.csv' }
  },
})

/** Searches by ethnic group with their rates, ratios and find rates, each with its 95% interval. */
export const stopRatesFile = file('/stop-and-search/rates.csv', {
  permission: 'site:read',
  respond: async ({ deps, query }) => {
    const force = await ownForce(deps)
    const { knownOn } = askedDay(query, deps.today())
    const stops = force ? await stopsOfForce(deps, force, knownOn) : undefined
    const span = stops?.ok ? [stops.value.span.from, stops.value.span.to] : []
    const groups = stops?.ok ? stops.value.rates.groups : []
    const rows = groups.map(({ group, searches, people, rate, ratio, outcome, linked }): Cell[] => [
      ...[...span, group, searches, people, rounded(rate?.estimate)],
      ...[rounded(ratio?.estimate), rounded(ratio?.lower), rounded(ratio?.upper)],
      ...[outcome, linked].flatMap(({ count, of, share }) => [count, of, rounded(share && share.estimate * 100)]),
    ])
    const head = ['from', 'to', 'ethnic_group', 'searches', 'residents', 'per_1000', 'times_white', 'times_white_lower']
    const finds = ['any_outcome', 'any_outcome_of', 'any_outcome_percent', 'linked', 'linked_of', 'linked_percent']
    return { type: CSV, body: toCsv([...head, 'times_white_upper', ...finds], rows), fileName: 'stop-rates.csv' }
  },
})
