import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { err, ok } from '#kernel/result.js'
import { aFigure, aPaper } from '#test/support/papers.js'
import { type Block, everyBlock, plainText, valuesIn } from './paper.js'

const wordsOf = (blocks: readonly Block[]) =>
  [...everyBlock(blocks)].map((block) =>
    'children' in block && block.kind !== 'quote' && block.kind !== 'callout' ? plainText(block.children) : '',
  )
const codes = (text: string, supply = {}) =>
  aPaper(text, { supply }).problems.map(({ code, line }) => `${code} ${line}`)

describe('a paper', () => {
  it('numbers sections and paragraphs without gaps, and leaves out a section with nothing in it', () => {
    const { paper } = aPaper('## One\n\nA.\n\nB.\n\n## Empty\n\n## Two\n\nC.')
    const numbers = paper.blocks.map((block) => ('number' in block ? `${block.number}` : ''))
    assert.deepEqual(numbers, ['1', '1.1', '1.2', '2', '2.1'])
  })

  it('takes the office’s own words where it wrote any, and the template’s where it wrote none', () => {
    const { paper, sections } = aPaper(
      '## Purpose\n\n:::section{name=purpose}\nStanding words.\n:::\n\n## Context\n\n:::section{name=context}\nStanding words on :field[theme].\n:::',
    )
    assert.deepEqual(wordsOf(paper.blocks), [
      'Purpose',
      'The office’s own words.',
      'Context',
      'Standing words on Prevention.',
    ])
    assert.deepEqual(
      sections.map(({ name, heading, standing }) => [name, heading, standing]),
      [
        ['purpose', 'Purpose', 'Standing words.'],
        ['context', 'Context', 'Standing words on Prevention.'],
      ],
    )
  })

  it('repeats a part for each of what it is about', () => {
    const { paper } = aPaper(':::each{of=themes}\n## :field[theme]\n\nWords.\n:::')
    assert.deepEqual(wordsOf(paper.blocks), ['One', 'Words.', 'Two', 'Words.'])
  })

  it('keeps every colon of prose', () => {
    const text = 'At 10:30 the odds were 3:2, note:important, C:drive, see: this, a::b and (:smile:).'
    const { paper } = aPaper(text, { frame: { numbering: 'none' } })
    assert.deepEqual(wordsOf(paper.blocks), [text])
  })

  it('fills in references to what stands before and after, by the number that is printed there', () => {
    const text =
      '## One\n\nSee :ref[bars], :ref[tab], :ref[later] and :ref[two].\n\n::chart{}\n\nTable: Things {#tab}\n\n| A | B |\n|---|---|\n| a | b |\n\n## Two {#two}\n\nLater. {#later}'
    const { paper, problems } = aPaper(text)
    assert.deepEqual(problems, [])
    assert.equal(wordsOf(paper.blocks)[1], 'See Figure 1, Table 1, paragraph 2.1 and section 2.')
  })

  it('says where each live figure comes from in a footnote that figures of one source share', () => {
    const { paper } = aPaper('It was :fig[burglary.2024/25], yes :fig[burglary.2024/25].[^a]\n\n[^a]: Own note.')
    assert.deepEqual(
      paper.notes.map((note) => plainText(note)),
      ['Burglary, 2024/25. Police records.', 'Own note.'],
    )
    assert.deepEqual(
      valuesIn(paper).map(({ id, text }) => [id, text]),
      [['burglary.2024/25.value', '6,004']],
    )
  })
})

