import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { BarChart, layOutBars } from './bar-chart.js'
import { axisLabels, noteRows, spread } from './labels.js'
import { LineChart } from './line-chart.js'
import { layOutLine } from './line-layout.js'
import { type ChartPoint, runs } from './points.js'
import { scaleNote, valueScale } from './scale.js'
import { Sparkline } from './sparkline.js'
import { textWidth } from './text-width.js'

const words = { id: 'c1', title: 'Burglary', description: 'Burglaries each month', unitLabel: 'burglaries a month' }
const month = (value: number | null, index: number, over: Partial<ChartPoint> = {}): ChartPoint => ({
  key: `m${index}`,
  label: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][index % 12] ?? '',
  sublabel: String(2020 + Math.floor(index / 12)),
  value,
  ...over,
})
const series = (values: readonly (number | null)[]) => values.map((value, index) => month(value, index))
const figure = fc.double({ min: -1e7, max: 1e7, noNaN: true })
const anySeries = fc.array(fc.option(figure, { freq: 6 }), { maxLength: 90 }).map(series)
const anyBand = fc
  .tuple(figure, figure, figure)
  .map((values) => values.toSorted((a, b) => a - b))
  .map(([lower = 0, centre = 0, upper = 0]) => ({ lower, centre, upper }))
const rooms = [
  { width: 784, height: 297, size: 15, stacked: false },
  { width: 300, height: 260, size: 15, stacked: true },
]
const attributes = (html: string) =>
  [...html.matchAll(/ (?:d|x|y|x1|x2|y1|y2|cx|cy|width|height)="([^"]*)"/g)].map((m) => m[1] ?? '')

describe('a line chart', () => {
  it('never draws what is not a number, whatever the figures', () => {
    fc.assert(
      fc.property(anySeries, fc.option(anyBand, { nil: undefined }), (points, band) => {
        const drawn = attributes(renderToString(<LineChart {...words} points={points} band={band} />))
        assert.ok(drawn.length > 0)
        for (const value of drawn) assert.doesNotMatch(value, /NaN|Infinity|undefined/)
      }),
    )
  })

  it('keeps its labels at the right apart, beside the line’s end and inside the picture', () => {
    fc.assert(
      fc.property(anySeries, anyBand, fc.constantFrom(...rooms), (points, band, room) => {
        const { endLabels, plot } = layOutLine({ points, band }, room)
        const boxes = endLabels.map(({ y, lines }) => [y - lines.length * 9, y + lines.length * 9] as const)
        const down = boxes.toSorted((a, b) => a[0] - b[0])
        for (const [index, [top]] of down.entries()) if (index > 0) assert.ok(top >= (down[index - 1]?.[1] ?? 0) - 0.01)
        for (const label of endLabels.flatMap(({ lines, bold }) =>
          lines.map((text) => textWidth(text, room.size, bold)),
        )) {
          assert.ok(plot.right + 10 + label <= room.width + 0.01)
        }
        assert.ok((down[0]?.[0] ?? 0) >= 0 && (down.at(-1)?.[1] ?? 0) <= room.height)
      }),
    )
  })

  it('leaves a gap where there is no figure and where a series breaks', () => {
    assert.deepEqual(runs(series([1, 2, null, 3, 4])), [
      [0, 1],
      [3, 4],
    ])
    assert.deepEqual(runs([month(1, 0), month(2, 1), month(3, 2, { breakBefore: true }), month(4, 3)]), [
      [0, 1],
      [2, 3],
    ])
    const { paths, dots } = layOutLine({ points: series([5, null, 7, 8]) }, { ...(rooms[0] ?? never()) })
    assert.equal(paths.length, 1)
    assert.equal(dots.length, 3)
  })

  it('is one picture with a name and a description, under ids of its own', () => {
    const $ = load(renderToString(<LineChart {...words} points={series([1, 2, 3])} />))
    for (const svg of $('svg').toArray()) {
      assert.equal($(`#${$(svg).attr('aria-labelledby')}`).text(), 'Burglary')
      assert.equal($(`#${$(svg).attr('aria-describedby')}`).text(), 'Burglaries each month')
      assert.equal($(svg).children('g').attr('aria-hidden'), 'true')
    }
    const ids = $('[id]')
      .toArray()
      .map((element) => $(element).attr('id'))
    assert.equal(new Set(ids).size, ids.length)
  })

  it('marks concern by a triangle, improvement by a square, and what is provisional by a broken ring', () => {
    const points = [
      month(3, 0, { mark: 'concern', note: 'Above the limit' }),
      month(2, 1, { mark: 'improvement' }),
      month(2, 2, { status: 'provisional' }),
    ]
    const $ = load(renderToString(<LineChart {...words} points={points} />))
    assert.equal($('.chart--medium .chart__mark--concern').length, 1)
    assert.equal($('.chart--medium rect.chart__brand-fill').length, 1)
    assert.ok($('.chart--medium .chart__dot--provisional').attr('stroke-dasharray'))
    assert.match($('.chart--medium').text(), /Above the limit/)
  })
})

