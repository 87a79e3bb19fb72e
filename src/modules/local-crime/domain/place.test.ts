import assert from 'node:assert/strict'
import { it } from 'node:test'
import { pathOf } from './place.js'

it('finds the page of a district by its name and of a ward by its code', () => {
  assert.equal(pathOf('force', { code: 'E23000023', name: 'Cambridgeshire' }), '/crime')
  assert.equal(
    pathOf('district', { code: 'E07000009', name: 'East Cambridgeshire' }),
    '/crime/district/east-cambridgeshire',
  )
  assert.equal(pathOf('ward', { code: 'E05002708', name: 'Market' }), '/crime/ward/E05002708')
})
