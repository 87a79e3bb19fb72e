import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Finding } from '#modules/passages/index.js'
import { readBytes } from '#test/support/figure-evaluation.js'
import type { Check } from './check.js'
import { checkCountOfThings } from './check-count-of-things.js'
import { checkCrossReference } from './check-cross-reference.js'
import { checkDate } from './check-date.js'
import { checkNumbering } from './check-numbering.js'
import { checkPeriod } from './check-period.js'
import { checkStaleText } from './check-stale-text.js'

async function found(check: Check, text: string, file = 'draft.md', others: string[] = []): Promise<Finding[]> {
  const document = await readBytes(file, Buffer.from(text))
  const known = await Promise.all(others.map((other, at) => readBytes(`before-${at}.md`, Buffer.from(other))))
  return check(document, { others: known, register: [] })
}

const raised = (findings: Finding[]) =>
  findings.filter(({ verdict }) => verdict !== 'holds').map(({ verdict }) => verdict)

/** A sentence with what the check must say of it: nothing where it is right. */
type Row = [text: string, ...verdicts: string[]]

function table(name: string, check: Check, rows: Row[]) {
  describe(name, () => {
    for (const [text, ...verdicts] of rows) {
      it(`${verdicts.length === 0 ? 'lets pass' : `raises ${verdicts.join(', ')} for`} “${text.slice(0, 90)}”`, async () => {
        assert.deepEqual(raised(await found(check, text)), verdicts)
      })
    }
  })
}

table('dates', checkDate, [
  ['We met on Monday 6 January 2025.'],
  ['We met on Monday 7 January 2025.', 'error'],
  ['Bids close on 31 September 2024.', 'error'],
  ['The leap day, 29 February 2024, was a Thursday.'],
  ['It was signed on 29 February 2023.', 'error'],
  ['It was signed on 30/02/2024.', 'error'],
  ['It was signed on 12/25/2024, as they write it overseas.'],
  ['Sunday, 1st December 2024 and Tuesday, 3rd December 2024 are both free.'],
  ['Friday the 13th of December 2024 was quiet.'],
  ['Thursday the 13th of December 2024 was quiet.', 'error'],
  ['We may recruit 35 may be more.'],
  ['Page 34 March 2024 edition.'],
])

table('periods', checkPeriod, [
  ['The nine months from April to December 2024 were dry.'],
  ['The nine months from April to November 2024 were dry.', 'error'],
  ['Over eighteen months (from October 2022 to March 2024) it fell.'],
  ['Over the two years from 1 April 2022 to 31 March 2024 it fell.'],
  ['Over the two years from 1 April 2022 to 31 March 2026 it fell.', 'error'],
  ['In the last three years (2021/22 to 2023/24) it fell.'],
  ['In the last five years (2021/22 to 2023/24) it fell.', 'error'],
  ['Our four-year strategy 2021-25 stands.'],
  ['Our two-year strategy 2021-25 stands.', 'error'],
  ['Q1 (April to June) was busy, and so was the last quarter (January to March).'],
  ['Q1 2024/25 (January to March) was busy.', 'error'],
  ['In the second half of the financial year (October to March) it rose.'],
  ['In the second half of the financial year (July to December) it rose.', 'error'],
  ['The financial year 2024/25 is the last.'],
  ['The financial year 2024/26 is the last.', 'error'],
  ['In 2023/24 (April 2023 to March 2024) and in 2024/25 (April to June 2024) we met.'],
  ['From March 2024 to January 2024 we met.', 'error'],
  ['Compared with 2019, three years ago, 2022/23 to 2023/24 was calm.'],
])

