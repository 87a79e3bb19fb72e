import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isIsoDate } from '#kernel/dates.js'
import type { ExampleAction, ExampleBody, ExampleMeasure, ExampleNode, ExamplePlan } from './example-files.js'
import { exampleText, observationFiles, observations, withDescendants } from './example-files.js'

const read = (name: string) => JSON.parse(exampleText(name))
const body: ExampleBody = read('body.json')
const plans: Record<string, ExamplePlan> = { 'plan-2017': read('plan-2017.json'), 'plan-2021': read('plan-2021.json') }
const measures: ExampleMeasure[] = read('measures.json')
const actions: ExampleAction[] = read('delivery.json')
const organisations = new Map(body.organisations.map((organisation) => [organisation.key, organisation]))

const nodesOf = (plan: string): ExampleNode[] => plans[plan]?.nodes.flatMap(withDescendants) ?? []
const ofLevel = (nodes: ExampleNode[], level: string) => nodes.filter((node) => node.level === level)
const addresses = new Set(Object.keys(plans).flatMap((plan) => nodesOf(plan).map((node) => `${plan}/${node.key}`)))
const perTheme = (plan: string, level: string) =>
  plans[plan]?.nodes.map((theme) => ofLevel(withDescendants(theme), level).length)

/** The 27 business intelligence items of the 2017 plan, by theme, and the measure that answers each. */
const businessIntelligence: Record<string, string[]> = {
  victims: [
    'victims-satisfied-with-service',
    'mental-health-incidents-a-day',
    'restorative-justice-referrals',
    'outcomes-of-recorded-crimes',
    'hub-satisfaction',
    'crime-harm-index',
    'unsuccessful-prosecutions',
  ],
  offenders: [
    'recorded-crime-yearly',
    'drug-offences-yearly',
    'liaison-and-diversion',
    'incidents',
    'out-of-court-disposals',
    'outcomes-reached',
    'conviction-rate',
    're-offending',
    'new-entrants',
    'violence-with-injury-yearly',
  ],
  communities: [
    'dealing-with-issues',
    'feel-safe',
    'hate-crime',
    'perceived-anti-social-behaviour',
    'special-constables',
    'complaints',
    'answered-999',
    'killed-or-seriously-injured',
    'black-and-minority-ethnic-officers',
  ],
  transformation: ['net-budget-requirement'],
}

function assertUnique(keys: string[]): void {
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at)
  assert.deepEqual(twice, [])
  for (const key of keys) assert.match(key, /^[a-z0-9]+(-[a-z0-9]+)*$/)
}

describe('the plans of the example office', () => {
  it('hold the 2017 plan: four themes, 14 objectives, 40 priorities, an aim and a shared outcome a theme', () => {
    assert.deepEqual(perTheme('plan-2017', 'theme'), [1, 1, 1, 1])
    assert.deepEqual(perTheme('plan-2017', 'aim'), [1, 1, 1, 1])
    assert.deepEqual(perTheme('plan-2017', 'shared-outcome'), [1, 1, 1, 1])
    assert.deepEqual(perTheme('plan-2017', 'objective'), [3, 4, 3, 4])
    assert.deepEqual(perTheme('plan-2017', 'priority'), [9, 11, 10, 10])
  })

  it('hold the 2021 plan: five themes, one promise each, and 39 commitments', () => {
    assert.deepEqual(perTheme('plan-2021', 'what-we-will-do'), [1, 1, 1, 1, 1])
    assert.deepEqual(perTheme('plan-2021', 'how-we-will-achieve-this'), [8, 9, 7, 8, 7])
  })

  it('set each node at a level that belongs under its parent’s level', () => {
    for (const [name, plan] of Object.entries(plans)) {
      const parentOf = new Map(plan.levels.map((level) => [level.key, level.parent]))
      for (const node of nodesOf(name)) {
        for (const child of node.children) assert.equal(parentOf.get(child.level), node.level, child.key)
      }
    }
  })

  it('give a theme at most 14 words of text and a node at most 90 characters of title', () => {
    for (const plan of Object.keys(plans)) {
      const nodes = nodesOf(plan)
      for (const theme of ofLevel(nodes, 'theme')) assert.ok((theme.text ?? '').split(' ').length <= 14, theme.key)
      const labels = nodes.filter((node) => !['aim', 'shared-outcome', 'what-we-will-do'].includes(node.level))
      for (const node of labels) assert.ok(node.title.length <= 90, node.title)
    }
  })
})

