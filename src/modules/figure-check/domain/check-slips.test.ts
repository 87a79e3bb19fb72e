import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readBytes } from '#test/support/figure-evaluation.js'
import { checkDocument } from './check-document.js'

/** What is said of sums in a text, one verdict a finding. */
async function verdicts(text: string, file = 'paper.txt'): Promise<string[]> {
  const document = await readBytes(file, Buffer.from(text))
  return checkDocument(document)
    .findings.filter(({ kind }) => kind === 'sum')
    .map(({ verdict }) => verdict)
}

describe('one wrong digit in a sum', () => {
  const said = async (text: string) => [...new Set(await verdicts(text))]

  it('is doubted even where it throws the sum far out', async () => {
    const text = 'The fleet has 742 vehicles: 418 marked, 190 unmarked and 134 specialist.'
    assert.deepEqual(await said(text), ['holds'])
    assert.deepEqual(await said(text.replace('742', '242')), ['warning'])
    assert.deepEqual(await said(text.replace('742', '515')), ['error'])
  })
  it('is asked about where parts stand behind their whole without a word for sum', async () => {
    const text = 'In all 3,874 pupils came, 2,210 in Alder, 986 in the north and 678 in police cells.'
    assert.deepEqual(await said(text), ['holds'])
    assert.deepEqual(await said(text.replace('2,210', '2,510')), ['question'])
    assert.deepEqual(await said('In all 3,874 pupils came, 1,210 in Alder, 441 in the north and 302 in cells.'), [])
  })
  it('is asked about where the parts come from somewhere', async () => {
    const text = 'There were 1,940 applications, 1,152 from men and 788 from women.'
    assert.deepEqual(await said(text), ['holds'])
    assert.deepEqual(await said(text.replace('1,940', '2,940')), ['question'])
    assert.deepEqual(await said('There were 1,940 applications, up from 1,152 and 788 in the two years before.'), [])
  })
  it('is found in bare numbers behind their sum', async () => {
    const text = 'Charges, cautions and resolutions together come to 685 (411, 96 and 178).'
    assert.deepEqual(await said(text), ['holds'])
    assert.deepEqual(await said(text.replace('411', '441')), ['question'])
  })
  it('leaves parts that need not be all there are', async () => {
    assert.deepEqual(await said('There were 960 fires, 512 in homes and 171 in cars.'), [])
    assert.deepEqual(await said('Reserves are £14.6m, of which £6.1m is general and £3.3m is held for pensions.'), [])
  })
})

describe('a table that extraction left as lists', () => {
  const lists = (force: number) =>
    `Demand\n\nDistrict\nAlder\nBirch\nCedar\nForce\n\nSep 2025\n2,210\n1,874\n960\n5,044\n\nOct 2025\n2,304\n1,801\n1,015\n${force}\n\nDemand rose.\n`

  it('is put together by the heads over its columns', async () => {
    assert.deepEqual(await verdicts(lists(5120)), [])
    assert.deepEqual(await verdicts(lists(5620)), ['warning'])
  })
  it('has rows that are named by ages', async () => {
    const rows = (total: number) =>
      `Age        Number    Share\n16 to 24      131       8%\n25 to 39      262      18%\n40 to 54      394      27%\n55 to 69      688      47%\nTotal       ${total}     100%\n`
    assert.deepEqual([...new Set(await verdicts(rows(1475)))], ['holds'])
    assert.ok((await verdicts(rows(1875))).includes('error'))
  })
})

describe('totals of a table', () => {
  const table = (...rows: string[]) =>
    ['| Fund | 2024 | 2025 | 2026 |', '|---|---|---|---|', ...rows.map((row) => `| ${row} |`)].join('\n')
  const rows = ['Pensions | 3,150 | 3,150 | 3,000', 'Cars | 2,400 | 1,950 | 1,950', 'Homes | 880 | 760 | 640']

  it('are doubted where one digit would mend each column', async () => {
    assert.deepEqual(
      (await verdicts(table(...rows, 'Total earmarked | 6,430 | 5,860 | 5,590'), 'paper.md')).toSorted(),
      ['holds', 'holds', 'holds'],
    )
    assert.ok(
      (await verdicts(table(...rows, 'Total earmarked | 7,430 | 5,960 | 5,990'), 'paper.md')).every(
        (verdict) => verdict === 'warning',
      ),
    )
  })
  it('of which some rows only are printed are left alone', async () => {
    assert.deepEqual(await verdicts(table(...rows, 'Total reserves | 9,217 | 8,463 | 7,925'), 'paper.md'), [])
  })
})
