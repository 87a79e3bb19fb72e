import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { contrast, palette, shade, tint } from './palette.js'

const { white, sand, band, added, removed } = palette
const textPairs: [string, string][] = [
  ...[palette.ink, palette.soft, palette.link, palette.worry, palette.brand].flatMap((text): [string, string][] => [
    [text, white],
    [text, sand],
  ]),
  [palette.neutral, white],
  [palette.ink, band],
  [palette.brand, band],
  [palette.ink, added],
  [palette.ink, removed],
  [white, palette.brand],
  [white, palette.worry],
]
const shapePairs: [string, string][] = [
  [palette.ink, band],
  [palette.worry, band],
  [palette.brand, band],
  [palette.neutral, band],
  [palette.neutral, white],
]

describe('the colours of every page', () => {
  it('can be read: each text has 4.5 to 1 on each ground that it stands on', () => {
    for (const [text, ground] of textPairs) assert.ok(contrast(text, ground) >= 4.5, `${text} on ${ground}`)
  })

  it('can be told apart: each line and mark of a chart has 3 to 1', () => {
    for (const [shape, ground] of shapePairs) assert.ok(contrast(shape, ground) >= 3, `${shape} on ${ground}`)
  })

  it('are the same in the style sheets', () => {
    const sheet = readFileSync(new URL('../../../src/ui/styles/_palette.scss', import.meta.url), 'utf8')
    for (const [name, hex] of Object.entries(palette)) {
      assert.equal(new RegExp(`^\\$${name}: (#[0-9a-f]{6});$`, 'm').exec(sheet)?.[1], hex, name)
    }
  })

  it('keep what WCAG says of black and white', () => {
    assert.equal(contrast('#000000', '#ffffff'), 21)
    assert.ok(Math.abs(contrast('#767676', '#ffffff') - 4.54) < 0.01)
  })

  it('gets lighter by tinting and darker by shading, whatever the brand', () => {
    const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)
    fc.assert(
      fc.property(hex, (brand) => {
        assert.ok(contrast(tint(brand, 0.065), white) <= contrast(brand, white))
        assert.ok(contrast(shade(brand, 0.8), white) >= contrast(brand, white))
      }),
    )
  })
})
