import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { publishMeasure } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { plainText } from '#platform/typesetting/paper.js'
import { aRate, someAreaFigures } from '#test/support/comparisons.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { aPoliceOffice } from '#test/support/local-crime.js'
import { mapBlock } from '../document/map-block.js'
import { areaMaps } from './area-maps.js'

const DAYS = { from: isoDate('2024-04-01'), until: isoDate('2025-03-31') }
const drawing = () => ({ brand: '#12436d', drawn: new Map<string, number>() })

describe('a map of crimes', () => {
  let deps: Deps
  before(async () => {
    deps = testDeps(await openTestDb(), isoDate('2025-04-30'))
    await aPoliceOffice(deps)
  })
  const asked = async (attributes: Record<string, string>) => {
    const maps = await areaMaps(deps, [{ name: 'map', label: '', attributes }], DAYS)
    return maps.map(attributes)
  }

  it('counts the crimes of the report’s own period in every district, those elsewhere apart, so that all adds up', async () => {
    const made = await asked({})
    assert.ok(made.ok, made.ok ? '' : made.error)
    const { areas, elsewhere, title } = made.value
    const luton = areas.find(({ name }) => name === 'Luton')
    assert.equal(luton?.count, 12 * 14 + 12)
    assert.ok(luton.outline.length > 0)
    assert.match(luton.taken?.file?.title ?? '', /release of March 2025/)
    assert.match(luton.taken?.on ?? '', /^20\d\d-/)
    const all = areas.reduce((sum, { count }) => sum + (count ?? 0), 0)
    const rest = elsewhere.reduce((sum, [, count]) => sum + count, 0)
    assert.equal(all + rest, 12 * 23 + 12)
    assert.match(title, /^Crimes for each 1,000 residents by district, the 12 months to March 2025$/)
  })

  it('is one picture in two drawings, with alternative text, a source and a table of all its figures', async () => {
    const made = await asked({ kind: 'burglary', period: '2025-03' })
    assert.ok(made.ok)
    const block = mapBlock(made.value, drawing())
    assert.match(block.caption, /^Burglaries for each 1,000 residents by district, March 2025$/)
    assert.match(block.alt, /^A map of 3 areas: .*Highest: Luton/)
    assert.match(block.source, /data\.police\.uk.*release of March 2025.*Contains OS data/)
    assert.equal(block.data?.rows.length, 3)
    assert.equal(plainText(block.data?.rows[0]?.[0] ?? []), 'Luton')
    assert.match(block.picture.html, /role="img"/)
    for (const drawn of [block.picture.html, block.picture.svg]) assert.doesNotMatch(drawn, /<a |tabindex/)
    assert.match(block.picture.svg, /^<svg xmlns=/)
    assert.equal(block.behind?.points.length, 3)
  })

  it('refuses months whose files are not there, kinds and areas that it does not know, and areas without outlines', async () => {
    const said = async (attributes: Record<string, string>) => {
      const made = await asked(attributes)
      return made.ok ? 'made' : made.error
    }
    assert.match(await said({ period: '2023/24' }), /files of 9 of its months are not there/)
    assert.match(await said({ kind: 'piracy' }), /no kind of crime “piracy”/)
    assert.match(await said({ by: 'street' }), /not by “street”/)
    assert.match(await said({ by: 'ward' }), /No outlines of a ward are held/)
    assert.match(await said({ period: 'soon' }), /“soon” is no period/)
    assert.match(await said({ measure: 'nothing' }), /no published measure “nothing”/)
  })
})

describe('a map of a measure', () => {
  it('shows the figures of its areas in the newest period that the report may speak of', async () => {
    const deps = testDeps(await openTestDb(), isoDate('2026-04-30'))
    const measure = await aRate(deps)
    await someAreaFigures(deps, measure, [
      { area: 'E06000055', count: 6000, period: '2024/25' },
      { area: 'E06000032', count: 9000, period: '2024/25' },
      { area: 'E06000032', count: 9900, period: '2025/26' },
      { area: 'E06000055', count: 1000, period: '2023/24' },
      { area: '', count: 7000, period: '2024/25' },
    ])
    const published = await publishMeasure(deps, SYSTEM, { measureId: measure.id, version: measure.version })
    assert.ok(published.ok)
    const attributes = { measure: measure.slug }
    const made = (await areaMaps(deps, [{ name: 'map', label: '', attributes }], DAYS)).map(attributes)
    assert.ok(made.ok, made.ok ? '' : made.error)
    assert.deepEqual([made.value.period, made.value.areaWord], ['2024/25', 'district'])
    assert.deepEqual(
      made.value.areas.map(({ name, value }) => [name, value]),
      [
        ['Bedford', 60],
        ['Luton', 90],
      ],
    )
    for (const { taken } of made.value.areas) assert.ok(taken?.on && taken.file?.name, 'says since when, and from what')
  })
})
