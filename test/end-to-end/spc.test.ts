import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { frankpledge, frankpledgeCutShort } from '#test/support/command.js'

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-spc-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const file = join(folder, 'figures.csv')
const values = [1, 2, 1, 2, 10, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1]
writeFileSync(file, ['date,value', ...values.map((value, index) => `week ${index + 1},${value}`)].join('\r\n'))

describe('a control chart from a file', () => {
  it('needs no register, no settings that can be read and no database, and makes none', async () => {
    const nowhere = join(folder, 'nowhere')
    const settings = { FRANKPLEDGE_DATA: nowhere, PORT: 'abc', DATABASE_URL: 'postgres://127.0.0.1:1/x' }
    const { code, stdout, stderr } = await frankpledge(settings, 'spc', file, '--json', '--target', '-5')
    assert.deepEqual([code, stderr], [0, ''])
    const chart = JSON.parse(stdout)
    assert.equal(chart.points.length, 18)
    assert.equal(chart.points[0].upper.toFixed(2), '4.60')
    assert.equal(chart.target, -5)
    assert.equal(existsSync(nowhere), false)
  })

  it('ends without a word when whoever reads its answer goes away', async () => {
    const long = join(folder, 'long.csv')
    const rows = Array.from({ length: 10_000 }, (_, index) => `day ${index},${index % 7}`)
    writeFileSync(long, ['date,value', ...rows].join('\n'))
    assert.deepEqual(await frankpledgeCutShort({}, 'spc', long, '--json'), { code: 0, stderr: '' })
  })

  it('says on stderr what is wrong and ends as refused', async () => {
    writeFileSync(join(folder, 'bad.csv'), 'date,value\n2024-01,lots')
    const { code, stdout, stderr } = await frankpledge({}, 'spc', join(folder, 'bad.csv'))
    assert.deepEqual([code, stdout], [1, ''])
    assert.match(stderr, /line 2: the value 'lots' is not a number/)
  })
})
