import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { isoDate } from '#kernel/dates.js'
import { FORMS, figureId, figureNameOf, figureParts, periodWords } from './figure-name.js'

const days = { from: isoDate('2024-04-01'), until: isoDate('2025-03-31') }

it('reads measure, period and form as an author writes them', () => {
  assert.deepEqual(figureNameOf('burglary.2024-01..2024-06', { form: 'change' }), {
    ...{ measure: 'burglary', period: '2024-01..2024-06', form: 'change', group: '' },
  })
  assert.equal(figureNameOf('burglary', {})?.period, '')
  assert.equal(figureNameOf('burglary.2024', { form: 'shape' }), undefined)
})

it('knows the periods of the report itself', () => {
  assert.equal(periodWords('period', days), '2024/25')
  assert.equal(periodWords('period', { ...days, from: isoDate('2025-01-01') }), '2025-01..2025-03')
  assert.equal(periodWords('12m', days), '12m to 2025-03')
  assert.equal(periodWords('ytd', days), 'ytd to 2025-03')
  assert.equal(periodWords('2023/24', days), '2023/24')
})

it('finds measure, period and form again in the name of a figure', () => {
  const period = fc.constantFrom('2024/25', '2024-01..2024-06', '12m to 2025-03', '2025-03')
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z][a-z0-9-]*$/), period, fc.constantFrom(...FORMS), (measure, code, form) => {
      const name = { measure, period: code, form, group: '' }
      assert.deepEqual(figureParts(figureId(name, code)), { measure, period: code, form })
    }),
  )
})
