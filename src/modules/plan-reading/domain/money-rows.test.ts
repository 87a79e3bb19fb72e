import assert from 'node:assert/strict'
import { it } from 'node:test'
import { plainDocument } from '#modules/passages/index.js'
import { moneyTables } from './money-rows.js'

const TABLE = `Grants awarded

Service                       2023/24     2024/25
Victim hub                    £446,000    £450,000
Counselling                   £11,000     £12,500
Total                         £457,000    £462,500
`

it('makes rows of a table of awards, each with the passage that it stands in', () => {
  const [table] = moneyTables(plainDocument('plan.txt', TABLE))
  assert.deepEqual(
    table?.rows.map(({ label, values }) => [label, ...values.map(({ text }) => text)]),
    [
      ['Victim hub', '£446,000', '£450,000'],
      ['Counselling', '£11,000', '£12,500'],
      ['Total', '£457,000', '£462,500'],
    ],
  )
  for (const row of table?.rows ?? []) {
    assert.equal(TABLE.slice(row.span.start, row.span.end).replace(/\s+/g, ' '), row.span.quote)
    for (const { text } of row.values) assert.ok(row.span.quote.includes(text))
  }
})

it('parts the name of a row from what else is said of it', () => {
  const written = [
    ['Harbour Trust', 'Refuge places', '£120,000'],
    ['Town Council', 'Youth work', '£35,500'],
    ['Safe Roads', 'Speed checks', '£12,000'],
    ['Rape Crisis', 'Counselling', '£88,250'],
  ]
  const rows = written.map((cells) =>
    cells
      .map((cell) => cell.padEnd(30))
      .join('')
      .trim(),
  )
  const [table] = moneyTables(plainDocument('plan.txt', `Grants awarded\n\n${rows.join('\n')}\n`))
  assert.deepEqual(
    table?.rows.map(({ label, values }) => [label, ...values.map(({ text }) => text)]),
    written,
  )
})

it('makes nothing of figures that are no money', () => {
  const text = 'Officers    1,000    1,100\nStaff    200    210\n'
  assert.deepEqual(moneyTables(plainDocument('plan.txt', text)), [])
})

it('takes the periods for heads where the heads of columns ran together', () => {
  const text =
    'Award 2024/25 2025/26\nVictim hub £410,000 £420,000\nYouth fund £75,000 £80,000\nTotal £485,000 £500,000\n'
  const [table] = moneyTables(plainDocument('plan.txt', text))
  assert.deepEqual(
    table?.rows[0]?.values.map(({ column, text: value }) => `${column} ${value}`),
    ['2024/25 £410,000', '2025/26 £420,000'],
  )
})
