import type { Grid, GridCell, GridRow } from '#modules/tables/index.js'

/** Council tax that should follow from Band D: a band by its ninths, or the precept by the tax base. */
export type TaxFact = {
  cell: GridCell
  from: GridCell[]
  expected: number
  isRight: boolean
  rule: string
  working: string
}

/** Ninths of Band D for each valuation band (Local Government Finance Act 1992, section 5). */
const ninths: Record<string, number> = { A: 6, B: 7, C: 8, D: 9, E: 11, F: 13, G: 15, H: 18 }

/** Checks the bands of council tax against Band D, and the precept against tax base times Band D. */
export function councilTaxFacts(grid: Grid): TaxFact[] {
  return grid.headers.flatMap((_, column) => [...bandFacts(grid, column), ...preceptFacts(grid, column)])
}

const bandOf = (row: GridRow) =>
  /^(?:council tax )?(?:band\s+)?([A-H])\b(?:\s*\(.*\))?$/i.exec(row.label.trim())?.[1]?.toUpperCase()

function bandFacts(grid: Grid, column: number): TaxFact[] {
  const bands = grid.rows.flatMap((row) => {
    const [band, cell] = [bandOf(row), row.cells[column]]
    return band && cell?.number && cell.number.step < 1 ? [{ band, cell, value: cell.number.value }] : []
  })
  const bandD = bands.find((one) => one.band === 'D')
  if (!bandD || bands.length < 5) return []
  const facts = bands
    .filter((one) => one !== bandD)
    .map((one): TaxFact => {
      const share = ninths[one.band] ?? 9
      const expected = Math.round((bandD.value * share * 100) / 9) / 100
      return {
        cell: one.cell,
        from: [bandD.cell],
        expected,
        isRight: Math.abs(one.value - expected) <= 0.0151,
        rule: `Band ${one.band} is ${share} ninths of Band D`,
        working: `${bandD.value.toFixed(2)} × ${share} ÷ 9 = ${expected.toFixed(2)}`,
      }
    })
  if (facts.filter((fact) => fact.isRight).length * 2 >= facts.length) return facts
  return bandDFrom(bands, bandD)
}

type Band = { band: string; cell: GridCell; value: number }

/** Where Band D alone is wrong, the other bands agree on another. */
function bandDFrom(bands: readonly Band[], bandD: Band): TaxFact[] {
  const others = bands.filter((one) => one !== bandD)
  const wholes = others.map(({ band, value }) => (value * 9) / (ninths[band] ?? 9))
  const expected = Math.round((wholes.toSorted((one, two) => one - two)[wholes.length >> 1] ?? 0) * 100) / 100
  const fitting = others.filter(
    ({ band, value }) => Math.abs(value - (expected * (ninths[band] ?? 9)) / 9) <= CLOSE * (ninths[band] ?? 9),
  )
  if (fitting.length < 4 || fitting.length < others.length) return []
  const rule = 'the other bands are ninths of another Band D'
  const working = `${others[0]?.cell.text.trim()} × 9 ÷ ${ninths[others[0]?.band ?? 'D']} = ${expected.toFixed(2)}`
  return [{ cell: bandD.cell, from: others.map(({ cell }) => cell), expected, isRight: false, rule, working }]
}

/** A penny's rounding of a ninth. */
const CLOSE = 0.002

function preceptFacts(grid: Grid, column: number): TaxFact[] {
  const named = (name: RegExp) =>
    grid.rows.find((row) => name.test(row.label) && row.cells[column]?.number)?.cells[column]
  const base = named(/\btax ?base\b/i)
  const bandD = named(/^(?!.*\b(?:base|homes|properties|dwellings|equivalents?)\b).*\bband d\b/i)
  const precept = named(/\bprecept\b(?!.*(?:increase|change|band))/i)
  if (!base?.number || !bandD?.number || !precept?.number || bandD.number.step >= 1) return []
  const expected = base.number.value * bandD.number.value
  const scale = [1, 1000, 1_000_000].find((one) => ratioIsNear(precept.number?.value ?? 0, expected / one)) ?? 0
  if (scale === 0) return []
  const slack =
    (base.number.value * bandD.number.step) / 2 +
    (scale * precept.number.step) / 2 +
    bandD.number.value * base.number.step
  return [
    {
      cell: precept,
      from: [base, bandD],
      expected: expected / scale,
      isRight: Math.abs(precept.number.value * scale - expected) <= slack,
      rule: 'the precept is the tax base times the Band D charge',
      working: `${base.text.trim()} × ${bandD.text.trim()} = ${Math.round(expected).toLocaleString('en-GB')}`,
    },
  ]
}

const ratioIsNear = (a: number, b: number) => a / b > 0.5 && a / b < 2