table('counts of things', checkCountOfThings, [
  ['We work with three forces: Avon, Exe and Tamar.'],
  ['We work with three forces: Avon, Exe, Severn and Tamar.', 'error'],
  ['The two chairs (one lay, one elected) agreed.'],
  ['There are four of us, including two lawyers, a nurse and a teacher.'],
  ['We bought 12 cars: hybrids, estates and vans.'],
  ['It has five members (police, fire, health and probation).', 'error'],
  ['The three forces share four units: roads, dogs, firearms and custody.'],
  ['There are four aims:\n\n- one aim\n- another aim\n- a third aim', 'error'],
  ['There are three aims:\n\n- one aim\n- another aim\n- a third aim'],
  ['There are four aims, which are set out below.\n\n- one aim\n- another aim\n- a third aim', 'error'],
  ['## Our five aims\n\n- one aim\n- another aim\n- a third aim\n- a fourth aim', 'error'],
  ['## 2 Aims for 2025\n\n- one aim\n- another aim\n- a third aim'],
  ['## 3. Aims\n\n- one aim\n- another aim'],
  ['There are many aims, including three new ones:\n\n- one aim\n- another aim'],
  ['Of the 12 sites, these were sold in the two years:\n\n- Mill Lane\n- Dock Road\n- The Green'],
])

table('numbering', checkNumbering, [
  ['1.1 One\n\n1.2 Two\n\n1.3 Three'],
  ['1.1 One\n\n1.2 Two\n\n1.4 Four', 'warning'],
  ['1.1 One\n\n1.2 Two\n\n1.2 Again\n\n1.3 Three', 'error'],
  ['2.1 One\n\n2.2 Two\n\nAppendix\n\n2.1 One\n\n2.2 Two'],
  ['We grew by\n\n1.8 per cent and\n\n3.4 per cent.'],
  ['Table 1: Calls\n\ntext\n\nTable 3: Costs', 'warning'],
  ['Recommendation 1: do\n\nRecommendation 2: see\n\nRecommendation 2: act', 'error'],
])

table('counts of things in other shapes', checkCountOfThings, [
  ['Two items were added to the list: retail crime and mounted police.'],
  ['Three items were added to the list: retail crime and mounted police.', 'warning'],
  ['Three new vans will serve as stations: one for the Coast and two for the Dales.'],
  ['Three new vans will serve as stations: one for the Coast and one for the Dales.', 'warning'],
  ['Meetings were held in four months: March, June, September and December.'],
  ['Meetings were held in three months: March, June, September and December.', 'error'],
  ['Four courses are offered: four courses, namely Alpha, Beta, Gamma and Delta.'],
  ['The fund paid for:\n\n- a refuge\n- street lights\n- a youth club\n\nAll three projects are under way.'],
  ['The fund paid for:\n\n- a refuge\n- street lights\n- a youth club\n\nAll four projects are under way.', 'warning'],
  ['The fund paid for:\n\n- a refuge\n- street lights\n- a youth club\n\nAll four districts took part.'],
  ['The panel agreed three actions:\n\na) to write;\nb) to report;\nc) to publish.'],
  ['The panel agreed four actions:\n\na) to write;\nb) to report;\nc) to publish.', 'warning'],
  ['We make ﬁve requests:\n\n- one aim\n- two aims\n- three aims\n- four aims\n- last aim'],
  ['We make ﬁve requests:\n\n- one aim\n- two aims\n- three aims\n- last aim', 'error'],
  ['We gave two grants. The table lists them all.\n\n| Recipient | Paid |\n|---|---|\n| A | 12 |\n| B | 14 |'],
  [
    'We gave three grants. The table lists them all.\n\n| Recipient | Paid |\n|---|---|\n| A | 12 |\n| B | 14 |',
    'warning',
  ],
])

