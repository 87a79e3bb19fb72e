import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { load } from 'cheerio'
import { bindSlice, monthAfter } from '#modules/police-data/index.js'
import { actorOf, testApp } from '#test/support/app.js'
import { SYSTEM } from '#test/support/deps.js'
import { anOfficeOfBedfordshire, LUTON } from '#test/support/local-crime.js'
import { aMeasure } from '#test/support/measures.js'

const ADDRESS = '/staff/police-data/import'
const NAME = '2024-01-bedfordshire-street.csv'

const HEAD =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context'
const row = (id: string, month = '2024-01') =>
  `${id.repeat(64)},${month},Bedfordshire Police,Bedfordshire Police,-0.42,51.9,On or near High Street,${LUTON},Luton 007A,Burglary,Under investigation,`
const fileOf = (...rows: string[]) => Buffer.from(`${[HEAD, ...rows].join('\r\n')}\r\n`)

describe('the page that takes in police data', () => {
  it('takes in a file under its published name, and the public reads it', async () => {
    const { deps, get, upload } = await testApp()
    await anOfficeOfBedfordshire(deps)
    const as = actorOf('office')
    const sent = await upload(ADDRESS, { release: '' }, { fileName: NAME, bytes: fileOf(row('a'), row('b')), as })
    assert.equal(sent.statusCode, 303, load(sent.body)('.govuk-error-summary').text())
    assert.equal(sent.headers.location, '/staff/police-data')
    const shown = load((await get('/crime/district/luton')).body)
    assert.match(shown('.lede').text(), /^2 crimes were recorded in January 2024/)
    const again = await upload(ADDRESS, { release: '' }, { fileName: NAME, bytes: fileOf(row('a'), row('b')), as })
    assert.equal(again.statusCode, 303)
    assert.match(
      decodeURIComponent(String(again.headers['set-cookie'])),
      /Nothing new\. What is the same was taken in before/,
    )
    const bare = await upload(ADDRESS, { release: '' }, { fileName: NAME, bytes: fileOf(), as })
    assert.match(decodeURIComponent(String(bare.headers['set-cookie'])), /Nothing new\. .*has headers and no row/)
  })

  it('says of a bound measure that it waits for the day from which the release counts as known', async () => {
    const { deps, upload } = await testApp()
    await anOfficeOfBedfordshire(deps)
    const { id: measureId } = await aMeasure(deps)
    const slice = { forces: ['bedfordshire'], includeAsb: false }
    assert.ok((await bindSlice(deps, SYSTEM, { measureId, slice })).ok)
    const month = monthAfter(deps.today().slice(0, 7))
    const file = { fileName: `${month}-bedfordshire-street.csv`, bytes: fileOf(row('a', month)) }
    const sent = await upload(ADDRESS, { release: '' }, { ...file, as: actorOf('office') })
    const notice = decodeURIComponent(String(sent.headers['set-cookie']))
    assert.match(notice, /Taken in: 1 file.*counts as known from/)
    assert.doesNotMatch(notice, /measure filled/)
  })

  it('takes in a small file that was pasted, and names the fault of one that cannot be read', async () => {
    const { deps, get, post } = await testApp()
    await anOfficeOfBedfordshire(deps)
    const as = actorOf('office')
    const pasted = { name: NAME, content: [HEAD, row('c')].join('\n'), release: '2024-02' }
    assert.equal((await post(ADDRESS, pasted, as)).statusCode, 303)
    assert.match(load((await get('/crime')).body)('.summary').text(), /February 2024/)
    const wrong = await post(ADDRESS, { ...pasted, content: 'nothing of the kind' }, as)
    assert.equal(wrong.statusCode, 422)
    assert.equal(load(wrong.body)('#content').text().trim(), 'nothing of the kind')
  })

  it('names the fault of a file that it cannot take, and takes in nothing of it', async () => {
    const { deps, get, upload } = await testApp()
    await anOfficeOfBedfordshire(deps)
    const bytes = Buffer.from('Month,Place\n2024-01,Luton\n')
    const sent = await upload(ADDRESS, { release: '' }, { fileName: NAME, bytes, as: actorOf('office') })
    assert.equal(sent.statusCode, 422)
    assert.match(
      load(sent.body)('.govuk-error-summary').text(),
      /2024-01-bedfordshire-street\.csv.*Nothing was taken in/s,
    )
    assert.match(load((await get('/crime')).body)('.empty').text(), /No police records/)
  })

  it('asks for a file and for a month as release, and keeps what was typed', async () => {
    const { post, upload } = await testApp()
    const as = actorOf('office')
    const none = await post(ADDRESS, { release: '' }, as)
    assert.equal(none.statusCode, 422)
    assert.match(none.body, /Choose a file/)
    const wrong = await upload(ADDRESS, { release: 'spring' }, { fileName: NAME, bytes: fileOf(row('a')), as })
    assert.equal(wrong.statusCode, 422)
    assert.equal(load(wrong.body)('#release').attr('value'), 'spring')
  })

  it('is closed to those who may not take in', async () => {
    const { get } = await testApp()
    assert.equal((await get(ADDRESS, actorOf('panel'))).statusCode, 403)
    assert.equal((await get(ADDRESS)).statusCode, 303)
  })
})
