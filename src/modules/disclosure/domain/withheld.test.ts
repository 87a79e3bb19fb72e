import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { recovered } from './attack.js'
import type { SmallFigure } from './figures.js'
import { asSeen, withheldFigures } from './withheld.js'

const RULE = { showsZero: true }
const MARCH = { from: '2025-03-01', until: '2025-03-31' }

function aFigure(id: string, change: Partial<SmallFigure> = {}): SmallFigure {
  const common = { series: 'victims', family: '', area: '', known: '2025-04-10', count: 40, base: null, below: 5 }
  return { id, ...MARCH, ...common, ...change }
}

const counts = (entries: Readonly<Record<string, number>>, change: Partial<SmallFigure> = {}) =>
  Object.entries(entries).map(([area, count]) =>
    aFigure(`${area || 'all'}${change.known ?? ''}`, { area, count, ...change }),
  )

const names = (hidden: ReadonlySet<string>) => [...hidden].sort()

describe('what the public is not shown of figures', () => {
  it('is a small number alone where nothing adds up', () => {
    assert.deepEqual(
      names(withheldFigures([aFigure('a', { count: 3 }), aFigure('b', { series: 'other' })], [], RULE)),
      ['a'],
    )
  })

  it('is a second district too where districts add up to the whole', () => {
    const figures = counts({ '': 60, E07000008: 3, E07000009: 21, E07000010: 36 })
    assert.deepEqual(names(withheldFigures(figures, [], RULE)), ['E07000008', 'E07000009'])
  })

  it('is one district alone where what has no place leaves room enough, and two where it does not', () => {
    const roomy = counts({ '': 100, E07000008: 3, E07000009: 21, E07000010: 36 })
    assert.deepEqual(names(withheldFigures(roomy, [], RULE)), ['E07000008'])
    const tight = counts({ '': 61, E07000008: 3, E07000009: 21, E07000010: 36 })
    assert.equal(withheldFigures(tight, [], RULE).size, 2)
  })

  it('is the share where few are in it, and where few are not', () => {
    const share = (id: string, count: number) => aFigure(id, { series: id, count, base: 100 })
    const figures = [share('few', 2), share('most', 97), share('half', 50), share('all', 100), share('none', 0)]
    assert.deepEqual(names(withheldFigures(figures, [], RULE)), ['few', 'most'])
  })

  it('is as much as it takes when a whole and its parts are measures of their own, months against a year', () => {
    const month = (at: number) => `2024-${String(at).padStart(2, '0')}`
    const last = (at: number) => new Date(Date.UTC(2024, at, 0)).toISOString().slice(0, 10)
    const months = Array.from({ length: 12 }, (_, at) =>
      aFigure(`m${at + 1}`, {
        series: 'monthly',
        from: `${month(at + 1)}-01`,
        until: last(at + 1),
        count: at === 4 ? 2 : 20 + at,
      }),
    )
    const year = aFigure('year', {
      series: 'yearly',
      from: '2024-01-01',
      until: '2024-12-31',
      count: months.reduce((sum, { count }) => sum + (count ?? 0), 0),
    })
    const sums = [{ whole: 'yearly', parts: ['monthly'] }]
    const hidden = withheldFigures([...months, year], sums, RULE)
    assert.equal(hidden.size, 2)
    assert.ok(hidden.has('m5'))
    assert.ok(!hidden.has('year'))
    assert.deepEqual(recovered(asSeen([...months, year], sums, hidden)), [])
  })

  it('is one part more where a measure is plainly the sum of others, although nobody said so', () => {
    const months = ['01', '02', '03', '04']
    const told = (series: string, counts: readonly number[]) =>
      counts.map((count, at) =>
        aFigure(`${series}${at}`, {
          series,
          family: 'month crimes',
          count,
          from: `2025-${months[at]}-01`,
          until: `2025-${months[at]}-28`,
        }),
      )
    const pair = [
      ...told('all', [60, 71, 52, 43]),
      ...told('urban', [50, 60, 49, 33]),
      ...told('rural', [10, 11, 3, 10]),
    ]
    const hidden = withheldFigures(pair, [], RULE)
    assert.ok(hidden.has('rural2') && hidden.size === 2, names(hidden).join())
    const others = [
      ...told('all', [60, 71, 52, 43]),
      ...told('urban', [50, 60, 49, 34]),
      ...told('rural', [10, 11, 3, 10]),
    ]
    assert.deepEqual(names(withheldFigures(others, [], RULE)), ['rural2'])
    const three = [
      ...told('all', [9, 8, 7, 9]),
      ...told('a', [2, 7, 6, 6]),
      ...told('b', [6, 6, 8, 9]),
      ...told('whole', [17, 21, 21, 24]),
    ]
    assert.equal(withheldFigures(three, [], RULE).size, 2)
  })

  it('is one more where months plainly make quarters, or two measures count the same, although nobody said so', () => {
    const day = (month: number, of: number) => new Date(Date.UTC(2024, month, of)).toISOString().slice(0, 10)
    const told = (series: string, months: number, numbers: readonly number[], base: number | null = null) =>
      numbers.map((count, at) => {
        const [from, until] = [day(at * months, 1), day((at + 1) * months, 0)]
        return aFigure(`${series}${at}`, { series, family: `${months}-month ${series}`, count, base, from, until })
      })
    const months = told('monthly', 1, [12, 9, 3, 11, 8, 14, 7, 6, 15, 10, 9, 8])
    const quarters = told('quarterly', 3, [24, 33, 28, 27])
    const hidden = withheldFigures([...months, ...quarters], [], RULE)
    assert.ok(hidden.has('monthly2') && hidden.size === 2, names(hidden).join())
    assert.deepEqual(recovered(asSeen([...months, ...quarters], [], hidden)), [])
    const shares = told('share', 1, [12, 9, 3, 11, 8, 14, 7, 6, 15, 10, 9, 8], 400)
    const both = withheldFigures([...months, ...quarters, ...shares], [], RULE)
    assert.deepEqual(recovered(asSeen([...months, ...quarters, ...shares], [], both)), [])
    assert.ok(both.has('monthly2') && both.has('share2') && both.size >= 3, names(both).join())
    const unlike = told('quarterly', 3, [24, 33, 28, 26])
    assert.deepEqual(names(withheldFigures([...months, ...unlike], [], RULE)), ['monthly2'])
  })

  it('is taken apart where years, kinds and areas tie more numbers together than can be weighed at once', () => {
    const { figures, sums } = tiedTables({ kinds: 6, areas: 40 })
    assert.ok(figures.length > 3000)
    const hidden = withheldFigures(figures, sums, RULE)
    const small = figures.filter(({ count }) => (count ?? 0) > 0 && (count ?? 0) < 5)
    assert.ok(small.length > 50 && small.every(({ id }) => hidden.has(id)))
    assert.ok(hidden.size < figures.length / 3, `${hidden.size} of ${figures.length} are withheld`)
    const { cells, relations } = asSeen(figures, sums, hidden)
    assert.deepEqual(recovered({ cells, relations }), [])
  })

  it('leaves what an earlier release told, and withholds the new instead', () => {
    const first = counts({ '': 60, E07000008: 9, E07000009: 21, E07000010: 30 }, { known: '2025-04-10' })
    const later = counts({ '': 54, E07000008: 3 }, { known: '2025-05-10' })
    const hidden = withheldFigures([...first, ...later], [], RULE)
    assert.deepEqual(names(hidden), ['E070000082025-05-10', 'all2025-05-10'])
  })

  it('lets nobody recover a small number from any mixture of areas, kinds, shares and releases', () => {
    fc.assert(
      fc.property(anOffice(), fc.boolean(), ({ figures, sums }, showsZero) => {
        const hidden = withheldFigures(figures, sums, { showsZero })
        for (const { id, count, below } of figures) {
          if (count !== null && count > 0 && below !== null && count < below) assert.ok(hidden.has(id))
        }
        const small = new Set(
          figures.filter(({ count, below }) => (count ?? 0) < (below ?? 0)).map(({ id }) => `${id} count`),
        )
        assert.deepEqual(
          recovered(asSeen(figures, sums, hidden)).filter(({ id }) => small.has(id)),
          [],
        )
      }),
      { numRuns: 150, seed: 7 },
    )
  })
})