describe('the words of a chart', () => {
  it('stand apart under the axis however many periods there are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 2, max: 90 }), (count, distance) => {
        const labels = axisLabels(series(Array.from({ length: count }, () => 1)), distance, { size: 15, gap: 0.4 })
        for (const [place, { index }] of labels.entries()) {
          if (place > 0) assert.ok((index - (labels[place - 1]?.index ?? 0)) * distance >= textWidth('2020', 15))
        }
      }),
    )
  })

  it('name a year once, where it begins', () => {
    const labels = axisLabels(series(Array.from({ length: 24 }, () => 1)), 30, { size: 15, gap: 0.4 })
    assert.deepEqual(
      labels.flatMap(({ text, below }) => (below ? [`${text} ${below}`] : [])),
      ['Jan 2020', 'Jan 2021'],
    )
  })

  it('stay where they wish when there is room, and give way no more than they must', () => {
    assert.deepEqual(
      spread(
        [
          { at: 20, height: 10 },
          { at: 60, height: 10 },
        ],
        0,
        100,
      ),
      [20, 60],
    )
    assert.deepEqual(
      spread(
        [
          { at: 50, height: 20 },
          { at: 52, height: 20 },
        ],
        0,
        100,
      ),
      [50, 70],
    )
    assert.deepEqual(
      spread(
        [
          { at: 99, height: 20 },
          { at: 98, height: 20 },
        ],
        0,
        100,
      ),
      [90, 70],
    )
  })

  it('go to another line when two notes would run into each other', () => {
    assert.deepEqual(
      noteRows([
        { from: 0, to: 50 },
        { from: 40, to: 90 },
        { from: 60, to: 99 },
      ]),
      [0, 1, 0],
    )
  })
})

describe('the scale of a chart', () => {
  it('holds every figure and limit', () => {
    fc.assert(
      fc.property(anySeries, anyBand, (points, band) => {
        const { min, max } = valueScale(points, band)
        for (const value of [...points.flatMap((point) => point.value ?? []), band.lower, band.upper]) {
          assert.ok(value >= min - 1e-6 && value <= max + 1e-6, `${value} in ${min} to ${max}`)
        }
      }),
    )
  })

  it('starts at nought unless that would flatten the picture, and then says so', () => {
    assert.equal(valueScale(series([10, 90]), undefined).min, 0)
    assert.equal(scaleNote(series([10, 90])), '')
    assert.equal(
      scaleNote(series([5104, 6540]), { lower: 4831, centre: 5739, upper: 6646 }),
      'The vertical scale starts at 4,500.',
    )
  })

  it('writes each line’s number apart from the next', () => {
    const texts = valueScale(series([0.12, 0.13, 0.128]), undefined).ticks.map(({ text }) => text)
    assert.equal(new Set(texts).size, texts.length)
  })
})

describe('bars and sparklines', () => {
  it('never draw what is not a number, whatever the figures', () => {
    fc.assert(
      fc.property(anySeries, fc.option(anyBand, { nil: undefined }), (points, band) => {
        const values = points.map((point) => point.value)
        const bars = renderToString(<BarChart {...words} points={points} />)
        const spark = renderToString(<Sparkline id="s" title="Burglary" values={values} band={band} />)
        for (const value of [...attributes(bars), ...attributes(spark)])
          assert.doesNotMatch(value, /NaN|Infinity|-\d*$/)
      }),
    )
  })

  it('show a single year as one bar from nought with its number', () => {
    const { bars, zero } = layOutBars(series([84.2]), rooms[0] ?? never(), (value) => `${value}%`)
    assert.equal(bars.length, 1)
    assert.equal(bars[0]?.text, '84.2%')
    assert.ok(Math.abs((bars[0]?.y ?? 0) + (bars[0]?.height ?? 0) - zero) < 0.01)
  })

  it('show a missing year as missing, not as nought', () => {
    const { bars } = layOutBars(series([5, null]), rooms[0] ?? never(), String)
    assert.deepEqual(
      bars.map(({ text, height }) => [text, height > 0]),
      [
        ['5', true],
        ['–', false],
      ],
    )
  })
})

function never(): never {
  throw new Error('There are two rooms')
}
