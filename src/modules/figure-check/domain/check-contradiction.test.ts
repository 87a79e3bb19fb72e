import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { IsoDate } from '#kernel/dates.js'
import { plainDocument } from '#modules/passages/index.js'
import { checkContradiction } from './check-contradiction.js'

const findingsIn = (paragraphs: string[], other?: string[]) =>
  checkContradiction(plainDocument('paper.txt', paragraphs.join('\n\n')), {
    others: other ? [plainDocument('last-year.txt', other.join('\n\n'))] : [],
    register: [],
  })
const verdictsIn = (paragraphs: string[], other?: string[]) => findingsIn(paragraphs, other).map((one) => one.verdict)

const contradicting = [
  ['In 2021/22 we took 96,649 emergency calls.', 'Words between.', 'The room handled 98,649 calls in 2021/22.'],
  ['The ministry grant was £812,094 in 2021/22.', 'For 2021/22 the ministry grant was £821,094.'],
  ['At 31 March 2022 the force had 1,547 police officers.', 'At 31 March 2022 there were 1,574 police officers.'],
  ['Reported burglary rose by 22% in 2021.', 'Reported burglary rose by 12% in 2021.'],
  ['Stalking rose by 7% over the year. This 8% rise is below the national one.'],
  ['In 2021/22 the hub helped 3,120 victims of crime.', 'In all the hub helped 3,210 victims of crime in 2021/22.'],
]

const agreeing = [
  ['There were 37 deaths on the roads in 2021/22.', 'In 2021 there were 41 deaths on the roads.'],
  ['In 2020/21 the hub helped 3,120 victims of crime.', 'In 2021/22 the hub helped 3,210 victims of crime.'],
  ['The target is to answer 90% of calls in 10 seconds.', 'We answered 94.4% of calls in 10 seconds.'],
  ['In Fenbridge we recorded 412 burglary offences in 2021.', 'In Marham we recorded 421 burglary offences in 2021.'],
  ['In 2021 there were 1,884 burglary offences.', 'In 2021 there were 1,898 robbery offences.'],
  ['The gross budget for 2022/23 is £138.6m.', 'The net budget for 2022/23 is £137.1m.'],
  ['Horsewatch has 2,000 members.', 'Riverwatch has 8,000 members.'],
  ['Some 25,000 students live in the county.', 'The county is home to 24,870 students.'],
  ['Crime rose by 7%. This 3% fall in robbery is welcome.'],
  ['Of 40 visits, 12 were late.', 'Of 40 visits, 15 were at night.'],
  ['Shares in Alder Homes stood at 458p at the close.', 'By the close shares in Marham Water stood at 431p.'],
  ['The projected building spending is £4.6m.', 'Excluding the depot the projected building spending would be £3.8m.'],
  ['Feeling safe by day was 91% in 2022: two points more than now.', 'Feeling safe by day was 89% in 2024.'],
  ['Spending on the estate in FY24 was £4.1m.', 'Spending on the estate in FY25 was £4.6m.'],
  ['2 WHAT CHANGED THIS TIME', '3 WHAT CHANGED THIS TIME'],
  ['This will cost the council £90,000.', 'It will cost the council £80,000.'],
]

describe('one thing with two values', () => {
  for (const paragraphs of contradicting) {
    it(`finds two values in: ${paragraphs.join(' / ')}`, () => {
      assert.ok(verdictsIn(paragraphs).includes('warning'))
    })
  }
  for (const paragraphs of agreeing) {
    it(`accuses nobody in: ${paragraphs.join(' / ')}`, () => {
      assert.ok(verdictsIn(paragraphs).every((verdict) => verdict === 'holds'))
    })
  }
  it('asks, and does not accuse, when another document gives another value without a period', () => {
    const found = verdictsIn(['The population of the county is 640,000.'], ['The county has a population of 610,000.'])
    assert.deepEqual(found, ['question'])
  })
  it('takes an undated figure of a document of no known time for that of another year', () => {
    const other = ['The force has 53 custody suites.']
    assert.deepEqual(verdictsIn(['The force has 46 custody suites.'], other), [])
    assert.deepEqual(verdictsIn(["The force's 46 custody suites were inspected."], other), ['question'])
  })
  it('quotes the words of both documents with their file names', () => {
    const [found] = findingsIn(
      ['The population of the county is 640,000.'],
      ['The county has a population of 610,000.'],
    )
    assert.deepEqual(
      found?.quotes.map((quote) => [quote.file, quote.text]),
      [
        ['paper.txt', 'The population of the county is 640,000.'],
        ['last-year.txt', 'The county has a population of 610,000.'],
      ],
    )
  })
})

