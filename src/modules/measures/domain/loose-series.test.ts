import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { type LooseSeries, pictureOfMonths } from './loose-series.js'
import type { MeasureDraft } from './measure.js'

const OF: MeasureDraft = {
  ...{ title: 'Crime in Melchester', definition: 'Crimes', unit: 'count', unitLabel: 'crimes', polarity: 'neither' },
  ...{ frequency: 'month', numerator: 'Crimes', denominator: '', source: 'data.police.uk', sourceUrl: null },
  ...{ owner: 'Nobody', geography: 'Melchester', caveat: '', isHeadline: false },
}

const VALUES = [50, 52, 49, 51, 50, 53, 48, 50, 51, 49, 50, 52, null, 49, 90]

const series: LooseSeries = {
  ...{ slug: 'melchester', of: OF, breaks: [] },
  months: VALUES.map((value, index) => ({
    month: new Date(Date.UTC(2023, index)).toISOString().slice(0, 7),
    value,
    note: value === null ? 'The file is missing' : '',
  })),
}

it('tells of figures outside the register what it tells of a measure: sentence, limits, signals, gaps', () => {
  const picture = pictureOfMonths(series)
  assert.match(picture.sentence, /^90 crimes were recorded in March 2024\./)
  assert.equal(picture.control?.isEnough, true)
  assert.deepEqual(picture.control?.points.at(-1)?.rules, ['outside'])
  assert.equal(picture.series[12]?.value, null)
  assert.match(picture.summary, /13 months stand out, from January 2023 to March 2024/)
})

it('draws no limits across a break', () => {
  const breaks = [{ startsOn: isoDate('2023-05-01'), reason: 'counted by itself from May 2023' }]
  const { control, summary } = pictureOfMonths({ ...series, breaks })
  assert.equal(control?.phases.length, 2)
  assert.match(summary, /not like those before: counted by itself from May 2023/)
})
