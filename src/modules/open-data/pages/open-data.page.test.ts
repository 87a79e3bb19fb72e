import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { csvRows } from '#test/support/csv.js'
import { PLAN, publicSite } from '#test/support/public-site.js'
import { DATA_SETS } from './data-sets.js'

describe('the page of open data', () => {
  const { see, file } = publicSite()

  it('lists every file with its licence and how many rows it really has', async () => {
    const { $ } = await see('/open-data')
    const rows = $('#files').nextAll('.table-region').first().find('tbody tr').toArray()
    assert.equal(rows.length, DATA_SETS.length + 1)
    for (const [index, set] of DATA_SETS.entries()) {
      const cells = $(rows[index]).children().toArray()
      assert.match($(cells[1]).text(), /Open Government Licence|As named in each row/)
      const csv = csvRows((await file(`/open-data/${set.name}.csv`)).body)
      assert.equal(Number($(cells.at(-1)).text()), csv.length - 1, set.name)
    }
  })

  it('lists the tables of crime and of stop and search, each of which is there', async () => {
    const { $ } = await see('/open-data')
    const links = $('#police-records').nextAll('.table-region').first().find('a').toArray()
    assert.equal(links.length, 10)
    for (const link of links) assert.equal((await file($(link).attr('href') ?? '')).type, 'text/csv; charset=utf-8')
  })

  it('says what stands in each column of each file', async () => {
    const { $ } = await see('/open-data')
    for (const set of DATA_SETS) {
      const named = $(`table:has(caption:contains("Columns of ${set.title}")) tbody tr`)
      assert.equal(named.length, set.columns.length, set.name)
    }
  })
})

describe('each file of open data', () => {
  const { file, there } = publicSite()

  it('has the columns that it says it has, and a cell for each in every row', async () => {
    for (const set of DATA_SETS) {
      const { type, headers, body } = await file(`/open-data/${set.name}.csv`)
      assert.equal(type, 'text/csv; charset=utf-8')
      assert.equal(headers['access-control-allow-origin'], '*')
      const [head, ...rows] = csvRows(body)
      assert.deepEqual(
        head,
        set.columns.map(({ name }) => name),
      )
      assert.ok(rows.length > 0, `${set.name} is empty`)
      assert.ok(rows.every((row) => row.length === head?.length))
    }
  })

  it('says the same as CSV and as JSON', async () => {
    for (const set of DATA_SETS) {
      const [head = [], ...rows] = csvRows((await file(`/open-data/${set.name}.csv`)).body)
      const { type, body } = await file(`/open-data/${set.name}.json`)
      assert.equal(type, 'application/json; charset=utf-8')
      const json: { rows: Record<string, unknown>[]; licence: { name: string } } = JSON.parse(body)
      assert.equal(json.licence.name, 'Open Government Licence v3.0')
      assert.deepEqual(
        json.rows.map((row) => head.map((name) => String(row[name] ?? ''))),
        rows.map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@\t\r])/, ''))),
        set.name,
      )
    }
  })

  it('gives only actions and updates that are published', async () => {
    const [, ...actions] = csvRows((await file('/open-data/actions.csv')).body)
    const [, ...updates] = csvRows((await file('/open-data/updates.csv')).body)
    assert.equal(actions.length, 1)
    assert.equal(updates.length, 1)
  })

  it('gives plans whole, with the fingerprint of the version shown', async () => {
    const { plans } = JSON.parse((await file('/open-data/plans.json')).body)
    assert.equal(plans.length, 1)
    assert.equal(plans[0].address, PLAN)
    assert.equal(plans[0].content.nodes.length, 3)
    assert.match(plans[0].sha256, /^[0-9a-f]{64}$/)
    assert.equal(plans[0].content.plan.id, there().office.planId)
  })
})
