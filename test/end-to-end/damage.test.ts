import assert from 'node:assert/strict'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { MIGRATIONS } from '#migrations/all.js'
import { migrate } from '#platform/db/migrate.js'
import { openSqlite } from '#platform/db/sqlite.js'
import { frankpledge } from '#test/support/command.js'
import { anOfficeWithPlan } from '#test/support/delivery-office.js'
import { testDeps } from '#test/support/deps.js'
import { crimeId, csvOf, STREET_HEADER, streetLine, writtenTo } from '#test/support/police-files.js'

const root = mkdtempSync(join(tmpdir(), 'frankpledge-damage-'))
after(() => rmSync(root, { recursive: true, force: true }))

const PAGE = 4096
const whole = join(root, 'whole')
const backup = join(root, 'whole.backup')

/** The same office again, in a folder of its own. */
function another(name: string) {
  const folder = join(root, name)
  cpSync(whole, folder, { recursive: true })
  return { settings: { FRANKPLEDGE_DATA: folder }, register: join(folder, 'register.sqlite') }
}

/** Changes one bit of one byte. */
function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(file, bytes)
}

const parquetOf = (folder: string) =>
  readdirSync(join(folder, 'lake', 'imports'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('totals.parquet'))
    .map((name) => join(folder, 'lake', 'imports', name))[0] ?? ''

before(async () => {
  const db = openSqlite(join(whole, 'register.sqlite'))
  await migrate(db, MIGRATIONS)
  await anOfficeWithPlan(testDeps(db))
  await db.close()
  const month = csvOf(STREET_HEADER, [streetLine({ id: crimeId('a') }), streetLine({ id: crimeId('b') })])
  const settings = { FRANKPLEDGE_DATA: whole }
  assert.equal(
    (await frankpledge(settings, 'crime', 'import', writtenTo(root, '2024-01-kent-street.csv', month))).code,
    0,
  )
  assert.equal((await frankpledge(settings, 'backup', backup)).code, 0)
})

describe('a damaged register', () => {
  const damages: Readonly<Record<string, (register: string) => void>> = {
    'its first bytes': (register) => flip(register, 5),
    'the list of its tables': (register) => flip(register, 100),
    'one of its pages': (register) => flip(register, PAGE * 50),
    'its end cut off': (register) => truncateSync(register, PAGE * 60),
  }
  for (const [what, harm] of Object.entries(damages)) {
    it(`is told of in plain words: ${what}`, async () => {
      const { settings, register } = another(what.replaceAll(' ', '-'))
      harm(register)
      const { code, stdout, stderr } = await frankpledge(settings, 'verify')
      assert.equal(code, 1)
      const said = stdout + stderr
      assert.match(said, /is damaged|cannot be read whole|NOT as it should be/)
      assert.doesNotMatch(said, /\n\s+at /, 'a trace of the program')
      const other = await frankpledge(settings, 'body', 'show')
      assert.doesNotMatch(other.stderr, /\n\s+at /, 'a trace of the program')
    })
  }

  it('gives way to a backup, and is kept aside', async () => {
    const { settings, register } = another('given-up')
    flip(register, 5)
    const restored = await frankpledge(settings, 'restore', backup, '--replace')
    assert.equal(restored.code, 0, restored.stderr)
    assert.match(restored.stdout, /What stood before is kept in/)
    assert.equal((await frankpledge(settings, 'verify')).code, 0)
  })
})

describe('damaged police data', () => {
  it('are found in any file of an import, and restored from a backup', async () => {
    const { settings } = another('police')
    const totals = parquetOf(settings.FRANKPLEDGE_DATA)
    flip(totals, 100)
    const found = await frankpledge(settings, 'verify')
    assert.equal(found.code, 1)
    assert.match(found.stdout, /totals\.parquet is not what it was/)
    const restored = await frankpledge(settings, 'restore', backup, '--replace')
    assert.equal(restored.code, 0, restored.stderr)
    assert.match(restored.stdout, /not as they were backed up are kept in/)
    assert.equal((await frankpledge(settings, 'verify')).code, 0)
    rmSync(parquetOf(settings.FRANKPLEDGE_DATA))
    assert.equal((await frankpledge(settings, 'verify')).code, 1)
  })
})

describe('a damaged backup', () => {
  const copied = (name: string) => {
    const file = join(root, name)
    for (const end of ['', '.manifest.json', '.lake']) cpSync(`${backup}${end}`, `${file}${end}`, { recursive: true })
    return file
  }

  it('is not restored when one byte of it has changed, in the register or in the police data', async () => {
    const { settings } = another('careful')
    const [changed, harmed] = [copied('changed.backup'), copied('harmed.backup')]
    flip(changed, readFileSync(changed).length / 2)
    for (const name of readdirSync(`${harmed}.lake/imports`))
      for (const part of readdirSync(`${harmed}.lake/imports/${name}`))
        flip(`${harmed}.lake/imports/${name}/${part}`, 50)
    for (const file of [changed, harmed]) {
      const refused = await frankpledge(settings, 'restore', file, '--replace')
      assert.equal(refused.code, 1)
      assert.match(refused.stderr, /cannot be restored, so nothing was changed:\n.*its SHA-256 differs/)
    }
    assert.ok(!readdirSync(settings.FRANKPLEDGE_DATA).some((name) => name.startsWith('register-before-restore')))
    const unasked = await frankpledge(settings, 'restore', changed)
    assert.match(unasked.stderr, /add --replace/, 'the whole backup was read first')
  })
})

describe('the backup of the day', () => {
  it('is tried again as soon as somebody asks, once what hindered it is mended', async () => {
    const { settings } = another('hindered')
    const hindered = { ...settings, BACKUP_FOLDER: join(root, 'in-the-way', 'backups') }
    writeFileSync(join(root, 'in-the-way'), 'a file where a folder should be')
    assert.equal((await frankpledge(hindered, 'backup', '--daily')).code, 1)
    rmSync(join(root, 'in-the-way'))
    const waiting = await frankpledge(hindered, 'backup', '--daily', '--if-due', '--json')
    assert.equal(JSON.parse(waiting.stdout).taken, false)
    const again = await frankpledge(hindered, 'backup', '--daily')
    assert.equal(again.code, 0, again.stderr)
    assert.match(again.stdout, /is whole/)
  })

  it('leaves nothing half-made behind', async () => {
    const { settings } = another('half-made')
    const lake = join(settings.FRANKPLEDGE_DATA, 'lake')
    rmSync(lake, { recursive: true })
    writeFileSync(lake, 'a file where a folder should be')
    const folder = join(root, 'half')
    const failed = await frankpledge(settings, 'backup', join(folder, 'office.backup'))
    assert.equal(failed.code, 1)
    assert.deepEqual(readdirSync(folder), [])
  })

  it('touches nothing that stands where it would go', async () => {
    const { settings } = another('in-the-way')
    const lake = join(root, 'taken', 'office.backup.lake')
    mkdirSync(lake, { recursive: true })
    const refused = await frankpledge(settings, 'backup', join(root, 'taken', 'office.backup'))
    assert.equal(refused.code, 2)
    assert.match(refused.stderr, /office\.backup\.lake exists already/)
    assert.deepEqual(readdirSync(join(root, 'taken')), ['office.backup.lake'])
  })
})

it('nobody else on the machine may read a register or a backup, whatever folder they stand in', async () => {
  const { settings } = another('private')
  const made = { FRANKPLEDGE_DATA: join(root, 'made') }
  mkdirSync(made.FRANKPLEDGE_DATA, { mode: 0o755 })
  assert.equal((await frankpledge(made, 'audit', 'list')).code, 0)
  assert.equal((await frankpledge(settings, 'backup', join(made.FRANKPLEDGE_DATA, 'a.backup'))).code, 0)
  for (const name of ['register.sqlite', 'a.backup'])
    assert.equal(statSync(join(made.FRANKPLEDGE_DATA, name)).mode & 0o077, 0, name)
})
