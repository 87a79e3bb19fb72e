import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { plainDocument } from './plain-document.js'
import { readable } from './readable.js'

const passagesOf = (text: string) => {
  const view = readable(plainDocument('paper.txt', text))
  return view.passages.map(({ start, end }) => view.text.slice(start, end))
}

describe('the readable text of a damaged document', () => {
  it('puts a drop capital back on its word', () => {
    assert.deepEqual(passagesOf('T\n\nhe needs of victims come first in all that\nwe do.'), [
      'The needs of victims come first in all that we do.',
    ])
  })

  it('reads ligatures, soft hyphens and note marks as the words that they stand in', () => {
    assert.deepEqual(passagesOf('Eﬀective oﬃcers pre\u00advented 12%² of them.'), [
      'Effective officers prevented 12% of them.',
    ])
  })

  it('joins a word broken at a line end, and keeps a hyphen that belongs', () => {
    const text = 'Many volunteers gave time to victims, and these volun-\nteers help with short-\nterm needs.'
    assert.deepEqual(passagesOf(text), [
      'Many volunteers gave time to victims, and these volunteers help with short-term needs.',
    ])
  })

  it('reads a sentence across the foot of a page, its number and its running head', () => {
    const page = (number: number, words: string) =>
      `Annual report of the Commissioner ${number}\n\n${words}\n\n${number}`
    const text = [
      page(1, 'In all there were 450 visits to the\nstations of the county, of which'),
      page(2, '320 were made at night.\n\nA further sentence stands here.'),
      page(3, 'The last page says little.'),
    ].join('\f')
    const read = passagesOf(text.replace('320 were', 'three hundred and twenty were'))
    assert.deepEqual(
      read[0],
      'In all there were 450 visits to the stations of the county, of which three hundred and twenty were made at night.',
    )
    assert.equal(
      read.some((passage) => /Annual report|^\d$/.test(passage)),
      false,
    )
  })

  it('takes the digit that a bullet became from each item, and leaves a numbered list alone', () => {
    const items = [
      'Recorded crime',
      'Hate crime',
      'Complaints',
      'Call handling',
      'Volunteering',
      'Outcome rates',
      'Drugs',
    ]
    assert.deepEqual(passagesOf(items.map((item) => `5 ${item}`).join('\n')), items)
    const steps = ['First tell us', 'Then we look', 'Then we write']
    assert.match(
      passagesOf(steps.map((step, at) => `${at + 1} ${step}`).join('\n')).join(' '),
      /1 First tell us 2 Then/,
    )
  })

  it('keeps a date together whose year begins a line', () => {
    const text = 'Community engagement was covered in the paper to the Panel on the 6th September\n2017.'
    assert.deepEqual(passagesOf(text), [text.replace('\n', ' ')])
  })

  it('leads every place back to the same characters of the document', () => {
    const word = fc.constantFrom(
      'oﬃcers',
      'in',
      '2017/18',
      '12%',
      'rose-\nto',
      '\n',
      '\n\n',
      '\f',
      '• ',
      '8.2 ',
      'Total   450',
      'T\n\nhe',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (words) => {
        const document = plainDocument('paper.txt', words.join(' '))
        const view = readable(document)
        let before = -1
        for (let at = 0; at < view.text.length; at += 1) {
          if (/\s/.test(view.text[at] ?? '')) continue
          const own = view.toOwn(at, at + 1)
          assert.equal(
            document.text
              .slice(own.start, own.end)
              .normalize('NFKC')
              .includes(view.text[at] ?? ''),
            true,
          )
          assert.equal(own.start >= before, true)
          before = own.start
        }
      }),
    )
  })
})

describe('feet and heads of pages in the middle of a sentence', () => {
  const line = 'In the month of October the teams of the district took part in'
  const rest = 'forty meetings, most of them in village halls.'

  it('are left out where a page number in words or a marking tells them', () => {
    for (const broken of [
      `${line}\nOFFICIAL\nPage 5 of 12\n${rest}`,
      `${line}\nNorthshire Police – Quarterly report\nPage 5\n${rest}`,
      `${line}\nPage 9\nOut of court work and its panel\n${rest}`,
    ]) {
      assert.deepEqual(passagesOf(broken), [`${line} ${rest}`])
    }
  })

  it('are left out as a bare number beside a title, but not where a number is awaited', () => {
    const upTo = 'The 84 volunteers who came forward in the first half of the year'
    assert.deepEqual(passagesOf(`${upTo}\n7\nVolunteering report 2024\ntook ${rest}`), [`${upTo} took ${rest}`])
    const awaited = 'The number of volunteers in the county has now risen to'
    assert.match(passagesOf(`${awaited}\n7\nVolunteers in all\n${rest}`).join(' '), /Volunteers in all/)
  })

  it('end nothing that goes on with a number, and take no line of the text with them', () => {
    const text = `Calls rose from 6,476 to 6,510 between two months. The\nOFFICIAL\nPage 4\n6,510 calls are many.`
    assert.match(passagesOf(text).join('|'), /The 6,510 calls are many/)
    const list =
      '5 Saturday 6 July 2024: open day at the quays of the town\nPage 1\n5 Thursday 18 July 2024: surgery\nlibrary'
    assert.match(passagesOf(list).join('|'), /Thursday 18 July 2024/)
  })
})
