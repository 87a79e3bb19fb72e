import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { depsOver } from '#app/application.js'
import { openRegister } from '#app/open-register.js'
import { backUp } from '#app/operations/back-up.js'
import { rehearse } from '#app/operations/rehearse.js'
import { problemsIn, verifyOffice } from '#app/operations/verify-office.js'
import { imageCalled } from '#modules/documents/data/house-style.queries.js'
import { insertImage } from '#modules/documents/data/house-style.store.js'
import { configFrom } from '#platform/config.js'
import { filesIn, moveFiles } from '#platform/db/kept-files.js'
import { sha256Of } from '#platform/files/sha256.js'
import { verifyBackup } from '#platform/handover/backup-manifest.js'
import { writeOffice } from '#platform/handover/write-office.js'
import { frankpledge, type Settings, serve } from '#test/support/command.js'
import { anOfficeWithPlan } from '#test/support/delivery-office.js'
import { testDeps } from '#test/support/deps.js'
import { A_PNG } from '#test/support/pictures.js'
import { type PrivateStore, startStore } from '#test/support/s3.js'

const postgres = process.env.TEST_POSTGRES_URL ?? ''
const engines = (process.env.DATABASES ?? 'sqlite').split(',')
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** A place for a register on the engine: a folder, and a database of its own on PostgreSQL. */
async function aPlace(engine: string, root: string, name: string): Promise<Settings> {
  const folder = { FRANKPLEDGE_DATA: join(root, name) }
  if (engine !== 'postgres') return folder
  const database = `files_${name}_${randomBytes(4).toString('hex')}`
  const admin = new pg.Client({ connectionString: postgres })
  await admin.connect()
  await admin.query(`create database ${database} template template0`)
  await admin.end()
  return { ...folder, DATABASE_URL: postgres.replace(/\/[^/]*$/, `/${database}`) }
}

