import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addedPeople, peopleByGroup } from './ethnic-population.js'

describe('residents by ethnic group', () => {
  it('come from five lines, whatever the census calls them', () => {
    const people = peopleByGroup([
      { group: 'Asian, Asian British or Asian Welsh', people: 10 },
      { group: 'Black, Black British, Black Welsh, Caribbean or African', people: 20 },
      { group: 'Mixed or Multiple ethnic groups', people: 30 },
      { group: 'White', people: 40 },
      { group: 'Other ethnic group', people: 50 },
      { group: 'Does not apply', people: 7 },
    ])
    assert.deepEqual(Object.fromEntries(people), { White: 40, Mixed: 30, Asian: 10, Black: 20, Other: 50 })
  })

  it('come from a longer list added up, and are not counted twice where both stand in one file', () => {
    const entries = [
      { group: 'White: Irish', people: 5 },
      { group: 'White: Other White', people: 6 },
      { group: 'Asian, Asian British or Asian Welsh: Chinese', people: 3 },
    ]
    assert.equal(peopleByGroup(entries).get('White'), 11)
    assert.equal(peopleByGroup(entries).get('Asian'), 3)
    assert.equal(peopleByGroup([...entries, { group: 'White: Total', people: 11 }]).get('White'), 11)
  })

  it('are unknown where no line names the group, or an area lacks it', () => {
    const one = peopleByGroup([{ group: 'White', people: 4 }])
    assert.equal(one.get('Black'), null)
    const both = addedPeople([
      one,
      peopleByGroup([
        { group: 'White', people: 6 },
        { group: 'Black', people: 1 },
      ]),
    ])
    assert.deepEqual([both.get('White'), both.get('Black')], [10, null])
    assert.equal(addedPeople([]).get('White'), null)
  })
})
