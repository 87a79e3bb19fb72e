import assert from 'node:assert/strict'
import { it } from 'node:test'
import { renderToString } from 'preact-render-to-string'
import { LineChart } from './line-chart.js'
import { printChart } from './print-chart.js'

const points = Array.from({ length: 12 }, (_, index) => ({ key: `m${index}`, label: 'Jan', value: index + 3 }))
const html = renderToString(
  <LineChart id="c" title="Burglary" description="Twelve months" unitLabel="burglaries" points={points} />,
)

it('gives one drawing that needs no style sheet and wears the office’s colour', () => {
  const { svg, width, height } = printChart(html, '#5a1a4d')
  assert.equal(svg.match(/<svg/g)?.length, 1)
  assert.match(svg, /xmlns="http:\/\/www.w3.org\/2000\/svg"/)
  assert.match(svg, /font-family="Source Sans 3"/)
  assert.doesNotMatch(svg, /class=|aria-|#12436d/)
  assert.match(svg, /#5a1a4d/)
  assert.ok(width > 300 && height > 100)
})