/** Two kinds and their sum, in districts and the whole, in one to three releases of which later ones revise some. */
/** Months and years of kinds of crime and of all kinds, in districts and in the whole area: everything adds up. */
function tiedTables({ kinds, areas }: { readonly kinds: number; readonly areas: number }) {
  const codes = Array.from({ length: areas }, (_, at) => `E07000${String(at + 100)}`)
  const named = Array.from({ length: kinds }, (_, at) => `kind${at}`)
  const amounts = new Map<string, number>()
  const add = (series: string, area: string, month: number, count: number) => {
    for (const [kind, place, time] of [series, 'all'].flatMap((kind) =>
      [area, ''].flatMap((place) => [`m${month}`, 'year'].map((time) => [kind, place, time] as const)),
    )) {
      const key = `${kind} ${place} ${time}`
      amounts.set(key, (amounts.get(key) ?? 0) + count)
    }
  }
  let seed = 7
  const next = () => {
    seed = (seed * 16807) % 2147483647
    return seed / 2147483647
  }
  for (const series of named)
    for (const area of codes)
      for (let month = 1; month <= 12; month += 1) {
        add(series, area, month, next() < 0.04 ? 1 + Math.floor(next() * 4) : 20 + Math.floor(next() * 60))
      }
  const figures = [...amounts].map(([key, count]) => {
    const [kind = '', area = '', time = ''] = key.split(' ')
    const month = time === 'year' ? '12' : time.slice(1).padStart(2, '0')
    const last = new Date(Date.UTC(2024, Number(month), 0)).toISOString().slice(0, 10)
    const days =
      time === 'year' ? { from: '2024-01-01', until: '2024-12-31' } : { from: `2024-${month}-01`, until: last }
    const series = time === 'year' ? `${kind}-year` : kind
    return aFigure(key, { series, area, count, ...days, family: time === 'year' ? 'year crimes' : 'month crimes' })
  })
  const sums = [
    { whole: 'all', parts: named },
    ...['all', ...named].map((kind) => ({ whole: `${kind}-year`, parts: [kind] })),
  ]
  return { figures, sums }
}

