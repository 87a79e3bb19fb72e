import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { addDays, addMonths, isoDate } from '#kernel/dates.js'
import { periodCode, seriesFrom } from './table-series.js'
import type { SliceLine, TableSlice } from './table-slice.js'

const line = (from: string, until: string, labels: Record<string, string>, offences: number | null): SliceLine => ({
  ...{ from: isoDate(from), until: isoDate(until) },
  ...{ labels, values: { offences } },
})
const year = (labels: Record<string, string>, offences: number | null) =>
  line('2017-04-01', '2018-03-31', labels, offences)
const slice = (kind: TableSlice['kind'], where: Record<string, string> = {}): TableSlice => ({
  ...{ kind, force: 'E23000032', figure: 'offences', where },
})
const values = (lines: SliceLine[], asked: TableSlice, frequency: Parameters<typeof seriesFrom>[2]) =>
  seriesFrom(lines, asked, frequency).figures.map(({ period, value }) => [period, value])

describe('the figures of lines of a table', () => {
  it('add up offences without fraud and without the total that stands beside them', () => {
    const lines = [year({ offence: 'Burglary' }, 120), year({ offence: 'Robbery' }, 30)]
    const fraud = year({ offence: 'Fraud offences' }, 9)
    assert.deepEqual(values([...lines, fraud], slice('recorded-crime'), 'financial-year'), [['2017/18', 150]])
    const total = year({ offence: 'Total recorded crime' }, 151)
    assert.deepEqual(values([...lines, total], slice('recorded-crime'), 'financial-year'), [['2017/18', 151]])
    const named = slice('recorded-crime', { offence: 'burglary' })
    assert.deepEqual(values([...lines, total], named, 'rolling-12-months'), [['12m to 2018-03', 120]])
  })

  it('are missing where one of their parts is', () => {
    const lines = [year({ offence: 'Burglary' }, 120), year({ offence: 'Robbery' }, null)]
    assert.deepEqual(values(lines, slice('recorded-crime'), 'financial-year'), [['2017/18', null]])
  })

  it('make a year of its four quarters, and none of three', () => {
    const starts = ['2023-04-01', '2023-07-01', '2023-10-01', '2024-01-01', '2024-04-01'].map(isoDate)
    const quarters = starts.map((from, at) =>
      line(from, addDays(addMonths(from, 3), -1), { offence: 'Burglary', group: 'Theft' }, 10 + at),
    )
    const asked = slice('recorded-crime-open-data')
    assert.deepEqual(values(quarters, asked, 'financial-year'), [['2023/24', 46]])
    assert.deepEqual(values(quarters.slice(0, 3), asked, 'financial-year'), [])
    assert.deepEqual(values(quarters, asked, 'quarter').at(-1), ['2024/25 Q1', 14])
    assert.deepEqual(values(quarters, asked, 'rolling-12-months').at(-1), ['12m to 2024-06', 50])
  })

  it('are not added where they are no counts: the lines are given back', () => {
    const both = [year({ group: 'Robbery' }, 1), year({ group: 'Burglary' }, 2)].map((each) => ({
      ...each,
      values: { score: 3 },
    }))
    const series = seriesFrom(both, { ...slice('severity'), figure: 'score' }, 'financial-year')
    assert.equal(series.several.length, 2)
  })

  it('of a precept count once: as set that year, else as given a year later', () => {
    const told = (as: string, bandD: number) => ({ ...year({ as }, null), values: { bandD } })
    const asked = { ...slice('council-tax'), figure: 'bandD' }
    const both = [told('set that year', 186.75), told('given a year later', 186.8)]
    assert.deepEqual(values(both, asked, 'financial-year'), [['2017/18', 186.75]])
    assert.deepEqual(values(both.slice(1), asked, 'financial-year'), [['2017/18', 186.8]])
  })
})

it('gives each stretch of time at most one code, and only of its own length', () => {
  const days = fc.integer({ min: 0, max: 9000 }).map((at) => addDays(isoDate('2005-01-01'), at))
  fc.assert(
    fc.property(days, fc.constantFrom(3, 12), (from, months) => {
      const until = addDays(addMonths(from, months), -1)
      assert.equal(periodCode('quarter', from, until) !== undefined, months === 3 && /-(01|04|07|10)-01$/.test(from))
      assert.equal(periodCode('financial-year', from, until) !== undefined, months === 12 && from.endsWith('-04-01'))
      assert.equal(periodCode('as-at', from, until), undefined)
    }),
  )
})
