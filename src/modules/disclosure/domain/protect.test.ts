import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { attack, recovered } from './attack.js'
import { type Cell, isSmall, type Problem, type Relation, type Rule } from './problem.js'
import { protect } from './protect.js'

const RULE: Rule = { showsZero: true }

/** A table of rows and columns with all totals, as cells and relations. */
function tableOf(name: string, numbers: readonly (readonly number[])[], below = 5): Problem {
  const cells = new Map<string, Cell>()
  const relations: Relation[] = []
  const cell = (row: string, column: string, amount: number) => {
    const id = `${name} ${row} ${column}`
    cells.set(id, { id, figure: id, amount, below })
    return id
  }
  const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0)
  const ids = numbers.map((row, at) => row.map((amount, column) => cell(`r${at}`, `c${column}`, amount)))
  const rowTotals = numbers.map((row, at) => cell(`r${at}`, 'all', sum(row)))
  const columns = numbers[0]?.map((_, column) => column) ?? []
  const columnTotals = columns.map((column) => cell('all', `c${column}`, sum(numbers.map((row) => row[column] ?? 0))))
  const whole = cell('all', 'all', sum(numbers.flat()))
  const adds = (parts: readonly string[], total: string) =>
    relations.push({ terms: [...parts.map((id) => [id, 1] as const), [total, -1]] })
  for (const [at, row] of ids.entries()) adds(row, rowTotals[at] ?? '')
  for (const column of columns)
    adds(
      ids.map((row) => row[column] ?? ''),
      columnTotals[column] ?? '',
    )
  adds(rowTotals, whole)
  adds(columnTotals, whole)
  return { cells: [...cells.values()], relations }
}

/** What the public sees of the tables when these figures are withheld. */
function seenOf({ cells, relations }: Problem, hidden: ReadonlySet<string>, { showsZero }: Rule = RULE) {
  return {
    relations,
    cells: cells.map(({ id, figure, amount }) => {
      const isHidden = figure === null || hidden.has(figure)
      return { id, amount: isHidden ? null : amount, least: showsZero ? 1 : 0, isPublished: figure !== null }
    }),
  }
}

const seed = 20260101

describe('withholding small numbers', () => {
  it('withholds one small number with another of its row and column, and the corner that closes the ring', () => {
    const problem = tableOf('t', [
      [20, 50, 10],
      [8, 19, 22],
      [17, 3, 12],
    ])
    const hidden = protect(problem, RULE)
    assert.equal(hidden.size, 4)
    assert.ok(hidden.has('t r2 c1'))
    assert.deepEqual(recovered(seenOf(problem, hidden)), [])
  })

  it('withholds nothing where nothing is small, and shows nought where the rule says so', () => {
    assert.equal(
      protect(
        tableOf('t', [
          [20, 50],
          [0, 19],
        ]),
        RULE,
      ).size,
      0,
    )
    assert.ok(
      protect(
        tableOf('t', [
          [20, 50],
          [0, 19],
        ]),
        { showsZero: false },
      ).size >= 4,
    )
  })

  it('lets two small numbers hide each other where their total is large enough', () => {
    const problem = tableOf('t', [[3, 4, 40]])
    const hidden = protect(problem, RULE)
    assert.ok(hidden.has('t r0 c0') && hidden.has('t r0 c1'))
    assert.ok(!hidden.has('t all all') || !hidden.has('t r0 c2'))
    for (const { id, least, most } of attack(seenOf(problem, hidden))) assert.ok(most - least >= 4, id)
  })

  it('closes the way from a later release that adds one number to an earlier one', () => {
    // Parts of a whole, published twice: only one part was revised, so the difference of the two wholes is its revision.
    const first = { id: 'a', figure: 'a', amount: 3, below: 5 }
    const cells: Cell[] = [
      first,
      { id: 'b', figure: 'b', amount: 40, below: 5 },
      { id: 'b2', figure: 'b2', amount: 44, below: 5 },
      { id: 'whole', figure: 'whole', amount: 43, below: 5 },
      { id: 'whole2', figure: 'whole2', amount: 47, below: 5 },
    ]
    const relations: Relation[] = [
      {
        terms: [
          ['a', 1],
          ['b', 1],
          ['whole', -1],
        ],
      },
      {
        terms: [
          ['a', 1],
          ['b2', 1],
          ['whole2', -1],
        ],
      },
    ]
    const problem = { cells, relations }
    const hidden = protect(problem, RULE)
    assert.deepEqual(recovered(seenOf(problem, hidden)), [])
    assert.ok(hidden.has('b2') || hidden.has('whole2'))
    assert.ok(hidden.has('b') || hidden.has('whole'))
  })

  it('keeps 500 random sets of linked tables from an attacker, and one figure fewer withheld tells a small number', () => {
    const weakened: boolean[] = []
    fc.assert(
      fc.property(linkedTables(), fc.boolean(), (problem, showsZero) => {
        const rule = { showsZero }
        const hidden = protect(problem, rule)
        const small = new Set(problem.cells.filter((cell) => isSmall(cell, rule)).map(({ figure }) => figure))
        for (const figure of small) assert.ok(hidden.has(figure ?? ''))
        assert.deepEqual(toldOf(problem, hidden, rule), [])
        for (const figure of [...hidden].filter((each) => !small.has(each)).slice(0, 3)) {
          const fewer = new Set([...hidden].filter((each) => each !== figure))
          weakened.push(toldOf(problem, fewer, rule).length > 0)
        }
      }),
      { numRuns: 500, seed },
    )
    const told = weakened.filter((each) => each).length
    assert.ok(weakened.length > 300, `only ${weakened.length} were weakened`)
    assert.ok(told / weakened.length > 0.9, `${told} of ${weakened.length} weakened sets told a small number`)
  })

  it('leaves every small number all its possible values, counted out one by one in small tables', () => {
    const amount = fc.integer({ min: 0, max: 7 })
    const table = fc.array(fc.tuple(amount, amount, amount), { minLength: 2, maxLength: 2 })
    fc.assert(
      fc.property(table, fc.boolean(), (numbers, showsZero) => {
        const rule = { showsZero }
        const problem = tableOf('t', numbers, 3)
        const hidden = protect(problem, rule)
        fc.pre(problem.cells.filter(({ id }) => hidden.has(id) && isInner(id)).length <= 4)
        const possible = everyPossible(problem, hidden, rule)
        for (const cell of problem.cells.filter((each) => isSmall(each, rule))) {
          const values = new Set(possible.map((each) => each.get(cell.id)))
          // Where nought is shown, a total of two withheld numbers is 2 at least, whatever is done.
          const lowest = showsZero ? cell.amount : 0
          for (let value = lowest; value <= 3; value += 1) assert.ok(values.has(value), `${cell.id} ${value}`)
          assert.ok(values.size > 1)
        }
      }),
      { numRuns: 150, seed },
    )
  })
})