describe('what bars a paper', () => {
  it('is listed with the line that it stands on', () => {
    assert.deepEqual(codes('Yes.\n\nIt was :fig[nothing.2024].'), ['unknown-figure 3'])
    assert.deepEqual(codes('See\n:ref[nothing].'), ['unknown-reference 2'])
    assert.deepEqual(codes('A.[^gone]'), ['unknown-reference 1'])
    assert.deepEqual(codes('A.\n\n| A | B |\n|---|---|\n| a | b |'), ['missing-caption 3'])
    assert.deepEqual(codes('## A\n\n#### B\n\nC.'), ['skipped-heading 3'])
    assert.deepEqual(codes('## A\n\n::nothing{}'), ['unknown-block 3'])
    assert.deepEqual(codes('It was :fig[broken'), ['unreadable 1'])
    assert.deepEqual(codes('Ideographs: 中.'), ['unknown-character 1'])
    assert.deepEqual(codes('Crime rose by 12% to 6,004.'), ['typed-number 1', 'typed-number 1'])
  })

  it('lists what is wrong from the first line to the last, whichever step saw it', () => {
    const lines = codes('See\n:ref[nothing].\n\n<b>Raw</b>\n\nSee :ref[neither].').map((code) => code.split(' ')[1])
    assert.deepEqual(lines, ['2', '4', '6'])
  })

  it('is a chart without a caption, without words for those who do not see it, or without a source', () => {
    const supplied = (changes: object) => ({ block: () => ok([aFigure(changes)]) })
    assert.deepEqual(codes('::chart{}', supplied({ caption: ' ' })), ['missing-caption 1'])
    assert.deepEqual(codes('::chart{}', supplied({ alt: '' })), ['missing-alternative 1'])
    assert.deepEqual(codes('::chart{}', supplied({ source: '' })), ['missing-source 1'])
    assert.deepEqual(codes('::chart{}', { block: () => err('No such measure') }), ['unknown-block 1'])
  })

  it('is no number that somebody answers for, no day, no time and no place in a law', () => {
    assert.deepEqual(codes('We gave :typed[£986,094]{by="Chief finance officer"} to charities.'), [])
    assert.deepEqual(
      codes(
        'On 31 March 2025 at 10:30, under section 28 of the 2011 Act, items 6 and 8, call 101, in 2024/25 and A14.',
      ),
      [],
    )
    assert.deepEqual(codes('Crime was :typed[12].'), ['typed-number 1'])
  })
})

describe('hostile Markdown', () => {
  const text =
    '<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> [a](javascript:alert(1)) ![p](http://x/y.png) [b](data:text/html,x)'

  it('leaves no markup, no picture and no address that runs', () => {
    const { paper, problems } = aPaper(text)
    const json = JSON.stringify(paper)
    assert.doesNotMatch(json, /<script|onerror|javascript:|data:text|http:\/\/x/)
    assert.ok(problems.some(({ code }) => code === 'raw-html'))
    assert.ok(problems.some(({ code }) => code === 'unsafe-link'))
  })

  it('is refused with its line where it is too long or too tangled to be prose', () => {
    for (const hostile of [
      'a '.repeat(5_000_000),
      `Good.\n\n${'> '.repeat(5000)}x`,
      `${'- '.repeat(3000)}x`,
      '['.repeat(100_000),
      '*a **b '.repeat(20_000),
      `${':'.repeat(5000)}a`,
      `${' '.repeat(50_000)}x`,
    ]) {
      const { paper, problems } = aPaper(hostile)
      assert.deepEqual(paper.blocks, [])
      assert.equal(problems[0]?.code, 'unreadable')
    }
  })

  it('stops a template that repeats itself without end', () => {
    const own = { section: () => ({ name: 'purpose', text: ':::section{name=purpose}\n:::\n\nx' }) }
    assert.ok(aPaper('::section{name=purpose}', { supply: own }).paper.blocks.length < 20)
  })

  it('always makes a paper, whatever is typed', () => {
    const piece = fc.constantFrom(
      '## ',
      ':fig[',
      ']',
      '{',
      '}',
      ':::',
      '::each{of=themes}',
      '| a | b |\n|-|-|\n',
      '> ',
      '- ',
      '\n\n',
      'x',
      '[^a]',
      '[^a]: n',
      '<b>',
      '`',
      '12',
      ':ref[bars]',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        assert.ok(aPaper(pieces.join('')).paper.title)
      }),
      { numRuns: 60 },
    )
  })
})
