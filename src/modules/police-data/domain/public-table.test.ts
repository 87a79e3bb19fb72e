import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { recovered } from '#modules/disclosure/index.js'
import { cellKey, cellOf, type PlaceTable, withheldCells, withheldTotals } from './public-table.js'

const totalOf = ({ cells }: PlaceTable, place: string): number =>
  [...(cells.get(place)?.values() ?? [])].reduce((total, count) => total + count, 0)

const RULE = { below: 5, showsZero: true }

function tableOf(rows: readonly (readonly number[])[]): PlaceTable {
  const columns = (rows[0] ?? []).map((_, at) => `c${at}`)
  const cells = rows.map((row, at) => [`p${at}`, new Map(row.map((count, of) => [`c${of}`, count]))] as const)
  return { places: rows.map((_, at) => `p${at}`), columns, cells: new Map(cells) }
}

function withheldIn(table: PlaceTable) {
  const totals = withheldTotals(new Map(table.places.map((place) => [place, totalOf(table, place)])), RULE)
  return { totals, cells: withheldCells(table, totals, RULE) }
}

/** What anyone knows of a table: what is shown, its totals, and that a withheld number is no nought. */
function seen(table: PlaceTable) {
  const { totals, cells } = withheldIn(table)
  const amount = (place: string, column: string) => cellOf(table, place, column)
  const shown = table.places.flatMap((place) =>
    table.columns.map((column) => {
      const isHidden = cells.has(cellKey(place, column))
      // Noughts are withheld only where all is, or all of the place.
      const least = totals.has(place) || cells.size === table.places.length * table.columns.length ? 0 : 1
      return { id: cellKey(place, column), amount: isHidden ? null : amount(place, column), least, isPublished: true }
    }),
  )
  const sums = table.places.map((place) => {
    return { id: place, amount: totals.has(place) ? null : totalOf(table, place), least: 0, isPublished: true }
  })
  const columnSums = table.columns.map((column) => {
    const all = table.places.reduce((sum, place) => sum + amount(place, column), 0)
    return { id: column, amount: all, least: 0, isPublished: true }
  })
  const relations = [
    ...table.places.map((place) => ({
      terms: [...table.columns.map((column) => [cellKey(place, column), 1] as const), [place, -1] as const],
    })),
    ...table.columns.map((column) => ({
      terms: [...table.places.map((place) => [cellKey(place, column), 1] as const), [column, -1] as const],
    })),
  ]
  return { cells: [...shown, ...sums, ...columnSums], relations }
}

describe('a table of small places', () => {
  it('withholds a small number with three others, so that no total gives it away', () => {
    const table = tableOf([
      [3, 20, 40],
      [30, 25, 50],
      [60, 70, 80],
    ])
    const { cells, totals } = withheldIn(table)
    assert.equal(totals.size, 0)
    assert.deepEqual([...cells].sort(), ['p0\nc0', 'p0\nc1', 'p1\nc0', 'p1\nc1'])
  })

  it('shows all where nothing is small, and shows nought', () => {
    assert.equal(
      withheldIn(
        tableOf([
          [10, 0],
          [20, 30],
        ]),
      ).cells.size,
      0,
    )
  })

  it('withholds a place whole when its total is small, and another total with it', () => {
    const { totals, cells } = withheldIn(
      tableOf([
        [2, 1],
        [20, 30],
        [40, 50],
      ]),
    )
    assert.ok(totals.has('p0') && totals.size >= 2)
    assert.ok([...totals].every((place) => cells.has(cellKey(place, 'c0')) && cells.has(cellKey(place, 'c1'))))
  })

  it('withholds everything where no rectangle would protect', () => {
    assert.equal(
      withheldIn(
        tableOf([
          [1, 30],
          [0, 40],
        ]),
      ).cells.size,
      4,
    )
  })

  it('lets nobody work out a small number', () => {
    const count = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 60 }))
    const row = fc.array(count, { minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(fc.array(row, { minLength: 3, maxLength: 6 }), (rows) => {
        const table = tableOf(rows)
        const small = new Set(
          table.places.flatMap((place) =>
            table.columns
              .filter((column) => [1, 2, 3, 4].includes(cellOf(table, place, column)))
              .map((c) => cellKey(place, c)),
          ),
        )
        assert.deepEqual(
          recovered(seen(table)).filter(({ id }) => small.has(id)),
          [],
        )
      }),
      { numRuns: 200 },
    )
  })
})
