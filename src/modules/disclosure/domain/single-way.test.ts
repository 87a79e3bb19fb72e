import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { recovered } from './attack.js'
import type { SmallFigure } from './figures.js'
import { type Range, tablesOf } from './ranges.js'
import { singleWay } from './single-way.js'
import { asSeen, withheldFigures } from './withheld.js'

const RULE = { showsZero: true }

/** A table of kinds by areas with all its totals, as one month's figures. */
function wideTable(numbers: readonly (readonly number[])[]) {
  const months = { from: '2025-03-01', until: '2025-03-31', known: '2025-04-10', family: '', base: null, below: 5 }
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
  const areas = (numbers[0] ?? []).map((_, at) => `E07${String(at).padStart(6, '0')}`)
  const row = (series: string, counts: readonly number[]): SmallFigure[] => [
    ...counts.map((count, at) => ({ ...months, id: `${series} ${at}`, series, area: areas[at] ?? '', count })),
    { ...months, id: `${series} all`, series, area: '', count: sum(counts) },
  ]
  const kinds = numbers.map((_, at) => `kind${at}`)
  const totals = areas.map((_, at) => sum(numbers.map((counts) => counts[at] ?? 0)))
  const figures = [...numbers.flatMap((counts, at) => row(kinds[at] ?? '', counts)), ...row('whole', totals)]
  return { figures, sums: [{ whole: 'whole', parts: kinds }] }
}

const amounts = fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 9, max: 60 }))
const tables = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 3, max: 9 }))
  .chain(([kinds, areas]) =>
    fc.array(fc.array(amounts, { minLength: areas, maxLength: areas }), { minLength: kinds, maxLength: kinds }),
  )

it('leaves no small number of a wide table to be worked out, and withholds not all of it', () => {
  fc.assert(
    fc.property(tables, (numbers) => {
      const { figures, sums } = wideTable(numbers)
      const hidden = withheldFigures(figures, sums, RULE)
      const seen = asSeen(figures, sums, hidden)
      const small = new Set(figures.filter(({ count }) => (count ?? 0) > 0 && (count ?? 0) < 5).map(({ id }) => id))
      for (const id of small) assert.ok(hidden.has(id))
      const told = recovered(seen).filter(({ id }) => small.has(id.replace(/ count$/, '')))
      assert.deepEqual(told, [])
    }),
    { numRuns: 60, seed: 11 },
  )
})

it('finds the four corners of a rectangle, the cheapest of them', () => {
  const cell = (id: string, amount: number) => ({ id, figure: id, amount, below: null })
  const cells = [cell('a', 3), cell('b', 9), cell('c', 9), cell('d', 9), cell('e', 50), cell('f', 50)]
  const sums = [
    ['a', 'b', 'e'],
    ['c', 'd', 'f'],
    ['a', 'c'],
    ['b', 'd'],
    ['e', 'f'],
  ]
  const relations = sums.map((ids) => ({ terms: ids.map((id) => [id, 1] as const) }))
  const tables = tablesOf(cells, relations, RULE)
  const [own] = cells
  assert.ok(own)
  const way = (by: number, most: Range['most']) =>
    singleWay(tables, { cell: own, by, costOf: ({ amount }) => (amount > most ? undefined : amount) })?.map(
      ({ id }) => id,
    )
  assert.deepEqual(way(2, 100)?.sort(), ['b', 'c', 'd'])
  assert.equal(way(20, 100), undefined)
  assert.equal(way(2, 8), undefined)
})
