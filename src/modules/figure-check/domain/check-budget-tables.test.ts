import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readBytes } from '#test/support/figure-evaluation.js'
import { checkDocument } from './check-document.js'

/** The figures that a table is said to have wrong, the first quote of every error, warning and question. */
async function doubted(text: string, file = 'plan.txt'): Promise<string[]> {
  const document = await readBytes(file, Buffer.from(text))
  return checkDocument(document)
    .findings.filter(({ verdict }) => verdict !== 'holds')
    .map(({ quotes }) => quotes[0]?.text ?? '')
}

const plan = `Medium term plan

£000                         2024/25    2025/26    2026/27

Officer pay                   95,210     98,400    101,900
Staff pay                     40,115     41,260     42,500
Total pay                    135,325    139,660    144,400

Premises                       8,210      8,530      8,710
Transport                     18,125     18,800     19,280
Total non-pay                 26,335     27,330     27,990

Gross expenditure            161,660    166,990    172,390
Less: income                 (12,300)   (12,650)   (12,900)
Net expenditure              149,360    154,340    159,490
Use of reserves               (1,500)         -       (400)
Budget requirement           147,860    154,340    159,090

Government grant              82,310     84,100     86,200
Council tax                   64,950     69,640     72,290
Collection fund                  600        600        600
Total financing              147,860    154,340    159,090
`

describe('a budget with totals in totals', () => {
  it('holds as it stands, brackets and dashes and all', async () => {
    assert.deepEqual(await doubted(plan), [])
  })
  for (const [right, wrong, told] of [
    ['18,800', '18,300', '27,330'],
    ['(12,650)', '(12,560)', '154,340'],
    ['84,100', '81,400', '154,340'],
    ['144,400', '141,400', '141,400'],
    ['(400)', '(900)', '159,090'],
  ] as const) {
    it(`is doubted with ${wrong} for ${right}`, async () => {
      assert.ok((await doubted(plan.replace(right, wrong))).includes(told))
    })
  }
})

describe('rows and columns that are no parts', () => {
  const markdown = (...rows: string[]) =>
    rows.map((row, at) => `| ${row} |${at === 0 ? `\n|${'---|'.repeat(row.split('|').length)}` : ''}`).join('\n')

  it('are averages above a total', async () => {
    const months = ['Month | 2023 | 2024', 'January | 301 | 322', 'February | 288 | 297', 'March | 315 | 340']
    assert.deepEqual(await doubted(markdown(...months, 'Average | 301 | 320', 'Total | 904 | 959'), 'paper.md'), [])
    assert.deepEqual(await doubted(markdown(...months, 'Average | 301 | 320', 'Total | 904 | 995'), 'paper.md'), [
      '995',
    ])
  })
  it('are the days between which a reserve moves', async () => {
    const head = 'Reserve | 1 April 2024 | In | Out | 31 March 2025'
    const general = 'General | 5,800 | 0 | 0 | 5,800'
    const rows = (insurance: string) => markdown(head, general, `Insurance | 3,150 | 250 | (400) | ${insurance}`)
    assert.deepEqual(await doubted(rows('3,000'), 'paper.md'), [])
    assert.deepEqual(await doubted(rows('3,100'), 'paper.md'), ['3,100'])
  })
  it('say only by their figures which way the money went', async () => {
    const head = 'Reserve | 31 March 2024 | Paid in | Drawn | 31 March 2025'
    const rows = (fund: string) =>
      markdown(
        head,
        'General | 6,100 | 400 | 0 | 6,500',
        'Insurance | 2,750 | 300 | 450 | 2,600',
        `Estate | 5,820 | 1,200 | 3,140 | ${fund}`,
      )
    assert.deepEqual(await doubted(rows('3,880'), 'paper.md'), [])
    assert.deepEqual(await doubted(rows('3,830'), 'paper.md'), ['3,830'])
  })
  it('come to 100 where the next column does', async () => {
    const rows = (last: string) =>
      markdown('Answer | 2023 | 2024', 'Agree | 48% | 51%', 'Neither | 30% | 28%', `Disagree | 22% | ${last}`)
    assert.deepEqual(await doubted(rows('21%'), 'paper.md'), [])
    assert.deepEqual(await doubted(rows('12%'), 'paper.md'), ['51%'])
  })
})
