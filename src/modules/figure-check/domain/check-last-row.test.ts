import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentFromText } from '#modules/passages/index.js'
import { readDocument } from '#platform/documents/read-document.js'
import { checkLastRow } from './check-last-row.js'
import { checkTaxBase } from './check-tax-base.js'

const context = { others: [], register: [] }
const documentOf = async (text: string) =>
  documentFromText('paper.md', await readDocument(Buffer.from(text), 'paper.md'))
const table = (...rows: string[]) => ['| Part | Calls |', '|---|---|', ...rows.map((row) => `| ${row} |`)].join('\n')

describe('a last row that no word calls a total', () => {
  const verdicts = async (text: string) => checkLastRow(await documentOf(text), context).map(({ verdict }) => verdict)

  it('doubts a year that is one digit off its quarters', async () => {
    assert.deepEqual(await verdicts(table('One | 210', 'Two | 305', 'Three | 288', 'Four | 197', 'Year | 1,010')), [
      'warning',
    ])
    assert.deepEqual(await verdicts(table('One | 210', 'Two | 305', 'Three | 288', 'Four | 197', 'Year | 1,000')), [])
  })
  it('asks about the last of several places', async () => {
    assert.deepEqual(await verdicts(table('Alder | 310', 'Birch | 204', 'Cedar | 186', 'Northmoor | 770')), [
      'question',
    ])
    assert.deepEqual(await verdicts(table('Alder | 310', 'Birch | 204', 'Cedar | 620')), [])
  })
  it('asks where another column of the last row is a sum', async () => {
    const withSum = (sum: string) =>
      verdicts(
        `| Strand | Asked | Given |\n|---|---|---|\n| One | 4,100 | 3,900 |\n| Two | 6,250 | 6,000 |\n| Three | 3,300 | 2,800 |\n| Main strand | ${sum} | 12,700 |\n`,
      )
    assert.deepEqual(await withSum('13,650'), [])
    assert.deepEqual(await withSum('53,650'), ['question'])
  })
  it('takes a row of gross misconduct for no total', async () => {
    const rows = ['No case | 310', 'Misconduct | 204', 'Gross misconduct | 186']
    assert.deepEqual(await verdicts(table(...rows, 'Everyone | 770')), ['warning'])
    assert.deepEqual(await verdicts(table(...rows, 'Everyone | 700')), [])
  })
  it('leaves the days of a year alone', async () => {
    assert.deepEqual(await verdicts(table('1 April 2023 | 640', 'In | 50', 'Out | 30', '31 March 2024 | 710')), [])
  })
})

describe('the tax base and the charge', () => {
  const found = async (text: string) =>
    checkTaxBase(await documentOf(text), context).map(({ kind, verdict }) => `${kind} ${verdict}`)

  it('holds a precept against its tax base and Band D', async () => {
    const text = 'With a tax base of 312,450 and a Band D charge of £288.50, the precept brings in £90.14m.'
    assert.deepEqual(await found(text), ['sum holds'])
    assert.deepEqual(await found(text.replace('£90.14m', '£90,142')), ['magnitude warning'])
    assert.deepEqual(await found(text.replace('£90.14m', '£94.10m')), ['sum warning'])
  })
})