describe('the measures of the example office', () => {
  it('answer all 27 business intelligence items, each informing its own theme', () => {
    const items = Object.entries(businessIntelligence).flatMap(([theme, keys]) => keys.map((key) => ({ theme, key })))
    assert.equal(items.length, 27)
    for (const { theme, key } of items) {
      const measure = measures.find((candidate) => candidate.key === key)
      assert.ok(measure?.informs.includes(`plan-2017/${theme}`), `${key} informs ${theme}`)
    }
  })

  it('say what they count, where it is from, who owns it and what to beware of', () => {
    for (const measure of measures) {
      for (const said of ['numerator', 'source', 'caveat', 'owner'] as const) assert.ok(measure[said], measure.key)
      assert.ok(organisations.has(measure.ownerOrganisation), measure.key)
      assert.ok(measure.unit === 'count' || measure.denominator, `${measure.key} has a base`)
    }
  })

  it('are published exactly when there is a figure to show', () => {
    const withFigures = new Set(observationFiles().flatMap((name) => observations(name).map((row) => row.measure)))
    for (const measure of measures) assert.equal(withFigures.has(measure.key), measure.publish, measure.key)
  })

  it('put forward three headline figures and give each 2021 theme two measures or more', () => {
    assert.equal(measures.filter((measure) => measure.headline).length, 3)
    for (const theme of plans['plan-2021']?.nodes ?? []) {
      const under = new Set(withDescendants(theme).map((node) => `plan-2021/${node.key}`))
      const informing = measures.filter((measure) => measure.publish && measure.informs.some((node) => under.has(node)))
      assert.ok(informing.length >= 2, theme.key)
    }
  })

  it('inform nodes that exist', () => {
    for (const node of measures.flatMap((measure) => measure.informs)) assert.ok(addresses.has(node), node)
  })
})

describe('the figures of the example office', () => {
  const rows = observationFiles().flatMap(observations)

  it('belong to a registered measure and stand once in their file for each period', () => {
    const known = new Set(measures.map((measure) => measure.key))
    for (const row of rows) assert.ok(known.has(row.measure ?? ''), row.measure)
    const places = observationFiles().flatMap((name) =>
      observations(name).map((row) => `${name} ${row.measure} ${row.period}`),
    )
    assert.deepEqual(
      places.filter((place, at) => places.indexOf(place) !== at),
      [],
    )
  })

  it('speak of periods of the kind that their measure has', () => {
    const kinds: Record<string, RegExp> = {
      month: /^\d{4}-\d{2}$/,
      quarter: /^\d{4}\/\d{2} Q[1-4]$/,
      'financial-year': /^\d{4}\/\d{2}$/,
      'calendar-year': /^\d{4}$/,
      'rolling-12-months': /^12m to \d{4}-\d{2}$/,
      'as-at': /^\d{4}-\d{2}-\d{2}$/,
    }
    for (const row of rows) {
      const measure = measures.find((candidate) => candidate.key === row.measure)
      assert.match(row.period ?? '', kinds[measure?.frequency ?? ''] ?? /never/, row.measure)
    }
  })

  it('have a value or a count, and a reason where one is missing', () => {
    for (const row of rows) {
      const place = `${row.measure} ${row.period}`
      if (row.status === 'missing') assert.ok(row.note && !row.numerator && !row.value, place)
      else assert.ok(Boolean(row.numerator) !== Boolean(row.value), place)
      assert.match(row.status ?? '', /^(final|provisional|estimated|missing)$/, place)
    }
  })

  it('each have a source with publisher, licence and attribution', () => {
    for (const name of observationFiles()) {
      const source: Record<string, string> = read(`observations/${name}.source.json`)
      for (const said of ['title', 'publisher', 'licence', 'attribution']) assert.ok(source[said], `${name}: ${said}`)
    }
    const { files }: { files: { name: string; sha256: string }[] } = read('observations/police-uk.source.json')
    const months = new Set(observations('police-uk').map((row) => row.period))
    assert.deepEqual(
      files.map((file) => file.name.split('/')[1]),
      [...months],
    )
    for (const file of files) assert.match(file.sha256, /^[0-9a-f]{64}$/)
  })
})

