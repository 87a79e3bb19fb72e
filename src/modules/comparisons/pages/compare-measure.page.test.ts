import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { actorOf, testApp } from '#test/support/app.js'
import { aGroup, anOfficeWithNeighbours, someAreaFigures } from '#test/support/comparisons.js'
import { aMeasure } from '#test/support/measures.js'

const office = actorOf('office')

async function anOffice() {
  const { deps, get } = await testApp()
  const { measure } = await anOfficeWithNeighbours(deps)
  const address = `/staff/measures/${measure.id}/compare`
  const see = async (query = '') => load((await get(`${address}${query}`, office)).body)
  return { deps, get, measure, address, see }
}

describe('the page that compares a measure', () => {
  it('says the place and what chance leaves open, in words, picture and table', async () => {
    const { see } = await anOffice()
    const page = await see()
    assert.match(
      page('.lede').text(),
      /Cambridgeshire had 70\.0 crimes for each 1,000 people in the 2023\/24 financial year: the second lowest of four/,
    )
    assert.match(page('.lede').text(), /between second and third lowest/)
    assert.ok(page('svg[role=img]').length > 0)
    assert.equal(page('tbody tr').length, 4)
    assert.match(page('tbody tr:nth-child(2)').text(), /Cambridgeshire70\.068\.4 to 71\.722 to 3/)
  })

  it('refuses figures that are not equally firm until that is said', async () => {
    const { deps, measure, see } = await anOffice()
    await someAreaFigures(deps, measure, [
      { area: '', count: 10, period: '2024/25' },
      { area: 'Norfolk', count: 12, period: '2024/25', status: 'provisional' },
    ])
    const refused = await see()
    assert.match(refused('main').text(), /some are final and provisional\. So they are not compared/)
    const link = refused('a[href*="mixed=yes"]').attr('href') ?? ''
    const allowed = await see(link.slice(link.indexOf('?')))
    assert.match(allowed('.notice').text(), /These figures are not all alike/)
    assert.match(allowed('tbody').text(), /\[p\]/)
  })

  it('chooses the group and the period by the address, and explains what cannot be compared', async () => {
    const { deps, get, see } = await anOffice()
    await aGroup(deps, ['Kent'], { kind: 'national', name: 'Nation' })
    assert.match((await see('?group=nation'))('main').text(), /no period in which our own area and another/)
    assert.match((await see('?period=1999/00'))('main').text(), /no period in which our own area and another/)
    const count = await aMeasure(deps, { title: 'Crimes' })
    assert.equal((await get(`/staff/measures/${count.id}/compare`, office)).statusCode, 200)
  })

  it('shows what was known on a day, and keeps it while one chooses', async () => {
    const { deps, measure, see } = await anOffice()
    const areas = ['', 'E23000024', 'Suffolk', 'Essex']
    await someAreaFigures(
      deps,
      measure,
      areas.map((area) => ({ area, count: 5000, period: '2022/23', knownOn: '2024-10-24' })),
    )
    await aGroup(deps, ['Norfolk'], { name: 'Nearest' })
    const page = await see('?group=our-neighbours&as-known-on=2024-12-31')
    assert.match(page('.lede').text(), /50\.0 crimes .* jointly the lowest of four/)
    assert.match(page('.notice').text(), /what was known on 31 December 2024/)
    assert.equal(page('form.filter input[name="as-known-on"]').attr('value'), '2024-12-31')
    assert.match((await see('?as-known-on=yesterday'))('.notice').text(), /cannot be shown/)
  })

  it('says what to do where there is no group, and is closed to those who may not see it', async () => {
    const { deps, get } = await testApp()
    const measure = await aMeasure(deps)
    const address = `/staff/measures/${measure.id}/compare`
    assert.match((await get(address, office)).body, /There is no group of areas yet/)
    assert.equal((await get(address, actorOf('panel'))).statusCode, 403)
    assert.equal((await get('/staff/measures/none/compare', office)).statusCode, 404)
  })
})
