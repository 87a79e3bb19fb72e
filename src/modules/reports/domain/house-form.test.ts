import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { numbered, type Section } from './house-form.js'

const anyBlock = fc.record({ numbered: fc.boolean(), content: fc.string() })
const anySections: fc.Arbitrary<Section<string>[]> = fc.array(
  fc.record({ key: fc.string(), heading: fc.string(), blocks: fc.array(anyBlock, { maxLength: 6 }) }),
  { maxLength: 12 },
)

it('numbers sections and paragraphs without gaps, whatever is in them', () => {
  fc.assert(
    fc.property(anySections, (sections) => {
      const result = numbered(sections)
      assert.deepEqual(
        result.map((section) => section.number),
        result.map((_, index) => index + 1),
      )
      for (const section of result) {
        const numbers = section.blocks.flatMap((block) => (block.number === null ? [] : [block.number]))
        assert.deepEqual(
          numbers,
          numbers.map((_, index) => `${section.number}.${index + 1}`),
        )
      }
    }),
  )
})

it('leaves out a section that has nothing to say, and loses nothing else', () => {
  const block = (content: string, isNumbered = true) => ({ numbered: isNumbered, content })
  const result = numbered([
    { key: 'a', heading: 'Purpose', blocks: [block('why')] },
    { key: 'b', heading: 'Empty', blocks: [] },
    { key: 'c', heading: 'Figures', blocks: [block('calls'), block('a chart', false), block('more')] },
  ])
  assert.deepEqual(
    result.map(({ number, heading }) => `${number} ${heading}`),
    ['1 Purpose', '2 Figures'],
  )
  assert.deepEqual(
    result[1]?.blocks.map((each) => each.number),
    ['2.1', null, '2.2'],
  )
})
