import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { frankpledge } from '#test/support/command.js'
import { crimeId, csvOf, STREET_HEADER, streetLine, writtenTo } from '#test/support/police-files.js'

const root = mkdtempSync(join(tmpdir(), 'frankpledge-killed-import-'))
after(() => rmSync(root, { recursive: true, force: true }))

const cli = fileURLToPath(new URL('../../command/cli.js', import.meta.url))
const settings = { FRANKPLEDGE_DATA: join(root, 'data') }
const incoming = () => {
  const lake = join(settings.FRANKPLEDGE_DATA, 'lake')
  return existsSync(lake) && readdirSync(lake).some((name) => name.startsWith('.incoming-'))
}

describe('an import of police data that is killed', () => {
  it('leaves nothing that counts, and the next one takes everything in', async () => {
    for (let at = 0; at < 24; at += 1) {
      const month = `${2022 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
      const lines = Array.from({ length: 4000 }, (_, row) => streetLine({ month, id: crimeId(`${month} ${row}`) }))
      writtenTo(root, `files/${month}-kent-street.csv`, csvOf(STREET_HEADER, lines))
    }
    const before = await frankpledge(settings, 'crime', 'coverage', '--json')
    assert.deepEqual(JSON.parse(before.stdout), [])
    const env = { ...process.env, DATABASE_URL: '', ...settings }
    const child = spawn(process.execPath, [cli, 'crime', 'import', join(root, 'files')], { env, stdio: 'ignore' })
    while (child.exitCode === null && !incoming()) await new Promise((resolve) => setTimeout(resolve, 5))
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
    assert.equal(child.signalCode, 'SIGKILL', 'it was done before it could be killed')
    const coverage = await frankpledge(settings, 'crime', 'coverage', '--json')
    assert.deepEqual(JSON.parse(coverage.stdout), [])
    const again = await frankpledge(settings, 'crime', 'import', join(root, 'files'), '--json')
    assert.equal(again.code, 0, again.stderr)
    assert.equal(JSON.parse(again.stdout).rows.street, 96_000)
    const counts = await frankpledge(settings, 'crime', 'counts', '--by', 'month', '--json')
    assert.ok(JSON.parse(counts.stdout).every(({ count }: { count: number }) => count === 4000))
  })
})