for (const engine of engines) {
  describe(`files in a store (${engine})`, () => {
    const root = mkdtempSync(join(tmpdir(), 'frankpledge-files-'))
    let store: PrivateStore
    let bare: Settings = {}
    let office: Settings = {}
    const pictures = [A_PNG, new Uint8Array(randomBytes(300_000))]
    const [first = '', second = ''] = pictures.map(sha256Of)

    const withRegister = async <T>(
      settings: Settings,
      work: (db: Awaited<ReturnType<typeof openRegister>>) => Promise<T>,
    ) => {
      const db = await openRegister(configFrom(settings))
      try {
        return await work(db)
      } finally {
        await db.close()
      }
    }
    const keep = (settings: Settings, bytes: Uint8Array) =>
      withRegister(settings, (db) =>
        db.transaction((tx) =>
          insertImage(tx, { sha256: sha256Of(bytes), type: 'png', bytes, width: 1, height: 1 }, { at: '', by: '' }),
        ),
      )
    const whereFilesAre = (settings: Settings) =>
      withRegister(settings, async (db) => [
        (await filesIn(db, 'register')).length,
        (await filesIn(db, 'store')).length,
      ])
    /** What `frankpledge verify` finds wrong. */
    const problems = (settings: Settings) =>
      withRegister(settings, async (db) => {
        const deps = await depsOver(db, configFrom(settings))
        const found = problemsIn(await verifyOffice(deps))
        await deps.lake.close()
        return found.join('\n')
      })
    const run = async (settings: Settings, ...words: string[]) => {
      const { code, stdout, stderr } = await frankpledge(settings, ...words, '--json')
      return { code, stderr, told: JSON.parse(stdout || '{}') }
    }

    before(async () => {
      store = await startStore()
      bare = await aPlace(engine, root, 'office')
      office = { ...bare, ...store.settings }
      await withRegister(bare, (db) => anOfficeWithPlan(testDeps(db)))
      await keep(bare, A_PNG)
    })
    after(async () => {
      await store.stop()
      rmSync(root, { recursive: true, force: true })
    })

    it('go there and come back with every hash equal, and an export is the same to the byte wherever they stand', async () => {
      const exported = async (settings: Settings, name: string) => {
        const folder = join(root, name)
        const about = { lake: join(root, 'no-lake'), now: new Date() }
        await withRegister(settings, (db) => writeOffice(db, folder, about))
        return readFileSync(join(folder, 'SHA256SUMS'), 'utf8')
      }
      const inRegister = await exported(bare, 'export-1')
      const moved = await run(office, 'move', '--files-to', 'store')
      assert.deepEqual([moved.code, moved.told.files], [0, 1], moved.stderr)
      assert.deepEqual(await whereFilesAre(office), [0, 1])
      assert.equal(store.objects(first).length, 1)
      assert.equal(await exported(office, 'export-2'), inRegister)
      await withRegister(office, (db) => moveFiles(db, 'register'))
      assert.deepEqual(await whereFilesAre(bare), [1, 0])
      assert.equal(await exported(bare, 'export-3'), inRegister)
      assert.equal((await withRegister(office, (db) => moveFiles(db, 'store'))).length, 1)
    })

    it('are acknowledged in the register while the store is away, and go there when it is back', async () => {
      await store.kill()
      const server = await serve(office)
      const answer = await fetch(`${server.url}/house-style/${first}.png`)
      assert.equal(answer.status, 503)
      assert.match(await answer.text(), /place where files are kept does not answer/)
      assert.deepEqual(await (await fetch(`${server.url}/health/ready`)).json(), { status: 'ready', files: 'away' })
      await keep(office, pictures[1] ?? A_PNG)
      assert.equal((await fetch(`${server.url}/house-style/${second}.png`)).status, 200)
      await assert.rejects(backUp(configFrom(office), join(root, 'not-taken')), /cannot be reached/)
      await store.start()
      const hasSettled = async () => (await whereFilesAre(office)).join() === '0,2'
      for (let tries = 0; tries < 60 && !(await hasSettled()); tries += 1) await wait(500)
      assert.ok(await hasSettled())
      const shown = await fetch(`${server.url}/house-style/${second}.png`)
      assert.deepEqual(new Uint8Array(await shown.arrayBuffer()), pictures[1])
      assert.equal(await server.stop(), 0)
    })

    it('are read whole by verify, which names each that is damaged or gone', async () => {
      assert.equal(await problems(office), '')
      const [object = ''] = store.objects(second)
      writeFileSync(object, 'damaged')
      assert.match(await problems(office), new RegExp(`The file ${second} in the bucket office .* SHA-256 differs`))
      rmSync(object)
      assert.match(await problems(office), new RegExp(`The file ${second} is not in the bucket`))
      // What the bucket has lost comes back from any copy of the bytes.
      writeFileSync(object, pictures[1] ?? '')
      assert.equal(await problems(office), '')
    })

    it('stand in the backup, which is tried out and restored without the store', async () => {
      const file = join(root, 'backup')
      const { manifest } = await backUp(configFrom(office), file)
      assert.equal(manifest.files.length, 2)
      assert.deepEqual(readdirSync(`${file}.files`), [first, second].sort())
      await store.kill()
      assert.deepEqual((await rehearse(configFrom(office), file)).problems, [])
      const elsewhere = await aPlace(engine, root, 'restored')
      const restored = await run(elsewhere, 'restore', file)
      assert.deepEqual([restored.code, restored.told.files], [0, 2], restored.stderr)
      assert.deepEqual(await whereFilesAre(elsewhere), [2, 0])
      assert.deepEqual((await withRegister(elsewhere, (db) => imageCalled(db, second)))?.bytes, pictures[1])
      await store.start()
      rmSync(join(`${file}.files`, second))
      assert.match((await verifyBackup(file)).problems.join(), new RegExp(`${second} is not there`))
    })

    it('go with the office when it moves or is taken in elsewhere', async () => {
      const taken = { ...(await aPlace(engine, root, 'taken')), ...store.settings, FILES_S3_PREFIX: 'west' }
      assert.equal((await run(taken, 'import-office', join(root, 'export-1'))).code, 0)
      assert.deepEqual(await whereFilesAre(taken), [0, 1])
      assert.equal(await problems(taken), '')
      const moved = await run(office, 'move', '--to', `sqlite:${join(root, 'moved')}`)
      assert.equal(moved.code, 0, moved.stderr)
      assert.equal(await problems({ ...store.settings, FRANKPLEDGE_DATA: join(root, 'moved') }), '')
    })

    it('are told of plainly where no store is set', async () => {
      assert.match(await problems(bare), /stands in a store of files, and none is set/)
      assert.equal((await run(bare, 'move', '--files-to', 'store')).code, 2)
      assert.equal((await run(office, 'move', '--files-to', 'cellar')).code, 2)
    })
  })
}
