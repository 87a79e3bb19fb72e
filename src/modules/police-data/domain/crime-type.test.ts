import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { breaksOfTypes, crimeTypeNamed, crimeTypesIn, nearestTypes } from './crime-type.js'

describe('kinds of crime', () => {
  it('number six, then 11 from September 2011, then 14 from May 2013', () => {
    const counts = ['2011-08', '2011-09', '2013-04', '2013-05', '2025-03'].map((month) => crimeTypesIn(month).length)
    assert.deepEqual(counts, [6, 11, 11, 14, 14])
  })

  it('are found by name or slug, however they are written', () => {
    for (const text of ['Violence and sexual offences', 'violent-crime', 'VIOLENCE & SEXUAL OFFENCES ']) {
      assert.equal(crimeTypeNamed(text)?.name, 'Violence and sexual offences', text)
    }
    assert.equal(crimeTypeNamed('Violent crime')?.name, 'Violent crime')
    assert.equal(crimeTypeNamed('Piracy'), undefined)
  })

  it('name the nearest when one is misspelt', () => {
    assert.equal(nearestTypes('burglery')[0], 'Burglary')
    assert.equal(nearestTypes('shop lifting')[0], 'Shoplifting')
    assert.deepEqual(nearestTypes('zzzzzzzzzz'), [])
  })
})

describe('a series of kinds of crime', () => {
  const days = (...names: string[]) => breaksOfTypes(names).map(({ startsOn }) => startsOn)

  it('breaks where a kind lost what was split out of it, or begins', () => {
    assert.deepEqual(days('Other theft'), ['2011-09-01', '2013-05-01'])
    assert.deepEqual(days('Violence and sexual offences'), ['2013-05-01'])
    assert.deepEqual(days('Public order', 'Possession of weapons'), ['2013-05-01'])
  })

  it('goes on over 2013 where all that was divided is counted together', () => {
    assert.deepEqual(days('Other theft', 'Bicycle theft', 'Theft from the person'), ['2011-09-01'])
    assert.deepEqual(days('Violent crime', 'Violence and sexual offences'), [])
  })

  it('does not break for kinds that never changed, nor for all crime', () => {
    assert.deepEqual([days('Burglary'), days('Robbery', 'Vehicle crime'), days()], [[], [], []])
  })

  it('says of each break why', () => {
    assert.match(breaksOfTypes(['Other theft']).at(-1)?.reason ?? '', /Bicycle theft/)
  })
})
