import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { auditEntries } from '#platform/audit/audit.queries.js'
import { Forbidden } from '#platform/errors.js'
import { actorOf } from '#test/support/app.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { A_SOURCE, aFigureFile, aMeasure } from '#test/support/measures.js'
import { allImports } from '../data/imports.queries.js'
import { observationsOf, seriesOf } from '../data/observations.queries.js'
import { importObservations } from './import-observations.js'

const file = (...rows: string[]) => ({ fileName: 'return.csv', bytes: aFigureFile(rows), source: A_SOURCE })

/** What an import came to: new, revised, known already. */
async function counts(...parameters: Parameters<typeof importObservations>) {
  const result = await importObservations(...parameters)
  return result.ok ? [result.value.added, result.value.revised, result.value.unchanged] : result.error.code
}

describe('taking in figures', () => {
  it('changes nothing when the same file comes twice', async () => {
    const deps = testDeps(await openTestDb())
    const { id } = await aMeasure(deps)
    const request = file('burglary,2025-02,198,,,final,', 'burglary,2025-03,230,,,provisional,')
    assert.deepEqual(await counts(deps, SYSTEM, request), [2, 0, 0])
    const before = await auditEntries(deps.db, 50)
    assert.deepEqual(await counts(deps, SYSTEM, request), [0, 0, 2])
    assert.equal((await observationsOf(deps.db, [id])).length, 2)
    assert.equal((await allImports(deps.db)).length, 1)
    assert.deepEqual(await auditEntries(deps.db, 50), before)
  })

  it('adds only what is new or differs, and says which figure was revised', async () => {
    const deps = testDeps(await openTestDb())
    const { id } = await aMeasure(deps)
    await counts(deps, SYSTEM, file('burglary,2025-02,198,,,final,', 'burglary,2025-03,230,,,provisional,'))
    const later = { ...deps, now: () => new Date('2025-05-10T09:00:00Z') }
    const rows = ['burglary,2025-02,198,,,final,', 'burglary,2025-03,236,,,final,', 'burglary,2025-04,240,,,final,']
    const result = await importObservations(later, SYSTEM, file(...rows))
    assert.ok(result.ok)
    assert.deepEqual([result.value.added, result.value.revised, result.value.unchanged], [1, 1, 1])
    assert.deepEqual(
      result.value.plan.revised.map(({ now, before }) => [now.period.code, before.value, now.value]),
      [['2025-03', 230, 236]],
    )
    assert.deepEqual(
      (await seriesOf(deps.db, id)).map(({ value }) => value),
      [198, 236, 240],
    )
  })

  it('takes in a figure again when it was revised and then put back', async () => {
    const db = await openTestDb()
    const deps = testDeps(db)
    const { id } = await aMeasure(deps)
    const on = (day: number) => ({ ...deps, now: () => new Date(Date.UTC(2025, 4, day)) })
    for (const [index, value] of [230, 236, 230].entries()) {
      await counts(on(index + 1), SYSTEM, file(`burglary,2025-03,${value},,,final,`))
    }
    assert.deepEqual(
      (await seriesOf(db, id)).map(({ value }) => value),
      [230],
    )
    assert.equal((await observationsOf(db, [id])).length, 3)
  })

  it('takes in nothing at all when one row is wrong', async () => {
    const deps = testDeps(await openTestDb())
    const { id } = await aMeasure(deps)
    const result = await importObservations(
      deps,
      SYSTEM,
      file('burglary,2025-02,198,,,final,', 'burglary,2025-03,many,,,final,', 'theft,2025-03,1,,,final,'),
    )
    assert.ok(!result.ok && result.error.code === 'problems')
    assert.deepEqual(
      result.error.problems.map(({ row, column }) => [row, column]),
      [
        [3, 'numerator'],
        [4, 'measure'],
      ],
    )
    assert.deepEqual(await observationsOf(deps.db, [id]), [])
    assert.deepEqual(await allImports(deps.db), [])
  })

  it('only says what would change on a trial', async () => {
    const deps = testDeps(await openTestDb())
    const { id } = await aMeasure(deps)
    const result = await importObservations(deps, SYSTEM, { ...file('burglary,2025-03,230,,,final,'), dryRun: true })
    assert.ok(result.ok)
    assert.deepEqual([result.value.importId, result.value.added], [null, 1])
    assert.deepEqual(await observationsOf(deps.db, [id]), [])
  })

  it('is refused without a publisher or a licence', async () => {
    const deps = testDeps(await openTestDb())
    await aMeasure(deps)
    const source = { ...A_SOURCE, publisher: ' ', licence: '' }
    const result = await importObservations(deps, SYSTEM, { ...file('burglary,2025-03,230,,,final,'), source })
    assert.deepEqual(result, { ok: false, error: { code: 'source-incomplete', missing: ['a publisher', 'a licence'] } })
  })

  it('is refused when the file is not plain text', async () => {
    const deps = testDeps(await openTestDb())
    await aMeasure(deps)
    for (const bytes of [Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]), Buffer.from('measure\0period')]) {
      const result = await importObservations(deps, SYSTEM, { fileName: 'return.xlsx', bytes, source: A_SOURCE })
      assert.ok(!result.ok && result.error.code === 'problems')
      assert.match(result.error.problems[0]?.problem ?? '', /not plain text/)
    }
  })

  it('is on the audit trail with the fingerprint of the file', async () => {
    const deps = testDeps(await openTestDb())
    await aMeasure(deps)
    await counts(deps, SYSTEM, file('burglary,2025-03,230,,,final,'))
    const [entry] = await auditEntries(deps.db, 1)
    const [facts] = await allImports(deps.db)
    assert.equal(entry?.action, 'measures.import-observations')
    assert.equal(entry?.subject, `measures.import:${facts?.id}`)
    assert.equal(JSON.parse(entry?.detail ?? '{}').sha256, facts?.sha256)
  })

  it('is for the office only', async () => {
    const deps = testDeps(await openTestDb())
    await aMeasure(deps)
    for (const role of ['force', 'partner', 'panel', 'visitor', 'auditor', 'public'] as const) {
      await assert.rejects(importObservations(deps, actorOf(role), file('burglary,2025-03,1,,,final,')), Forbidden)
    }
  })
})
