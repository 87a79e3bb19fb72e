import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Finding } from '#modules/passages/index.js'
import { readBytes } from '#test/support/figure-evaluation.js'
import { checkSaid } from './check-said.js'
import { checkSum } from './check-sum.js'
import { checkTableChanges } from './check-table-changes.js'

async function sums(text: string, file = 'draft.md'): Promise<Finding[]> {
  const document = await readBytes(file, Buffer.from(text))
  return [checkSum, checkSaid, checkTableChanges].flatMap((check) => check(document, { others: [], register: [] }))
}

const raised = (findings: Finding[]) =>
  findings.filter(({ verdict }) => verdict !== 'holds').map(({ verdict }) => verdict)
const held = (findings: Finding[]) => findings.filter(({ verdict }) => verdict === 'holds').length
const markdown = (rows: (string | number)[][]) =>
  rows.map((row, at) => `| ${row.join(' | ')} |${at === 0 ? `\n|${'---|'.repeat(row.length)}` : ''}`).join('\n')

describe('tables', () => {
  it('hold when their columns add up, whatever the figures', async () => {
    const column = fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: 3, maxLength: 9 })
    await fc.assert(
      fc.asyncProperty(column, async (numbers) => {
        const total = numbers.reduce((sum, number) => sum + number, 0)
        const rows = numbers.map((number, at) => [`Row ${String.fromCharCode(65 + at)}`, number])
        assert.deepEqual(raised(await sums(markdown([['What', 'Number'], ...rows, ['Total', total]]))), [])
      }),
      { numRuns: 40 },
    )
  })

  it('are flagged when one figure of a column is changed, whichever it is', async () => {
    const change = fc.record({ at: fc.nat(4), by: fc.integer({ min: 2, max: 400 }) })
    await fc.assert(
      fc.asyncProperty(change, async ({ at, by }) => {
        const numbers = [1204, 880, 640, 410]
        const cells = [...numbers, 3134].map((number, row) => (row === at ? number + by : number))
        const rows = cells.map((number, row) => [row === 4 ? 'Total' : `Area ${row}`, number])
        assert.deepEqual(raised(await sums(markdown([['What', 'Number'], ...rows]))), ['error'])
      }),
      { numRuns: 40 },
    )
  })

  it('may be out by a rounding when they are printed in thousands, but whole numbers may not', async () => {
    const rows = [
      ['A', 10],
      ['B', 20],
      ['C', 31],
    ]
    assert.deepEqual(raised(await sums(markdown([['£000', 'Budget'], ...rows, ['Total', 62]]))), [])
    assert.deepEqual(raised(await sums(markdown([['What', 'Visits'], ...rows, ['Total', 62]]))), ['error'])
  })

  it('let shares come to 99.9 or 100.1', async () => {
    const rows = [
      ['A', '33.3%'],
      ['B', '33.3%'],
      ['C', '33.3%'],
    ]
    assert.deepEqual(raised(await sums(markdown([['What', 'Share'], ...rows, ['Total', '100.0%']]))), [])
  })

  it('say nothing of averages, and of answers of which people gave several', async () => {
    const averages = [
      ['A', 12.1],
      ['B', 9.4],
      ['C', 14.2],
      ['Total', 11.8],
    ]
    assert.deepEqual(raised(await sums(markdown([['What', 'Average wait'], ...averages]))), [])
  })

  it('know subtotals, and totals of subtotals', async () => {
    const rows = [
      ['Pay', 60, 62],
      ['Pensions', 20, 21],
      ['Sub-total', 80, 83],
      ['Fleet', 5, 6],
      ['Estate', 7, 7],
      ['Sub-total', 12, 13],
      ['Total', 92, 97],
    ]
    const findings = await sums(markdown([['What', '2023/24', '2024/25'], ...rows]))
    assert.deepEqual(raised(findings), ['error'])
    assert.match(findings.find(({ verdict }) => verdict === 'error')?.working ?? '', /= 96; printed 97/)
  })

  it('know that gross less income is net, and that reserves lead to the requirement', async () => {
    const rows = [
      ['Gross expenditure', 500, 520, 540],
      ['Income', -40, -42, -44],
      ['Net expenditure', 460, 478, 496],
      ['From reserves', -10, -8, 0],
      ['Net budget requirement', 450, 470, 499],
    ]
    assert.deepEqual(raised(await sums(markdown([['£000', '2023/24', '2024/25', '2025/26'], ...rows]))), ['error'])
  })

  it('are read whole when they have no head row', async () => {
    const html =
      '<table><tr><td>North</td><td>31</td></tr><tr><td>South</td><td>40</td></tr><tr><td>Total</td><td>75</td></tr></table>'
    assert.deepEqual(raised(await sums(html, 'page.html')), ['error'])
  })

  it('know the ninths of council tax bands', async () => {
    const bands = ['174.00', '203.00', '232.00', '261.00', '319.00', '367.00', '435.00', '522.00']
    const rows = bands.map((charge, at) => [`Band ${'ABCDEFGH'[at]}`, `£${charge}`])
    const findings = await sums(markdown([['Band', '2024/25'], ...rows]))
    assert.deepEqual(
      findings.filter(({ verdict }) => verdict === 'error').map(({ quotes }) => quotes[0]?.text),
      ['£367.00'],
    )
  })

  it('check columns of changes and percentage changes', async () => {
    const rows = [
      ['A', 200, 220, 20, '10.0%'],
      ['B', 400, 380, -20, '-5.0%'],
      ['C', 300, 330, 40, '10.0%'],
      ['D', 100, 150, 50, '55.0%'],
    ]
    assert.deepEqual(raised(await sums(markdown([['What', '2022', '2023', 'Change', '% change'], ...rows]))), [
      'error',
      'error',
    ])
  })

  it('are put together again when a PDF printed them column by column', async () => {
    const text = 'Pay\nPensions\nFleet\nTOTAL\n\n100\n20\n10\n130\n\n110\n22\n11\n143\n\n120\n24\n12\n165\n'
    const findings = await sums(text, 'plan.txt')
    assert.deepEqual([raised(findings), held(findings)], [['error'], 2])
  })

  it('are left alone when labels and figures do not match in number', async () => {
    assert.deepEqual(raised(await sums('Pay\nTOTAL\n\n100\n20\n10\n131\n', 'plan.txt')), [])
  })

  it('are read from plain lines, with a total that lacks a column', async () => {
    const text =
      'Suite        Visits    Held\nNorth            10      31\nSouth            12      40\nEast              8      22\n\nTotal            30      95\n'
    assert.deepEqual(raised(await sums(text, 'visits.txt')), ['error'])
  })
})

