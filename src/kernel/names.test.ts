import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { lettersApart, plainAreaName } from './names.js'

it('takes the ways in which publishers write one force for one name', () => {
  for (const written of [
    'Avon & Somerset Constabulary [note 1]',
    'avon-and-somerset',
    'The Avon and Somerset Police Force',
  ])
    assert.equal(plainAreaName(written), 'avon and somerset')
  assert.equal(plainAreaName('London, City of'), plainAreaName('City of London Police'))
  assert.equal(plainAreaName('King’s Lynn'), plainAreaName("King's Lynn"))
  assert.equal(plainAreaName('Ynys Môn'), 'ynys mon')
})

it('leaves a plain name as it is', () => {
  fc.assert(fc.property(fc.string(), (text) => plainAreaName(plainAreaName(text)) === plainAreaName(text)))
})

it('counts the letters by which two names differ', () => {
  assert.equal(lettersApart('kitten', 'sitting'), 3)
  assert.equal(lettersApart('', 'fenland'), 7)
})

it('finds two names as far apart either way, and none further than the longer is long', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (one, other) => {
      const apart = lettersApart(one, other)
      assert.equal(apart, lettersApart(other, one))
      assert.equal(apart === 0, one === other)
      assert.ok(apart <= Math.max(one.length, other.length))
    }),
  )
})