describe('one thing in other words', () => {
  it('finds two figures for what was done to as many people in one period', () => {
    for (const [text, verdict] of [
      [
        'The service helped 3,210 people in 2021/22.\n\nIn 2021/22, 3,120 people were helped by the service.',
        'warning',
      ],
      [
        'In 2019/20 the unit visited 412 homes.\n\nA total of 421 homes were visited by the unit in 2019/20.',
        'warning',
      ],
      ['We supported 1,312 victims last year.\n\nLast year 1,321 victims were supported.', 'question'],
    ] as const) {
      assert.deepEqual(verdictsIn([text]), [verdict], text)
    }
  })
  it('keeps quiet where they may be different people or different times', () => {
    for (const text of [
      'The service helped 3,210 people in 2021/22.\n\nIn 2020/21, 3,120 people were helped by the service.',
      'The service helped 3,210 people in 2021/22.\n\nIn 2021/22, 3,120 people were helped by the charity.',
      'The service helped 3,210 people with housing in 2021/22.\n\nIn 2021/22 it helped 3,120 people with debt.',
      'The service helped 3,210 people in 2021/22.\n\nThe service reached 3,120 people in 2021/22.',
      'The service helped 3,210 people in 2021/22.\n\nOf these, 2,120 people were helped by the service more than once.',
      'The service helped 3,210 people in 2021/22.\n\nIn 2021/22, around 3,200 people were helped by the service.',
    ]) {
      assert.deepEqual(
        verdictsIn([text]).filter((verdict) => verdict !== 'holds'),
        [],
        text,
      )
    }
  })
})

describe('two documents of different times', () => {
  const of = (file: string, date: string, text: string) => ({ ...plainDocument(file, text), date: date as IsoDate })
  const asked = (date: string) =>
    checkContradiction(of('new.txt', '2024-06-01', 'The force has 24 dog handlers.'), {
      others: [of('old.txt', date, 'The force has 22 dog handlers.')],
      register: [],
    }).map((one) => one.verdict)
  it('asks about the present of a document of the same weeks', () => {
    assert.deepEqual(asked('2024-05-20'), ['question'])
  })
  it("takes the undated present of last year's document for progress", () => {
    assert.deepEqual(asked('2023-06-01'), [])
  })
})

describe('one thing in two documents', () => {
  it('is told for each of several figures, whatever headings they stand under', () => {
    const own = [
      'Resources',
      'The net revenue budget for 2025/26 is £208.4m.',
      'The council tax requirement for 2025/26 is £96.3m.',
    ]
    const other = [
      'Budget book',
      'The net revenue budget for 2025/26 is £204.8m.',
      'The council tax requirement for 2025/26 is £93.6m.',
    ]
    assert.deepEqual(verdictsIn(own, other), ['warning', 'warning'])
    assert.deepEqual(verdictsIn(own, own), ['holds', 'holds'])
  })

  it('is asked about where most of its words are the same', () => {
    const own = ['In 2024/25 officers took 38 minutes on average to arrive at anti-social behaviour.']
    const other = ['Response to anti-social behaviour: the mean time to arrive was 48 minutes in 2024/25.']
    assert.deepEqual(verdictsIn(own, other), ['question'])
    assert.deepEqual(verdictsIn(own, ['The mean time to arrive at burglaries was 48 minutes in 2024/25.']), [])
  })
})
