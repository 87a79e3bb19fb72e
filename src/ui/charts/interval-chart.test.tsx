import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import fc from 'fast-check'
import { render } from 'preact-render-to-string'
import { NARROW, SIZE } from './drawing.js'
import { IntervalChart, type IntervalRow, intervalScaleNote, layOutIntervals } from './interval-chart.js'

const row = (key: string, value: number, half: number | null, isOwn = false): IntervalRow => ({
  ...{ key, label: key, value, isOwn, isFirm: true },
  lower: half === null ? null : value - half,
  upper: half === null ? null : value + half,
})
const ROWS = [row('Kent', 82, 1), row('Wessex', 75, 2, true), row('Surrey', 63, null)]
const WIDE = { width: 784, height: 300, size: SIZE, stacked: false }

describe('a chart of figures with their ranges', () => {
  it('has a name, words for those who do not see it, and every area with its number', () => {
    const chart = { id: 'c', title: 'Rates', description: 'Wessex is second', unitLabel: 'Crimes', rows: ROWS }
    const page = load(render(<IntervalChart {...chart} line={{ value: 70, label: 'The others together' }} />))
    assert.equal(page('svg[role=img]').length, 2)
    assert.equal(page('#c-desc').text(), 'Wessex is second')
    for (const text of ['Kent', '82', 'Wessex', 'Surrey', 'The others together', 'Crimes']) {
      assert.ok(page('#c-title').parent().text().includes(text), text)
    }
  })

  it('draws no range where there is none, and dashes what is not firm', () => {
    const rows = [{ ...row('Surrey', 63, null), isFirm: false }]
    const page = load(render(<IntervalChart id="c" title="T" description="D" unitLabel="U" rows={rows} />))
    assert.equal(page('svg').first().find('line[stroke-linecap=round]').length, 0)
    assert.equal(page('svg').first().find('circle[stroke-dasharray]').length, 1)
  })

  it('says where its scale begins when that is not at nought', () => {
    assert.equal(intervalScaleNote(ROWS), 'The scale begins at 60.')
    assert.equal(intervalScaleNote([row('A', 5, 5), row('B', 50, 1)]), '')
  })

  it('keeps every dot within its range, and both within the picture', () => {
    const anyRow = fc
      .record({
        value: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
        half: fc.option(fc.double({ min: 0, max: 1e5, noNaN: true })),
      })
      // A figure has four decimals at most: what is smaller is nought to every reader.
      .map(({ value, half }) => row('An area', Number(value.toFixed(4)), half))
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 1, maxLength: 43 }), fc.boolean(), (rows, stacked) => {
        const width = stacked ? NARROW : 784
        const { rows: placed, left } = layOutIntervals(rows, undefined, { ...WIDE, width, stacked }, (value) =>
          value.toFixed(1),
        )
        for (const { x, from, to } of placed) {
          assert.ok((from ?? x) <= x + 1e-6 && x <= (to ?? x) + 1e-6)
          assert.ok((from ?? x) >= left - 1e-6 && (to ?? x) <= width)
        }
        assert.ok(placed.every(({ y }, index) => index === 0 || y > (placed[index - 1]?.y ?? 0)))
      }),
    )
  })
})
