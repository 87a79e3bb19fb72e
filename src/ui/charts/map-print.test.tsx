import assert from 'node:assert/strict'
import { it } from 'node:test'
import { load } from 'cheerio'
import { htmlOf } from '#platform/web/html.js'
import { lightnessOf } from './map-colours.js'
import { MapPrint } from './map-print.js'
import type { MapArea } from './map-words.js'

const square = (column: number): [number, number][] => [
  [column / 10, 52],
  [column / 10, 52.1],
  [(column + 1) / 10, 52.1],
  [(column + 1) / 10, 52],
]
const area = (name: string, value: number | null, column: number, more: Partial<MapArea> = {}): MapArea => ({
  ...{ code: `E0700000${column}`, name, value, outline: [square(column)] },
  ...more,
})

const AREAS = [
  area('Fenland', 77.1, 0),
  area('Huntingdonshire', 53.4, 1),
  area('Cambridge', 120.2, 2),
  area('Ely', null, 3, { isWithheld: true }),
  area('Nowhere', null, 4, { outline: [] }),
]

it('draws a map for print with its key in it: classes in order of darkness, what is withheld hatched, nothing to press', () => {
  const svg = htmlOf(
    <MapPrint
      id="m"
      title="Crimes by district"
      unitLabel="crimes of violence and sexual offences for each 1,000 residents"
      areas={AREAS}
      format={(value) => value.toFixed(1)}
      isLabelled
      withheldWords="Not shown, so that nobody can be known"
    />,
  )
  const $ = load(svg, { xml: true })
  const fills = $('path')
    .map((_, each) => $(each).attr('fill'))
    .get()
  assert.equal(fills.length, 4, 'an area without an outline is not drawn')
  assert.equal(fills[3], 'url(#m-few)')
  const [fenland = '', huntingdon = '', cambridge = ''] = fills
  assert.ok(lightnessOf(huntingdon) > lightnessOf(fenland) && lightnessOf(fenland) > lightnessOf(cambridge))
  const key = $('text').text()
  assert.match(key, /Crimes of violence/)
  assert.match(key, /Not shown, so that nobody/)
  const height = Number($('svg').attr('height'))
  for (const each of $('g > rect').toArray()) assert.ok(Number($(each).attr('y')) + 17 <= height)
  assert.doesNotMatch(svg, /<a |tabindex|\sd(=""|\s)/)
})