describe('sentences and lists', () => {
  const rows: [string, ...string[]][] = [
    ['The £5.0m is made up of £3.2m for pay and £1.8m for vans.'],
    ['The £5.0m is made up of £3.2m for pay and £1.1m for vans.', 'error'],
    ['We made 45 visits: 20 by day, 15 by night and 10 at weekends.'],
    ['We made 45 visits: 20 by day, 15 by night and 11 at weekends.', 'error'],
    ['There were 24 volunteers, of whom 14 are women and 9 are men.', 'error'],
    ['There were 24 volunteers, of whom 14 are women and 5 are over 60.'],
    ['We had 12 talks in 8 schools, and 9 clubs came, 230 people in total.'],
    ['Of 300 calls, 120 came from Ely, 90 from March and 80 from elsewhere.'],
    ['Police gave 610, schools 220 and others 70, a total of 900.'],
    ['Police gave 610, schools 220 and others 90, a total of 900.', 'error'],
    ['The team (12 officers, 3 sergeants and an inspector) moved.'],
    ['We held 60 events:\n\n- 25 in towns\n- 20 in villages\n- 20 online', 'error'],
    ['What came in:\n\n- Letters: 25\n- Calls: 20\n- Total: 45'],
    ['We work 24/7, 365 days, with 3 shifts: 7am to 3pm, 3pm to 11pm and 11pm to 7am.'],
  ]
  for (const [text, ...verdicts] of rows) {
    it(`${verdicts.length === 0 ? 'lets pass' : `raises ${verdicts.join(', ')} for`} “${text.slice(0, 80)}”`, async () => {
      assert.deepEqual(raised(await sums(text)), verdicts)
    })
  }
})
