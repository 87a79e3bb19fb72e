import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { htmlOf } from '#platform/web/html.js'
import { AreaMap } from './area-map.js'
import { MAP_WIDTH } from './area-map-layout.js'
import type { MapArea } from './map-words.js'

/** A square of a grid, a tenth of a degree wide; its border is drawn with so many points a side. */
function square(column: number, row: number, points = 1): [number, number][] {
  const [west, south] = [column / 10, 52 + row / 10]
  const side = Array.from({ length: points }, (_, index) => index / points / 10)
  return [
    ...side.map((step): [number, number] => [west + step, south]),
    ...side.map((step): [number, number] => [west + 0.1, south + step]),
    ...side.map((step): [number, number] => [west + 0.1 - step, south + 0.1]),
    ...side.map((step): [number, number] => [west, south + 0.1 - step]),
  ]
}

function area(name: string, value: number | null, column: number, more: Partial<MapArea> = {}): MapArea {
  return { code: `E0700000${column}`, name, value, outline: [square(column, 0)], ...more }
}

const AREAS = [
  area('Fenland', 77.1, 0, { href: '/crime/district/fenland' }),
  area('Huntingdonshire', 53.4, 1),
  area('Ely', null, 2, { isWithheld: true }),
  area('Nowhere', null, 3),
]

function draw(areas: readonly MapArea[], isLabelled = true) {
  const map = (
    <AreaMap
      id="map"
      title="Crimes by district"
      unitLabel="crimes for each 1,000 people"
      areas={areas}
      format={(value) => value.toFixed(1)}
      isLabelled={isLabelled}
      table={<p id="table">The table</p>}
      tableId="table"
    />
  )
  const html = htmlOf(map)
  return { html, $: load(html) }
}

describe('a map', () => {
  it('says of each area its name and figure, by keyboard too, in the order given', () => {
    const { $ } = draw(AREAS)
    const said = $('.map__area')
      .map((_, each) => $(each).attr('aria-label'))
      .get()
    assert.deepEqual(said, [
      'Fenland: 77.1',
      'Huntingdonshire: 53.4',
      'Ely: not shown, so that nobody can be known',
      'Nowhere: no figure',
    ])
    assert.equal($('a.map__area').attr('href'), '/crime/district/fenland')
    assert.equal($('g.map__area[tabindex="0"]').length, 3)
    assert.equal($('.map-skip').attr('href'), '#table')
  })

  it('tells no figure by colour alone: the key has ranges, and what is not shown is hatched', () => {
    const { $ } = draw(AREAS)
    const key = $('.map-key li')
      .map((_, line) => $(line).text().trim())
      .get()
    assert.deepEqual(key, [
      '53.4 1 area',
      '77.1 1 area',
      'Not shown, so that nobody can be known 1 area',
      'No figure 1 area',
    ])
    const fills = $('.map__area path')
      .map((_, path) => $(path).attr('fill'))
      .get()
    assert.deepEqual(fills.slice(2), ['url(#map-few)', 'url(#map-none)'])
    assert.notEqual(fills[0], fills[1])
    assert.equal($('pattern').length, 2)
  })

  it('says in words what it shows', () => {
    const { $ } = draw(AREAS)
    assert.equal(
      $('svg.map > desc').text(),
      'A map of 4 areas: crimes for each 1,000 people. Highest: Fenland, 77.1. Lowest: Huntingdonshire, 53.4. ' +
        'Not shown, so that nobody can be known: 1. No figure: 1.',
    )
  })

  it('keeps areas within the drawing, north at the top, whichever way round they are written', () => {
    const turned = [area('South', 1, 0), { ...area('North', 2, 0), outline: [square(0, 3).toReversed()] }]
    const starts = (areas: readonly MapArea[]) =>
      load(draw(areas, false).html)('.map__area path')
        .map((_, path) => path.attribs.d ?? '')
        .get()
    const [south = '', north = ''] = starts(turned).map((path) => path.replace(/^M/, ''))
    const [, southY = 0] = (/^(-?[\d.]+)[ ]?(-?[\d.]+)/.exec(south) ?? []).slice(1).map(Number)
    const [northX = 0, northY = 0] = (/^(-?[\d.]+)[ ]?(-?[\d.]+)/.exec(north) ?? []).slice(1).map(Number)
    assert.ok(northY < southY)
    assert.ok(northX >= 0 && northX <= MAP_WIDTH)
  })

  it('writes names only where they run into no other', () => {
    const crowded = [
      area('A district with a long name', 1, 0),
      { ...area('Another long name', 2, 0), outline: [square(0.2, 0)] },
    ]
    assert.equal(draw(crowded).$('.map__name').length <= 1, true)
    assert.equal(draw(AREAS).$('.map__name').length, 4)
    assert.equal(draw(AREAS, false).$('.map__name').length, 0)
  })

  it('stays light, however many areas with however fine borders it has', () => {
    const wobble = (x: number, y: number): [number, number] => [
      (x + 0.4 * Math.sin(x * 7.1 + y * 3.3)) / 1200,
      52 + (y + 0.4 * Math.cos(x * 2.7 + y * 5.9)) / 1200,
    ]
    const side = (from: number, to: number) =>
      Array.from({ length: 120 }, (_, step) => from + ((to - from) * step) / 120)
    const many = Array.from({ length: 140 }, (_, index): MapArea => {
      const [west, south] = [(index % 12) * 120, Math.floor(index / 12) * 120]
      const [east, north] = [west + 120, south + 120]
      const ring = [
        ...side(west, east).map((x) => wobble(x, south)),
        ...side(south, north).map((y) => wobble(east, y)),
        ...side(east, west).map((x) => wobble(x, north)),
        ...side(north, south).map((y) => wobble(west, y)),
      ]
      return { code: `E01${index}`, name: `Area ${index}`, value: index, outline: [ring] }
    })
    const { html } = draw(many, false)
    assert.ok(html.length < 60_000, `${html.length} characters`)
  })

  it('draws nothing for an area without an outline, and still tells it in the key and the words', () => {
    const { $ } = draw([...AREAS, { ...area('Offshore', 9, 8), outline: [] }])
    assert.equal($('.map__area').length, 4)
    assert.match($('svg.map > desc').text(), /^A map of 5 areas/)
  })
})
