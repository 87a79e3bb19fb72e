import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { ControlChartSvg, type ControlMark, controlPoints } from './control-chart-svg.js'
import { AssuranceIcon, assuranceWords, VariationIcon, variationWords } from './icons.js'
import { layOutLine } from './line-layout.js'
import type { ChartPoint } from './points.js'
import { textWidth } from './text-width.js'

const words = { id: 'c1', title: 'Burglary', description: 'Burglaries each month', unitLabel: 'burglaries a month' }
const points = (values: readonly (number | null)[], over: (index: number) => Partial<ChartPoint> = () => ({})) =>
  values.map((value, index): ChartPoint => ({ key: `m${index}`, label: `M${index}`, value, ...over(index) }))
const quiet = (mean: number, phase = 0): ControlMark => {
  return { mean, lower: mean - 10, upper: mean + 10, variation: 'common', phase }
}
const rooms = [
  { width: 784, height: 297, size: 15, stacked: false },
  { width: 300, height: 290, size: 15, stacked: true },
] as const

describe('a control chart', () => {
  const figure = fc.option(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { freq: 6 })
  const row = fc.record({
    value: figure,
    mean: figure,
    reach: fc.option(fc.double({ min: 0, max: 1e5, noNaN: true }), { freq: 6 }),
    variation: fc.constantFrom('common', 'improvement', 'concern', 'neutral-high', 'neutral-low'),
    isNew: fc.boolean(),
    note: fc.option(fc.constantFrom('Here', 'A much longer note about a change of the rules of recording'), {
      freq: 1,
    }),
    before: figure,
  })
  const anyRows = fc.array(row, { minLength: 1, maxLength: 70 })

  it('never draws what is not a number, and keeps every word inside the picture', () => {
    fc.assert(
      fc.property(anyRows, figure, fc.constantFrom(...rooms), (rows, target, room) => {
        const drawn = points(
          rows.map(({ value }) => value),
          (index) => ({
            breakBefore: rows[index]?.isNew ?? false,
            ...(rows[index]?.note ? { breakNote: rows[index]?.note ?? '', note: 'Noted' } : {}),
          }),
        )
        const control = rows.map(({ mean, reach, variation }, phase): ControlMark => {
          const [lower, upper] = mean === null || reach === null ? [null, null] : [mean - reach, mean + reach]
          return { mean, lower, upper, variation, phase: Math.floor(phase / 9) }
        })
        const wanted = target === null ? {} : { target: { value: target } }
        const yearBefore = rows.map(({ before }) => before)
        const props = { ...words, ...wanted, points: drawn, control, yearBefore, polarity: 'up' } as const
        assert.doesNotMatch(renderToString(<ControlChartSvg {...props} />), /NaN|Infinity|undefined/)
        const marked = controlPoints(drawn, control, { polarity: 'up', isEnough: true })
        const { notes, endLabels } = layOutLine({ points: marked, yearBefore, ...wanted }, room)
        for (const { x, lines } of notes) {
          for (const line of lines) assert.ok(x >= 0 && x + textWidth(line, room.size) <= room.width + 0.01, line)
        }
        const tops = endLabels.map(({ y, lines }) => [y - lines.length * 9, y + lines.length * 9] as const)
        const down = tops.toSorted((a, b) => a[0] - b[0])
        down.forEach(([top], index) => {
          assert.ok(index === 0 || top >= (down[index - 1]?.[1] ?? 0) - 0.01, 'a label covers another')
        })
      }),
    )
  })

  it('gives each phase a line of its own, level and not joined to the next', () => {
    const control = [quiet(50), quiet(50), quiet(80, 1), quiet(80, 1)]
    const drawn = controlPoints(points([50, 51, 80, 81]), control, { polarity: 'up', isEnough: true })
    const { limits, plot } = layOutLine({ points: drawn }, rooms[0])
    assert.equal(limits.centre.length, 2)
    assert.equal(limits.area.length, 2)
    assert.ok(limits.centre[0]?.startsWith(`M${Math.round(plot.left * 10) / 10} `))
    for (const path of limits.centre) {
      const heights = [...path.matchAll(/ ([\d.]+)/g)].map((match) => match[1])
      assert.equal(new Set(heights).size, 1)
    }
  })

  it('steps where every period has limits of its own, and draws a median without limits', () => {
    const shares = [8, 12, 9].map((reach): ControlMark => ({ ...quiet(50), lower: 50 - reach, upper: 50 + reach }))
    const stepped = controlPoints(points([50, 51, 52]), shares, { polarity: 'up', isEnough: true })
    const { limits } = layOutLine({ points: stepped }, rooms[0])
    assert.equal(limits.upper[0]?.split('L').length, 6)
    const run = shares.map((mark) => ({ ...mark, lower: null, upper: null }))
    const medians = layOutLine(
      { points: controlPoints(points([1, 2, 3]), run, { polarity: 'up', isEnough: true }) },
      rooms[0],
    )
    assert.deepEqual([medians.limits.centre.length, medians.limits.upper.length, medians.limits.area.length], [1, 0, 0])
  })

  it('tells signals apart by shape, and leaves them out while there are too few points', () => {
    const control = (['concern', 'improvement', 'neutral-high', 'concern'] as const).map((variation) => {
      return { ...quiet(50), variation }
    })
    const drawn = points([70, 30, 71, 72], (index) => (index === 3 ? { status: 'provisional' } : {}))
    const props = { ...words, points: drawn, control, polarity: 'down' } as const
    const $ = load(renderToString(<ControlChartSvg {...props} />))
    assert.equal($('.chart--medium .chart__mark--concern').length, 2)
    assert.equal($('.chart--medium .chart__mark--neutral').length, 1)
    assert.equal($('.chart--medium rect.chart__brand-fill').length, 1)
    assert.ok($('.chart--medium .chart__mark--concern.chart__dot--provisional').attr('stroke-dasharray'))
    const few = load(renderToString(<ControlChartSvg {...props} isEnough={false} />))
    assert.equal(few('.chart__mark--concern').length, 0)
    assert.match(few('.chart--medium').text(), /Upper limit 60/)
  })

  it('points a triangle to its side', () => {
    const sideOf = (variation: ControlMark['variation'], polarity: 'up' | 'down') =>
      controlPoints(points([1]), [{ ...quiet(1), variation }], { polarity, isEnough: true })[0]?.side
    assert.equal(sideOf('concern', 'up'), 'low')
    assert.equal(sideOf('concern', 'down'), 'high')
    assert.equal(sideOf('improvement', 'up'), 'high')
    assert.equal(sideOf('improvement', 'down'), 'low')
  })

  it('names the break, the target and the year before where they are', () => {
    const drawn = points([50, 51, 52, 53], (index) =>
      index === 2 ? { breakBefore: true, breakNote: 'Counted anew' } : {},
    )
    const props = { ...words, points: drawn, control: drawn.map(() => quiet(50)), polarity: 'up' } as const
    const $ = load(renderToString(<ControlChartSvg {...props} target={{ value: 55 }} yearBefore={[40, 41, 42, 43]} />))
    const picture = $('.chart--medium')
    assert.match(picture.text(), /Counted anew/)
    assert.match(picture.text(), /Target 55/)
    assert.match(picture.text(), /Year before/)
    assert.equal(picture.find('.chart__break').length, 1)
    assert.equal(picture.find('.chart__year-before').length, 2, 'no line crosses the break')
  })
})

