import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { contrast } from '#kernel/colour.js'
import { brandColour } from './brand.js'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)

it('takes just those colours on which white words can be read', () => {
  fc.assert(
    fc.property(colour, (typed) => {
      assert.equal(brandColour(typed).ok, contrast(typed, '#ffffff') >= 4.5)
    }),
  )
})

it('reads a colour as people type it', () => {
  for (const typed of ['#12436D', '12436d', ' #12436d ']) {
    assert.deepEqual(brandColour(typed), { ok: true, value: '#12436d' })
  }
})

it('refuses what is no colour, and anything that could run on in a style sheet', () => {
  for (const typed of ['', 'navy', '#124', '#12436d;}', '#12436g', '＃12436d']) {
    assert.deepEqual(brandColour(typed), { ok: false, error: { code: 'not-a-colour' } })
  }
})