/** The small numbers that an attacker can tell from what is shown, and any withheld number that is known exactly. */
function toldOf(problem: Problem, hidden: ReadonlySet<string>, rule: Rule): string[] {
  const byId = new Map(problem.cells.map((cell) => [cell.id, cell]))
  return attack(seenOf(problem, hidden, rule)).flatMap(({ id, least, most }) => {
    const cell = byId.get(id)
    const isKnownSmall = cell && isSmall(cell, rule) && most < (cell.below ?? 0)
    return least === most || isKnownSmall ? [id] : []
  })
}

const isInner = (id: string) => /r\d c\d/.test(id)

/** All tables of two rows and three columns that look the same to the public, up to tens. */
function everyPossible(problem: Problem, hidden: ReadonlySet<string>, { showsZero }: Rule): Map<string, number>[] {
  const inner = problem.cells.filter(({ id }) => isInner(id))
  const found: Map<string, number>[] = []
  const choose = (chosen: Map<string, number>) => {
    const next = inner[chosen.size]
    if (!next) {
      const all = completed(chosen)
      if (problem.cells.every(({ id, amount }) => fits(id, amount, all.get(id) ?? 0))) found.push(all)
      return
    }
    const values = hidden.has(next.id) ? Array.from({ length: 10 }, (_, at) => at) : [next.amount]
    for (const value of values) choose(new Map([...chosen, [next.id, value]]))
  }
  const fits = (id: string, amount: number, value: number) =>
    hidden.has(id) ? value >= (showsZero ? 1 : 0) : value === amount
  choose(new Map())
  return found
}

function completed(inner: ReadonlyMap<string, number>): Map<string, number> {
  const all = new Map(inner)
  const add = (id: string, value: number) => all.set(id, (all.get(id) ?? 0) + value)
  for (const [id, value] of inner) {
    const [, row = '', column = ''] = id.split(' ')
    add(`t ${row} all`, value)
    add(`t all ${column}`, value)
    add('t all all', value)
  }
  return all
}

/** Two or three tables of areas by kinds, the kinds' totals adding up to one more table, with small numbers planted. */
function linkedTables(): fc.Arbitrary<Problem> {
  const amount = fc.oneof(
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 4 }) },
    { weight: 4, arbitrary: fc.integer({ min: 5, max: 300 }) },
  )
  return fc
    .record({
      rows: fc.integer({ min: 2, max: 5 }),
      columns: fc.integer({ min: 2, max: 4 }),
      tables: fc.integer({ min: 1, max: 3 }),
    })
    .chain(({ rows, columns, tables }) => {
      const row = fc.array(amount, { minLength: columns, maxLength: columns })
      const table = fc.array(row, { minLength: rows, maxLength: rows })
      return fc.array(table, { minLength: tables, maxLength: tables })
    })
    .map((tables) => {
      const parts = tables.map((numbers, at) => tableOf(`t${at}`, numbers))
      if (parts.length === 1) return parts[0] ?? { cells: [], relations: [] }
      const [first = []] = tables
      const wholes = first.map((row, at) =>
        row.map((_, column) => tables.reduce((sum, each) => sum + (each[at]?.[column] ?? 0), 0)),
      )
      const whole = tableOf('all', wholes)
      const linking = whole.cells.map(({ id }) => ({
        terms: [[id, -1] as const, ...parts.map((_, at) => [id.replace(/^all/, `t${at}`), 1] as const)],
      }))
      return {
        cells: [...parts.flatMap(({ cells }) => cells), ...whole.cells],
        relations: [...parts.flatMap(({ relations }) => relations), ...whole.relations, ...linking],
      }
    })
}