table('cross-references', checkCrossReference, [
  ['The terms are at Appendix A, the map at Appendix B and the costs at Appendix C.', 'question'],
  ['That was the figure a year ago, and the chart a reader would want.'],
  ['Section 17 of the Crime and Disorder Act applies.'],
  ['1.1 One\n\n1.2 Two, see paragraph 1.1\n\n1.3 Three'],
  ['1.1 One\n\n1.2 Two, see paragraph 4.1\n\n1.3 Three', 'warning'],
  ['The table below gives the costs.\n\n| A | B |\n|---|---|\n| x | 1 |\n| y | 2 |'],
  ['The table below gives the costs.', 'question'],
  ['Table 2 of the national bulletin gives the costs, and page 90 of that report the method.'],
  ['See Appendix B.', 'question'],
  ['See Appendix B.\n\n# Appendix A: Method', 'warning'],
  ['See pages 16 and 17.', 'question'],
  ['# Section 1 Demand\n\nOne.\n\n# Section 2 Victims\n\nTwo, see Section 1.\n\n# Section 3 People\n\nThree.'],
  [
    '# Section 1 Demand\n\nOne.\n\n# Section 2 Victims\n\nTwo, see Section 7.\n\n# Section 3 People\n\nThree.',
    'warning',
  ],
  ['Figure 6 compares us with others. Figure 7 does not.', 'question'],
  ['Figure 6: Calls by force\n\nFigure 6 compares us with others.'],
  ['The list of all the cases that were looked at stands in\nAppendix B.', 'question'],
])

table('lengths with a range in brackets behind their end', checkPeriod, [
  ['In the six months to September 2024 (April to September) calls rose.'],
  ['In the five months to September 2024 (April to September) calls rose.', 'warning'],
  ['It covers the 12 months to March 2024 (April 2023 to March 2024).'],
  ['It covers the 12 months to April 2024 (March 2023 to April 2024).', 'error'],
])

table('short sections of numbered paragraphs', checkNumbering, [
  [
    '1.1 Alder.\n\n1.2 Birch.\n\n2.1 Cedar.\n\n2.2 Dale.\n\n3.1 Elm.\n\n3.2 Fir.\n\n4.1 Gorse.\n\n4.3 Hazel.',
    'warning',
  ],
  ['1.1 Alder.\n\n1.2 Birch.\n\n2.1 Cedar.\n\n2.3 Dale.'],
])

describe('stale text', () => {
  const before =
    'We currently have 214 volunteers in 31 groups across the county.\n\nThe force covers 1,309 square miles of the county.'

  it('asks about a sentence that speaks of the present and was carried over word for word', async () => {
    assert.deepEqual(raised(await found(checkStaleText, before, 'now.md', [before])), ['warning'])
  })

  it('sees through ligatures, and asks about a short sentence with a figure', async () => {
    const [then, now] = [
      'Efficiency savings of £2.8m have been made to date.',
      'Eﬃciency savings of £2.8m have been made to date.',
    ]
    assert.deepEqual(raised(await found(checkStaleText, now ?? '', 'now.md', [then ?? ''])), ['warning'])
    const short = 'Public confidence is 63%.'
    assert.deepEqual(raised(await found(checkStaleText, short, 'now.md', [short])), ['question'])
    assert.deepEqual(raised(await found(checkStaleText, 'Read all of it.', 'now.md', ['Read all of it.'])), [])
  })

  it('says nothing when the figure moved', async () => {
    const now = before.replace('214', '230')
    assert.deepEqual(raised(await found(checkStaleText, now, 'now.md', [before])), [])
  })

  it('asks about a sentence carried over with a word changed, and not where its figure moved or is of no time', async () => {
    const then = [
      'In 2023/24 the helpline took 6,415 calls, most of them in the evening.',
      'The county has 731,000 residents and 94 miles of motorway.',
    ]
    const saidOf = async (now: string) => raised(await found(checkStaleText, now, 'now.md', then))
    assert.deepEqual(await saidOf('In 2024/25 our helpline took 6,415 calls, most of them in the evening.'), [
      'question',
    ])
    assert.deepEqual(await saidOf('In 2024/25 our helpline took 6,998 calls, most of them in the evening.'), [])
    assert.deepEqual(await saidOf('The county has 731,000 residents, and 94 miles of motorway.'), [])
  })

  it('notices a year that moved on without its figure', async () => {
    const [then, now] = ['2022/23', '2023/24'].map((year) => `In ${year} the office made awards of £412,000 to groups.`)
    assert.deepEqual(raised(await found(checkStaleText, now ?? '', 'now.md', [then ?? ''])), ['warning'])
  })
})
