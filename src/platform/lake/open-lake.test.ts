import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it, type TestContext } from 'node:test'
import { openLake } from './open-lake.js'

function aLake(t: TestContext) {
  const folder = join(tmpdir(), `lake-${randomUUID()}`)
  const lake = openLake(folder)
  t.after(async () => {
    await lake.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return lake
}

describe('the lake', () => {
  it('makes no folder and starts no engine before the first question', (t) => {
    assert.equal(existsSync(aLake(t).folder), false)
  })

  it('answers whole numbers as numbers and dates and moments as text', async (t) => {
    const [row] = await aLake(t).rows(
      "select count(*) n, sum(3::bigint) s, 0.5::decimal(3,1) half, date '2024-02-29' d, timestamp '2024-03-31 23:51:00' told, null x",
    )
    assert.deepEqual(row, { n: 1, s: 3, half: 0.5, d: '2024-02-29', told: '2024-03-31T23:51:00.000Z', x: null })
  })

  it('takes values and lists of values for question marks', async (t) => {
    const rows = await aLake(t).rows<{ i: number }>(
      'select i from range(10) r(i) where i > ? and list_contains(?, i)',
      [3, [2, 5, 7]],
    )
    assert.deepEqual(rows, [{ i: 5 }, { i: 7 }])
    const [named] = await aLake(t).rows("select ? = 'Dyfed-Powys' as same, list_contains(?, 'kent') there", [
      'Dyfed-Powys',
      ['kent', 'essex'],
    ])
    assert.deepEqual(named, { same: true, there: true })
  })

  it('writes and reads inside its folder, and nowhere else', async (t) => {
    const lake = aLake(t)
    await lake.run(`copy (select 1 as i) to '${lake.folder}/one.parquet'`)
    assert.deepEqual(await lake.rows(`select i from '${lake.folder}/one.parquet'`), [{ i: 1 }])
    await assert.rejects(lake.rows("select * from read_text('/etc/hostname')"), /Permission/)
    await assert.rejects(lake.run(`copy (select 1) to '${lake.folder}/../outside.parquet'`), /Permission/)
    await assert.rejects(lake.run('set enable_external_access = true'))
  })

  it('answers several questions at once, and again after it was closed', async (t) => {
    const lake = aLake(t)
    const ask = (i: number) => lake.rows<{ i: number }>('select ? as i', [i])
    assert.deepEqual((await Promise.all([1, 2, 3].map(ask))).flat(), [{ i: 1 }, { i: 2 }, { i: 3 }])
    await lake.close()
    assert.deepEqual(await ask(4), [{ i: 4 }])
  })
})
