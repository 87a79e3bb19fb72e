import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type Db, sql, writing } from '#platform/db/db.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { A_SOURCE, aMeasure } from '#test/support/measures.js'
import { confirmDraft, draftFile, mapDraft } from '../actions/draft-file.js'
import { importFile } from '../actions/import-file.js'
import { NO_MAPPING } from '../domain/mapping.js'
import { allMappings, draftById, fileBySha256, mappingByName } from './imports.queries.js'

const BYTES = Buffer.from('measure,period,value\nburglary,2025-03,230\n')
const REQUEST = { fileName: 'return.csv', bytes: BYTES, source: A_SOURCE }

describeOnEachDatabase('files of figures', (open) => {
  it('are kept byte by byte, once, and for ever', async () => {
    const deps = testDeps(await open())
    await aMeasure(deps)
    const taken = await importFile(deps, SYSTEM, REQUEST)
    assert.ok(taken.ok)
    const kept = await fileBySha256(deps.db, taken.value.sha256)
    assert.deepEqual([kept?.fileName, Buffer.from(kept?.bytes ?? [])], ['return.csv', BYTES])
    for (const statement of [`update imports_file set file_name = 'x'`, 'delete from imports_file'])
      await assert.rejects(run(deps.db, statement), /append-only/)
  })

  it('wait for a yes with how they are read, which may be kept by name and changed', async () => {
    const deps = testDeps(await open())
    await aMeasure(deps)
    const draftId = await draftFile(deps, SYSTEM, REQUEST)
    const mapping = { ...NO_MAPPING, scale: 'proportion' as const }
    await mapDraft(deps, SYSTEM, { draftId, mapping, keepAs: 'Monthly' })
    assert.deepEqual((await draftById(deps.db, draftId))?.mapping, mapping)
    await mapDraft(deps, SYSTEM, { draftId, mapping: NO_MAPPING, keepAs: 'Monthly' })
    assert.deepEqual(await mappingByName(deps.db, 'Monthly'), NO_MAPPING)
    assert.deepEqual(
      (await allMappings(deps.db)).map(({ name }) => name),
      ['Monthly'],
    )
    assert.equal((await confirmDraft(deps, SYSTEM, { draftId: draftId, accept: '' })).ok, true)
    assert.equal(await draftById(deps.db, draftId), undefined)
  })

  it('are forgotten when nobody says yes for a week', async () => {
    const db = await open()
    const at = (moment: string) => ({ ...testDeps(db), now: () => new Date(moment) })
    const old = await draftFile(at('2025-04-01T09:00:00Z'), SYSTEM, REQUEST)
    const fresh = await draftFile(at('2025-04-09T09:00:00Z'), SYSTEM, REQUEST)
    assert.equal(await draftById(db, old), undefined)
    assert.deepEqual((await draftById(db, fresh))?.source, A_SOURCE)
  })
})

async function run(db: Db, statement: string): Promise<void> {
  await db.transaction(async (tx) => {
    await sql.raw(statement).execute(writing(tx))
  })
}
