import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentFromText } from '#modules/passages/index.js'
import { readDocument } from '#platform/documents/read-document.js'
import { checkTableFacts } from './check-table-facts.js'

const table = `## Casualties

| Severity of casualties | 2022 | 2023 |
|---|---|---|
| Fatal | 145 | 132 |
| Serious injury | 402 | 371 |
| Slight injury | 1,688 | 1,590 |

`

async function verdictsOf(text: string) {
  const document = documentFromText('paper.md', await readDocument(Buffer.from(text), 'paper.md'))
  return checkTableFacts(document, { others: [], register: [] }).map(({ verdict }) => verdict)
}

describe('a figure of a sentence that a table gives in other words', () => {
  it('holds where the two agree', async () => {
    assert.deepEqual(await verdictsOf(`${table}In 2023 132 people lost their lives.`), ['holds'])
    assert.deepEqual(await verdictsOf(`${table}In 2022 145 people lost their lives.`), ['holds'])
  })

  it('is doubted where the one looks like the other copied wrongly, and asked about where they are near', async () => {
    assert.deepEqual(await verdictsOf(`${table}In 2023 123 people lost their lives.`), ['warning'])
    assert.deepEqual(await verdictsOf(`${table}In 2023 137 people lost their lives.`), ['question'])
  })

  it('is of another thing with words that nothing over the table says, of another period, or far off', async () => {
    for (const sentence of [
      'In 2023 123 people lost their lives at work.',
      'In 2021 123 people lost their lives.',
      'In 2023 12 people lost their lives.',
      'In 2023 deaths fell by 123.',
    ]) {
      assert.deepEqual(await verdictsOf(table + sentence), [], sentence)
    }
  })

  it('reads plain numbers in the scale that stands over the table', async () => {
    const reserves = (amount: string) => `The table gives balances in £000.

| Reserve | 2023/24 | 2024/25 |
|---|---|---|
| Major operations | 2,400 | 1,950 |
| Insurance | 3,150 | 3,150 |

In 2024/25 the reserve for major operations was ${amount}.`
    assert.deepEqual(await verdictsOf(reserves('£1,950k')), ['holds'])
    assert.deepEqual(await verdictsOf(reserves('£1.59m')), ['warning'])
  })

  it('takes a word that means another deed for another row', async () => {
    const complaints = (figure: number) => `| Complaints | Q1 | Q2 |
|---|---|---|
| Complaints received | 212 | 198 |
| Complaints closed | 190 | 205 |

Complaints closed in Q1 numbered ${figure}.`
    assert.deepEqual(await verdictsOf(complaints(190)), ['holds'])
    assert.deepEqual(await verdictsOf(complaints(109)), ['warning'])
  })
})
