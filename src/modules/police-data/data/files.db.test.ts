import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import type { Db } from '#platform/db/db.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { changesOfImport, knownContents, lastNumbers, pastImports, setAsideBy } from './files.queries.js'
import { insertImport } from './files.store.js'
import { currentFiles } from './releases.queries.js'

async function enter(db: Db, number: number, release: string, knownOn: string): Promise<void> {
  const of = { import_number: number }
  const file = {
    force: 'kent',
    month: '2024-01',
    type: 'street',
    name: 'x.csv',
    parquet: `imports/${number}/x.parquet`,
  }
  await db.transaction((tx) =>
    insertImport(tx, {
      done: { number, release, sources: '["/a"]', summary: '{}', imported_at: '2024-05-01', imported_by: 'Test' },
      files: [
        {
          ...{ ...of, ...file, number, release, known_on: knownOn, sha256: String(number).repeat(64) },
          ...{ content_bytes: 9, row_count: 3, set_aside: 1 },
        },
      ],
      setAside: [{ ...of, number: 1, file: 'x.csv', line: 4, reason: 'has 3 cells, not 12', content: 'a,b,c' }],
      changes: [
        { ...of, force: 'kent', month: '2024-01', type: 'street', kind: 'outcome', before: 'a', after: 'b', crimes: 2 },
      ],
    }),
  )
}

describeOnEachDatabase('the register of police files', (open) => {
  it('gives the newest release of each month, by the day asked, whichever came last', async () => {
    const db = await open()
    assert.deepEqual(await lastNumbers(db), { imports: 0, files: 0 })
    await enter(db, 1, '2024-04', '2024-04-30')
    await enter(db, 2, '2024-03', '2024-03-31')
    const numbers = async (knownOn?: string) => {
      const files = await currentFiles(db, 'street', knownOn ? { knownOn: isoDate(knownOn) } : {})
      return files.map(({ number }) => number)
    }
    assert.deepEqual([await numbers(), await numbers('2024-04-29'), await numbers('2024-03-30')], [[1], [2], []])
    assert.deepEqual(await lastNumbers(db), { imports: 2, files: 2 })
    assert.equal((await knownContents(db, ['kent'])).length, 2)
    assert.deepEqual(
      (await pastImports(db)).map(({ number }) => number),
      [2, 1],
    )
    assert.equal((await changesOfImport(db, 1))[0]?.crimes, 2)
    assert.equal((await setAsideBy(db, 1))[0]?.line, 4)
  })

  it('enters an import whole or not at all', async () => {
    const db = await open()
    await enter(db, 1, '2024-04', '2024-04-30')
    await assert.rejects(enter(db, 1, '2024-05', '2024-05-31'))
    assert.equal((await currentFiles(db, 'street')).length, 1)
  })
})
