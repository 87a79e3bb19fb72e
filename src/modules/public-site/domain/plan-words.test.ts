import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { planSentence, themeSentence, trackedNoun } from './plan-words.js'

const level = (name: string, plural: string, isTracked = true) => ({ name, plural, isTracked })
const commitment = trackedNoun([level('How we will achieve this', 'How we will achieve this')])

describe('what the promises of a plan are called', () => {
  it('is the plan’s own word', () => {
    assert.deepEqual(trackedNoun([level('Theme', 'Themes', false), level('Objective', 'Objectives')]), {
      one: 'objective',
      many: 'objectives',
    })
  })

  it('is "commitment" where the plan’s word cannot be counted, or there are several', () => {
    assert.equal(commitment.many, 'commitments')
    assert.equal(trackedNoun([level('Aim', 'Aims'), level('Objective', 'Objectives')]).one, 'commitment')
    assert.equal(trackedNoun([]).one, 'commitment')
  })
})

describe('the sentence under the plan’s name', () => {
  it('counts the themes, the promises and their states, leaving out what is zero', () => {
    const counts = [
      { words: 'on course', count: 29 },
      { words: 'behind', count: 0 },
      { words: 'not started', count: 10 },
    ]
    assert.equal(
      planSentence(5, 39, commitment, counts),
      'Five themes and 39 commitments: 29 on course, 10 not started.',
    )
  })

  it('says all, both or nothing where that is so', () => {
    assert.equal(themeSentence(7, commitment, [{ words: 'on course', count: 7 }]), 'Seven commitments, all on course.')
    assert.equal(themeSentence(2, commitment, [{ words: 'behind', count: 2 }]), 'Two commitments, both behind.')
    assert.equal(themeSentence(1, commitment, [{ words: 'complete', count: 1 }]), 'One commitment: complete.')
    assert.equal(themeSentence(0, commitment, []), 'No commitments.')
  })
})