describe('the progress of the example office', () => {
  it('gives every 2021 commitment an action', () => {
    const acted = new Set(actions.map((action) => action.node))
    for (const node of ofLevel(nodesOf('plan-2021'), 'how-we-will-achieve-this')) {
      assert.ok(acted.has(`plan-2021/${node.key}`), node.key)
    }
  })

  it('hangs every action on a node that holds actions', () => {
    for (const action of actions) {
      const [plan = '', key] = action.node.split('/')
      const level = nodesOf(plan).find((node) => node.key === key)?.level
      assert.ok(plans[plan]?.levels.find((candidate) => candidate.key === level)?.holdsActions, action.key)
    }
  })

  it('leaves some actions without an owner or a timely update, for the lists that show them', () => {
    const current = actions.filter((action) => action.node.startsWith('plan-2021/'))
    const stale = current.filter(
      (action) => !action.updates.some((update) => update.publish && update.on > '2025-01-28'),
    )
    assert.ok(current.filter((action) => action.lead === null).length >= 2)
    assert.ok(stale.some((action) => action.lead))
  })

  it('completes only milestones of the same action, once, and with evidence', () => {
    for (const action of actions) {
      const completed = action.updates.flatMap((update) => update.completes)
      const own = new Set(action.milestones.map((milestone) => milestone.key))
      for (const milestone of completed) assert.ok(own.has(milestone), milestone)
      assert.equal(new Set(completed).size, completed.length, action.key)
      for (const update of action.updates.filter((one) => one.completes.length > 0)) {
        assert.ok(update.evidence.length > 0, `${action.key} on ${update.on}`)
      }
    }
  })

  it('speaks of nothing after the day on which the office is shown', () => {
    for (const update of actions.flatMap((action) => action.updates)) {
      assert.ok(update.on <= body.body.demonstrationDate, update.on)
    }
  })

  it('keeps milestones within the time of their action', () => {
    for (const action of actions) {
      for (const milestone of action.milestones) {
        assert.ok(action.startsOn <= milestone.dueOn && milestone.dueOn <= action.dueOn, milestone.key)
      }
    }
  })
})

describe('the organisations of the example office', () => {
  it('were there on the day on which a plan or an action names them', () => {
    const wasThere = (key: string, on: string) => {
      const body = organisations.get(key)
      return body !== undefined && body.from <= on && (body.until === null || on <= body.until)
    }
    for (const [name, plan] of Object.entries(plans)) {
      const named = nodesOf(name).flatMap((node) => [node.lead, ...node.supporting.map((one) => one.organisation)])
      for (const key of named) assert.ok(key === null || wasThere(key, plan.publishedOn), `${key} in ${name}`)
    }
    for (const action of actions) {
      for (const key of [action.lead, ...action.partners])
        assert.ok(key === null || wasThere(key, action.startsOn), action.key)
    }
  })
})

describe('the keys and dates of the example office', () => {
  it('are unique, and fit to stand in an address', () => {
    for (const plan of Object.keys(plans)) assertUnique(nodesOf(plan).map((node) => node.key))
    assertUnique(measures.map((measure) => measure.key))
    assertUnique(actions.map((action) => action.key))
    assertUnique(actions.flatMap((action) => action.milestones.map((milestone) => milestone.key)))
    assertUnique(body.organisations.map((organisation) => organisation.key))
    assertUnique(body.areas.map((area) => area.key))
  })

  it('are real dates wherever a date stands', () => {
    const files = ['body', 'plan-2017', 'plan-2021', 'plan-2021-changes', 'measures', 'delivery', 'reports']
    const dates = files.flatMap((name) => exampleText(`${name}.json`).match(/"\d{4}-\d{2}-\d{2}"/g) ?? [])
    assert.ok(dates.length > 300)
    for (const date of dates) assert.ok(isIsoDate(date.slice(1, -1)), date)
  })
})