describe('icons', () => {
  const variations = ['common', 'improvement', 'concern', 'neutral-high', 'neutral-low'] as const

  it('have a name, a letter or sign inside, and differ without their colours', () => {
    const shapes = new Set<string>()
    for (const variation of variations) {
      for (const polarity of ['up', 'down'] as const) {
        const $ = load(renderToString(<VariationIcon variation={variation} polarity={polarity} />))
        const name = variationWords(variation, polarity)
        assert.equal($('svg').attr('aria-label'), name)
        assert.equal($('svg').attr('role'), 'img')
        assert.equal($('title').text(), name)
        shapes.add(
          `${name}: ${renderToString(<VariationIcon variation={variation} polarity={polarity} />).replace(/ (?:fill|stroke|class)="[^"]*"/g, '')}`,
        )
      }
    }
    assert.equal(shapes.size, 7)
    const pictures = [...shapes].map((each) =>
      each.replace(/<title>.*?<\/title>| aria-label="[^"]*"/g, '').replace(/^[^:]*:/, ''),
    )
    assert.equal(new Set(pictures).size, 7)
  })

  it('say that there are too few points instead of anything else', () => {
    const $ = load(renderToString(<VariationIcon variation="concern" polarity="up" isEnough={false} />))
    assert.equal($('svg').attr('aria-label'), 'Too few points')
    assert.equal(variationWords('concern', 'up', false), 'Too few points')
    assert.match(renderToString(<AssuranceIcon assurance="fail" isEnough={false} />), /Too few points/)
  })

  it('say whether the target will be met, and nothing without one', () => {
    for (const assurance of ['pass', 'fail', 'hit-and-miss'] as const) {
      assert.ok(renderToString(<AssuranceIcon assurance={assurance} size={24} />).includes(assuranceWords(assurance)))
    }
    assert.equal(renderToString(<AssuranceIcon assurance="none" />), '')
  })
})
