import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { it } from 'node:test'
import { auditEntries } from '#platform/audit/audit.queries.js'
import type { Deps } from '#platform/deps.js'
import type { RetentionRule } from '#platform/retention.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { decideKeeping, recordsKept, removePastRecords } from '../actions/keep-records.js'
import { noteOlderLakeFiles, policeFiles } from '../actions/note-lake-files.js'
import { beginRun, endRun } from '../actions/run-once.js'
import { isBackupDue, lastBackup } from './run.queries.js'

const DUE = { kind: 'backup', due: '2025-04-30' } as const

const at = (deps: Deps, moment: string): Deps => ({ ...deps, now: () => new Date(moment) })

describeOnEachDatabase('what is done once for all processes', (open) => {
  it('is begun by one of many that ask at the same moment', async () => {
    const deps = testDeps(await open())
    const begun = await Promise.all(Array.from({ length: 8 }, () => beginRun(deps, SYSTEM, DUE)))
    assert.equal(begun.filter(Boolean).length, 1)
    assert.ok(!(await isBackupDue(deps.db, DUE.due, deps.now())))
  })

  it('is taken over from a process that died, and told when it went well', async () => {
    const deps = testDeps(await open())
    assert.ok(await beginRun(deps, SYSTEM, DUE))
    assert.ok(!(await beginRun(at(deps, '2025-04-30T13:59:00Z'), SYSTEM, DUE)))
    assert.ok(await beginRun(at(deps, '2025-04-30T14:00:00Z'), SYSTEM, DUE))
    assert.equal(await lastBackup(deps.db), undefined)
    const end = { outcome: 'well', summary: '3 audit entries', detail: { file: '/backups/a', bytes: 12 } } as const
    await endRun(deps, SYSTEM, DUE, end)
    const backup = await lastBackup(deps.db)
    assert.equal(backup?.attempts, 2)
    assert.deepEqual(backup?.detail, end.detail)
    assert.equal((await auditEntries(deps.db, 1))[0]?.action, 'operations.backup')
  })
})

/** A kind of record of which two are past their time until they are removed. */
function aRule(): RetentionRule & { removedBefore: string[] } {
  const removedBefore: string[] = []
  return {
    ...{
      kind: 'test.record',
      tables: [],
      what: 'Records of a test',
      days: 10,
      why: 'From the day of the test.',
      removedBefore,
    },
    count: async () => (removedBefore.length > 0 ? 0 : 2),
    remove: async (_tx, before) => void removedBefore.push(before),
  }
}

describeOnEachDatabase('how long records are kept', (open) => {
  it('is told without removing anything, then removed once and recorded', async () => {
    const deps = testDeps(await open())
    const rule = aRule()
    assert.deepEqual(
      (await recordsKept(deps, [rule])).map(({ days, past }) => [days, past]),
      [[10, 2]],
    )
    assert.deepEqual(rule.removedBefore, [])
    await removePastRecords(deps, SYSTEM, [rule])
    assert.deepEqual(rule.removedBefore, ['2025-04-20T12:00:00.000Z'])
    await removePastRecords(deps, SYSTEM, [rule])
    const told = (await auditEntries(deps.db, 10)).filter(({ action }) => action === 'operations.remove-past-records')
    assert.deepEqual(
      told.map(({ detail }) => detail),
      ['{"test.record":2}'],
    )
  })

  it('follows the last decision', async () => {
    const deps = testDeps(await open())
    const rule = aRule()
    await decideKeeping(deps, SYSTEM, { rule, days: 5, reason: 'Enough' })
    await decideKeeping(at(deps, '2025-04-30T13:00:00Z'), SYSTEM, { rule, days: 20, reason: 'Not enough' })
    const [keeping] = await recordsKept(deps, [rule])
    assert.equal(keeping?.days, 20)
    assert.equal(keeping?.decision?.reason, 'Not enough')
  })
})

describeOnEachDatabase('the files of police data', (open) => {
  it('are known from the first time they are seen, and a change to one is found', async () => {
    const deps = testDeps(await open())
    const file = join(deps.lake.folder, 'imports', '000001', 'kent-street.parquet')
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, 'rows')
    assert.equal(await noteOlderLakeFiles(deps, SYSTEM, ['imports/000001']), 1)
    assert.equal(await noteOlderLakeFiles(deps, SYSTEM, ['imports/000001']), 0)
    assert.deepEqual(await policeFiles.prove(deps), { checked: 1, problems: [] })
    writeFileSync(file, 'rosw')
    const { problems } = await policeFiles.prove(deps)
    assert.deepEqual(problems, ['imports/000001/kent-street.parquet is not what it was: its SHA-256 differs'])
  })
})
