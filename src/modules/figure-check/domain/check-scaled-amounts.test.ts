import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentFromText } from '#modules/passages/index.js'
import { readDocument } from '#platform/documents/read-document.js'
import { checkDocument } from './check-document.js'

/** The kinds and verdicts of what is said against a text. */
async function alarmsOf(text: string) {
  const document = documentFromText('paper.md', await readDocument(Buffer.from(text), 'paper.md'))
  return checkDocument(document).findings.flatMap(({ kind, verdict }) => (verdict === 'holds' ? [] : [kind]))
}

async function tells(right: string, wrong: string) {
  assert.deepEqual(await alarmsOf(right), [], right)
  assert.ok((await alarmsOf(wrong)).includes('magnitude'), wrong)
}

describe('amounts of the wrong size', () => {
  it('are told by a difference that holds only in another size', async () => {
    await tells(
      'Legal costs of £0.48m were £0.06m under the budget of £0.54m.',
      'Legal costs of £48m were £0.06m under the budget of £0.54m.',
    )
    await tells(
      'The tax base yields £84.3m. Without the rise it would bring in £80.1m, some £4.2m less.',
      'The tax base yields £84.3m. Without the rise it would bring in £80.1 thousand, some £4.2m less.',
    )
  })

  it('are told by an order that the amounts break', async () => {
    await tells(
      'Interest on these deposits, £1.64m, was more than the £1.5m in the budget.',
      'Interest on these deposits, £1,640, was more than the £1.5m in the budget.',
    )
    assert.deepEqual(await alarmsOf('A grant of £900 was less than the £1.5m in the budget.'), [])
  })

  it('are told by the row of a table that names the same thing', async () => {
    const paper = (amount: string) => `All figures are in £000.

| | 2024/25 | 2025/26 |
|---|---|---|
| Traffic wardens | 96,410 | 99,780 |
| Other staff | 41,325 | 42,650 |

The budget for traffic wardens of ${amount} in 2024/25 assumes 2,190 posts.`
    await tells(paper('£96.41m'), paper('£964.1m'))
    assert.deepEqual(await alarmsOf(paper('£9.6m').replace('for traffic wardens ', '')), [])
  })

  it('are told by thousands of millions, though nothing else is said of them', async () => {
    await tells('In the year before we awarded £198,000.', 'In the year before we awarded £198,000m.')
  })

  it('are not seen in a small difference that is worked out beside it', async () => {
    assert.deepEqual(await alarmsOf('The underspend was £0.7m (£142.6m less £141.9m).'), [])
  })

  it('are told by one name of two amounts, unless one is the price of each', async () => {
    const second = (amount: string) =>
      `The youth work budget is £5.6 million.\n\nFrom the youth work budget of ${amount}.`
    await tells(second('£5.6 million sums are paid each quarter'), second('£5.6 thousand sums are paid each quarter'))
    assert.deepEqual(await alarmsOf(second('£5,600 each of the clubs is paid')), [])
  })
})

describe('a part with more than its whole', () => {
  it('is told where it points back at what was counted before', async () => {
    const drivers = (arrests: string) =>
      `Drink and drug driving led to 1,872 arrests in the year. Of the 1,872 arrests, 824 were for drugs. In the campaign of December ${arrests} of those drivers were arrested.`
    await tells(drivers('210'), drivers('2,110'))
  })

  it('is not told of those who were not counted, or where several counts before make the whole', async () => {
    for (const text of [
      'The office held 24 events. 310 of those who came filled in a form.',
      'We recorded 512 thefts and 96 robberies. 560 of these crimes were in town centres.',
      'Of the 40 callers, one was in danger and 62 more called the day after.',
    ]) {
      assert.deepEqual(await alarmsOf(text), [], text)
    }
    assert.deepEqual(await alarmsOf('We recorded 512 thefts and 96 robberies. 840 of these crimes were in towns.'), [
      'magnitude',
    ])
  })

  it('is told of an average above the total of the longer time', async () => {
    await tells(
      'In total 1,296 rest days were lost in October; on average 312 were lost each week.',
      'In total 96 rest days were lost in October; on average 312 were lost each week.',
    )
  })
})