function anOffice() {
  const amount = fc.oneof(
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 6 }) },
    { weight: 3, arbitrary: fc.integer({ min: 7, max: 90 }) },
  )
  const table = fc.array(fc.tuple(amount, amount), { minLength: 2, maxLength: 4 })
  return fc
    .tuple(table, fc.array(fc.tuple(fc.nat(), amount), { maxLength: 2 }), fc.integer({ min: 0, max: 8 }))
    .map(([first, edits, unplaced]) => {
      const figures: SmallFigure[] = []
      const told = new Map<string, number>()
      const tell = (series: string, area: string, count: number, release: number) => {
        if (told.get(`${series} ${area}`) === count) return
        told.set(`${series} ${area}`, count)
        figures.push(aFigure(`${series} ${area} ${release}`, { series, area, count, known: `2025-0${release + 1}-10` }))
      }
      const rows = first.map((row) => [...row])
      for (const [release, edit] of [undefined, ...edits].entries()) {
        const row = edit && rows[edit[0] % rows.length]
        if (row && edit) row[0] = edit[1]
        for (const [at, [adults = 0, children = 0]] of rows.entries()) {
          tell('adults', `E0700000${at}`, adults, release)
          tell('children', `E0700000${at}`, children, release)
          tell('victims', `E0700000${at}`, adults + children, release)
        }
        const sum = (kind: number) => rows.reduce((all, each) => all + (each[kind] ?? 0), 0)
        tell('adults', '', sum(0) + unplaced, release)
        tell('children', '', sum(1), release)
        tell('victims', '', sum(0) + sum(1) + unplaced, release)
      }
      return { figures, sums: [{ whole: 'victims', parts: ['adults', 'children'] }] }
    })
}
