import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { withoutPersons } from './log-words.js'

describe('a line of the log', () => {
  it('says nothing of who, from where, with which token, or looking for what', () => {
    const said: [string, string][] = [
      ['duplicate key: (ann.lee+x@office.example)', 'duplicate key: ([e-mail])'],
      ['connect ETIMEDOUT 10.20.30.40:5432', 'connect ETIMEDOUT [address]:5432'],
      ['from 2001:db8:0:1::17 refused', 'from [address] refused'],
      ['GET /search?q=my+neighbour failed', 'GET /search?[query] failed'],
      ['no session Zk3vQ1bWz9pT0uXy7rLmN4cDfGh', 'no session [token]'],
      [`value "${'x'.repeat(60)}" is too long`, 'value "[text]" is too long'],
    ]
    for (const [given, expected] of said) assert.equal(withoutPersons(given), expected)
  })

  it('still says where in the program it went wrong', () => {
    const stack = "TypeError: Cannot read 'title'\n    at load (src/modules/plan/pages/plan.page.tsx:12:30)"
    assert.equal(withoutPersons(stack), stack)
  })
})
