import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { plainAreaName } from '#kernel/names.js'
import { FORCES, forceNamed, forceOfSlug } from './forces.js'

describe('the forces', () => {
  it('are the 45 that open data name: 43 with a territory, one of railways and one of Northern Ireland', () => {
    assert.equal(FORCES.length, 45)
    assert.equal(new Set(FORCES.map(({ code }) => code)).size, 44)
    assert.deepEqual(
      FORCES.filter(({ code }) => code === null).map(({ slug }) => slug),
      ['btp', 'northern-ireland'],
    )
    for (const { slug } of FORCES) assert.equal(forceOfSlug(slug)?.slug, slug)
  })

  it('go by no name that is another’s', () => {
    const owners = new Map<string, Set<string>>()
    for (const { slug, name, area, aliases } of FORCES)
      for (const each of [name, area, ...aliases]) {
        const plain = plainAreaName(each)
        owners.set(plain, (owners.get(plain) ?? new Set()).add(slug))
      }
    for (const [name, slugs] of owners) assert.equal(slugs.size, 1, name)
  })

  for (const [written, slug] of [
    ['Avon & Somerset', 'avon-and-somerset'],
    ['Devon & Cornwall Police', 'devon-and-cornwall'],
    ['London, City of', 'city-of-london'],
    ['Metropolitan Police Service', 'metropolitan'],
    ['Metropolitan Police', 'metropolitan'],
    ['Dyfed Powys', 'dyfed-powys'],
    ['Heddlu Gogledd Cymru', 'north-wales'],
    ['Hampshire & Isle of Wight [note 2]', 'hampshire'],
    ['WEST MERCIA', 'west-mercia'],
    ['W15000003', 'south-wales'],
    ['British Transport Police', 'btp'],
  ] as const)
    it(`knows “${written}”`, () => {
      assert.equal(forceNamed(written)?.slug, slug)
    })

  it('know no force that is none', () => {
    for (const text of ['Action Fraud', 'England', '', 'Camford']) assert.equal(forceNamed(text), undefined)
  })
})
