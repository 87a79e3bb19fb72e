import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { courtResultsEndIn, isCourtResult, needsNoEvent, outcomeGroupOf, sayTheSame } from './outcome-group.js'

describe('outcomes of crimes', () => {
  it('stand in one group each, however they are written', () => {
    assert.equal(outcomeGroupOf('Investigation complete; no suspect identified'), 'No suspect identified')
    assert.equal(outcomeGroupOf('Court result unavailable'), 'Charged or sent to court')
    assert.equal(outcomeGroupOf('offender GIVEN a caution '), 'Dealt with out of court')
    assert.equal(outcomeGroupOf('Further action is not in the public interest'), 'Not in the public interest')
  })

  it('have no group for anti-social behaviour, and are not known in a wording that is new', () => {
    assert.deepEqual([outcomeGroupOf(''), outcomeGroupOf(null)], [null, null])
    assert.equal(outcomeGroupOf('Sent to the moon'), 'Not known')
  })

  it('are a court’s own only where a court decided', () => {
    assert.equal(isCourtResult('Offender fined'), true)
    assert.equal(isCourtResult('Offender sentenced as part of another case'), true)
    assert.equal(isCourtResult('Awaiting court outcome'), false)
  })

  it('say the same in both kinds of file when a suspect was charged', () => {
    assert.equal(sayTheSame('Court result unavailable', 'Suspect charged'), true)
    assert.equal(sayTheSame('Awaiting court outcome', 'Suspect charged'), true)
    assert.equal(sayTheSame('Local resolution', 'Local resolution'), true)
    assert.equal(sayTheSame('Unable to prosecute suspect', 'Suspect charged'), false)
    assert.equal(needsNoEvent('Under investigation'), true)
    assert.equal(needsNoEvent('Local resolution'), false)
  })
})

describe('the end of matched court results', () => {
  const month = (name: string, charged: number, withResult: number) => ({ month: name, charged, withResult })

  it('is the month after the last in which a tenth of charged crimes had one', () => {
    const months = [
      month('2019-02', 90, 1),
      month('2019-01', 100, 50),
      month('2019-03', 80, 8),
      month('2019-04', 70, 6),
    ]
    assert.equal(courtResultsEndIn(months), '2019-04')
  })

  it('is not told where results never were matched, or still are', () => {
    assert.equal(courtResultsEndIn([month('2024-01', 100, 0)]), null)
    assert.equal(courtResultsEndIn([month('2018-01', 100, 60)]), null)
    assert.equal(courtResultsEndIn([]), null)
  })
})
