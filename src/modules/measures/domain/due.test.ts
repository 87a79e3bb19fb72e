import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { figuresDue, followingPeriod, nextFiguresDue } from './due.js'
import { type Period, periodFrom } from './period.js'

const periods = (...codes: string[]): Period[] => codes.map(periodFrom)
const next = (...codes: string[]) => {
  const known = periods(...codes)
  return [followingPeriod(known)?.code, nextFiguresDue(known)]
}

describe('when the next figures are due', () => {
  it('goes by the calendar of months, quarters and years', () => {
    assert.deepEqual(next('2025-03'), ['2025-04', '2025-05-31'])
    assert.deepEqual(next('2024/25 Q4'), ['2025/26 Q1', '2025-09-30'])
    assert.deepEqual(next('2024/25'), ['2025/26', '2026-09-30'])
  })

  it('goes by how the newest came where there is no calendar, and by the end of a month where they do', () => {
    assert.deepEqual(next('2024-06-30', '2024-09-30', '2024-12-31'), ['2025-03-31', '2025-06-30'])
    assert.deepEqual(next('2024-03-31', '2024-09-30', '2025-03-31', '2025-09-30'), ['2026-03-31', '2026-09-30'])
    assert.deepEqual(next('2025-01-15', '2025-02-15', '2025-03-15'), ['2025-04-15', '2025-05-31'])
    assert.deepEqual(next('12m to 2025-01', '12m to 2025-02', '12m to 2025-03'), ['12m to 2025-04', '2025-07-31'])
  })

  it('is not put out by one figure that was skipped', () => {
    const [code] = next('2024-03-31', '2024-06-30', '2024-12-31', '2025-03-31')
    assert.equal(code, '2025-06-30')
  })

  it('is only guessed where too few figures tell, and then names no period', () => {
    assert.deepEqual(next('2024-03-31', '2024-06-30'), [undefined, '2025-12-31'])
    assert.deepEqual(next('12m to 2025-03'), [undefined, '2025-09-30'])
    assert.deepEqual(next(), [undefined, undefined])
  })

  it('leaves a quarterly stock three months, and one known once six', () => {
    const known = periods('2024-09-30', '2024-12-31', '2025-03-31')
    assert.equal(figuresDue(periodFrom('2025-06-30'), known), '2025-09-30')
    assert.equal(figuresDue(periodFrom('2025-06-30')), '2025-12-31')
  })
})
