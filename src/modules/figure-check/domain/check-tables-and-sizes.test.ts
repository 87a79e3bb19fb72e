import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { documentFromText } from '#modules/passages/index.js'
import { readDocument } from '#platform/documents/read-document.js'
import type { Check } from './check.js'
import { checkContradiction } from './check-contradiction.js'
import { checkCountOfThings } from './check-count-of-things.js'
import { checkMagnitude } from './check-magnitude.js'
import { checkOddSize } from './check-odd-size.js'
import { checkPossiblePercentage } from './check-possible-percentage.js'

async function verdictsOf(check: Check, text: string): Promise<string[]> {
  const document = documentFromText('paper.md', await readDocument(Buffer.from(text), 'paper.md'))
  return check(document, { others: [], register: [] }).map(({ verdict }) => verdict)
}

describe('percentages of a table with its bases', () => {
  const table = (percent: number, head = 'Base') =>
    `| Answer | 2022 | 2023 |\n|---|---|---|\n| Satisfied | 61% | ${percent}% |\n| Very satisfied | 26% | 19% |\n| ${head} | 23 | 21 |\n`
  it('finds one that no whole number gives', async () => {
    assert.deepEqual(await verdictsOf(checkPossiblePercentage, table(57)), ['holds', 'holds', 'holds', 'holds'])
    assert.deepEqual((await verdictsOf(checkPossiblePercentage, table(60))).sort(), [
      'holds',
      'holds',
      'holds',
      'warning',
    ])
  })
  it('takes counts beside their shares of the whole for no bases', async () => {
    const shares =
      '| Answer | Replies | % |\n|---|---|---|\n| Yes | 21 | 49% |\n| No | 15 | 35% |\n| Unsure | 7 | 16% |\n'
    assert.deepEqual(await verdictsOf(checkPossiblePercentage, shares), [])
  })
})

describe('figures of another size than their neighbours', () => {
  it('asks of a year that is a twelfth of the others', async () => {
    const table = (last: string) =>
      `| Calls | 2021/22 | 2022/23 | 2023/24 |\n|---|---|---|---|\n| Emergency | 139,870 | 144,002 | ${last} |\n`
    assert.deepEqual(await verdictsOf(checkOddSize, table('148,210')), [])
    assert.deepEqual(await verdictsOf(checkOddSize, table('12,351')), ['warning'])
  })
  it('keeps quiet about a month beside the average of a month', async () => {
    for (const text of [
      'In March 2025 there were 92 complaints, with an average of 84 a month.',
      'In the latest month 84 came in; the average is 84 a month.',
    ])
      assert.deepEqual(await verdictsOf(checkMagnitude, text), [], text)
  })
})

describe('things that are counted elsewhere', () => {
  it('counts the rows of a table that bears their name', async () => {
    const paper = (said: string) =>
      `The ${said} grants of the year are shown below.\n\n| Grant | £ |\n|---|---|\n| Haven | 400 |\n| Lantern | 250 |\n| Beacon | 600 |\n| Total | 1,250 |\n`
    assert.deepEqual(await verdictsOf(checkCountOfThings, paper('three')), ['holds'])
    assert.deepEqual(await verdictsOf(checkCountOfThings, paper('four')), ['warning'])
  })
  it('counts the things that bear numbers', async () => {
    const plan = (said: string) =>
      `The plan has ${said} priorities.\n\n## Priority 1: homes\n\nA.\n\n## Priority 2: roads\n\nB.\n\n## Priority 3: trust\n\nC.\n`
    assert.deepEqual(await verdictsOf(checkCountOfThings, plan('three')), ['holds'])
    assert.deepEqual(await verdictsOf(checkCountOfThings, plan('four')), ['warning'])
  })
})

describe('key figures against the text', () => {
  it('finds a box of key figures that the text contradicts', async () => {
    const paper = (said: string) =>
      `## Key figures\n\n| What | 2023/24 |\n|---|---|\n| Custody visits | 132 |\n| Grants made | 43 |\n\nIn 2023/24 volunteers made ${said} custody visits.\n`
    assert.deepEqual(await verdictsOf(checkContradiction, paper('132')), [])
    assert.deepEqual(await verdictsOf(checkContradiction, paper('123')), ['question'])
  })
})
