import assert from 'node:assert/strict'
import { it } from 'node:test'
import { MIGRATIONS } from '#migrations/all.js'
import { activeBindings } from '#modules/bindings/index.js'
import { schemaOver } from '#platform/db/schema.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'

const COLUMNS =
  'id text primary key, measure_id text not null, slice text not null, bound_at text not null, bound_by text not null, ended_at text'

describeOnEachDatabase('bindings of before they were kept in one place', (open) => {
  it('stand as they stood: what fills which measure, under which area, and what was ended', async () => {
    const { db } = testDeps(await open())
    await db.transaction(async (tx) => {
      const schema = schemaOver(tx.engine, tx.source)
      await schema.run('drop table bindings_binding')
      for (const table of ['police_data_binding', 'national_tables_binding']) await schema.createTable(table, COLUMNS)
      const crimes = `{"forces":["kent"],"types":["Theft, ''other''"],"includeAsb":false,"area":"E07000110"}`
      const values = (id: string, slice: string, ended: string) =>
        `values ('${id}', 'm', '${slice}', '2025-01-0${id.length}T09:00:00Z', 'Officer', ${ended})`
      await schema.run(`insert into police_data_binding ${values('a', crimes, 'null')}`)
      await schema.run(`insert into police_data_binding ${values('bb', crimes, "'2025-02-01T09:00:00Z'")}`)
      const lines = '{"kind":"severity","force":"E23000032","figure":"score","where":{},"area":""}'
      await schema.run(`insert into national_tables_binding ${values('ccc', lines, 'null')}`)
      await MIGRATIONS.find(({ name }) => name === '0035-bindings')?.up(schema)
    })
    const told = async (source: 'police-data' | 'national-tables') =>
      (await activeBindings(db, source)).map(({ id, measureId, area, slice }) => ({ id, measureId, area, slice }))
    const crimes = { forces: ['kent'], types: ["Theft, 'other'"], includeAsb: false }
    assert.deepEqual(await told('police-data'), [{ id: 'a', measureId: 'm', area: 'E07000110', slice: crimes }])
    const lines = { kind: 'severity', force: 'E23000032', figure: 'score', where: {} }
    assert.deepEqual(await told('national-tables'), [{ id: 'ccc', measureId: 'm', area: '', slice: lines }])
  })
})
