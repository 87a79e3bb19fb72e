import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { joinTexts } from './join-texts.js'

const TEXT = 'One.\n\nTwo.\n\nThree.'

describe('two people who wrote in one text at once', () => {
  it('have both changes where they changed different paragraphs', () => {
    assert.equal(
      joinTexts(TEXT, 'One, changed.\n\nTwo.\n\nThree.', 'One.\n\nTwo.\n\nThree, too.'),
      'One, changed.\n\nTwo.\n\nThree, too.',
    )
    assert.equal(joinTexts(TEXT, 'One!\n\nTwo.\n\nThree.', 'One.\n\nTwo?\n\nThree.'), 'One!\n\nTwo?\n\nThree.')
    assert.equal(joinTexts(TEXT, `${TEXT}\n\nFour.`, 'One.\n\nThree.'), 'One.\n\nThree.\n\nFour.')
    assert.equal(joinTexts(TEXT, `${TEXT}\n\nFour.`, 'One.\n\nTwo.\n\nThree!'), 'One.\n\nTwo.\n\nThree!\n\nFour.')
  })

  it('are asked where they changed the same paragraph, or added at the same place', () => {
    assert.equal(joinTexts(TEXT, 'One!\n\nTwo.\n\nThree.', 'One?\n\nTwo.\n\nThree.'), undefined)
    assert.equal(joinTexts(TEXT, `${TEXT}\n\nFour.`, `${TEXT}\n\nFive.`), undefined)
    assert.equal(joinTexts('', 'One.', 'Another.'), undefined)
    assert.equal(joinTexts(TEXT, `${TEXT}\n\nFour.`, 'One.\n\nTwo.'), undefined)
  })

  it('need not be asked where both wrote the same', () => {
    assert.equal(joinTexts(TEXT, 'Same.', 'Same.'), 'Same.')
  })

  it('lose no paragraph that either of them added', () => {
    const paragraph = fc.constantFrom('a', 'b', 'c', 'd', 'e')
    const text = fc.array(paragraph, { maxLength: 6 })
    fc.assert(
      fc.property(text, text, text, (first, one, other) => {
        const [base, mine, theirs] = [first, one, other].map((each) => each.join('\n\n')) as [string, string, string]
        const joined = joinTexts(base, mine, theirs)
        const again = joinTexts(base, theirs, mine)
        assert.equal(joined === undefined, again === undefined)
        if (joined === undefined) return
        for (const each of new Set([...one, ...other]))
          if (!first.includes(each)) assert.ok(joined.split('\n\n').includes(each), `${each} of ${joined}`)
        if (one.join() === first.join()) assert.equal(joined, theirs)
      }),
    )
  })
})
