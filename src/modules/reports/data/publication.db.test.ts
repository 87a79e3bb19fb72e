import assert from 'node:assert/strict'
import { it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { sql } from '#platform/db/db.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { figuresOf, fileNamed, filesOf, publicationWithHash, wholeFilesOf } from './publication.queries.js'
import { insertFigure, insertFile } from './publication.store.js'
import { insertPublication, insertReport } from './reports.store.js'

const bytes = new Uint8Array([0, 255, 10, 13, 0, 128])
const file = { format: 'pdf', fileName: 'theme-1.pdf', bytes, sha256: 'a'.repeat(64) } as const
const particulars = {
  ...{ title: 'Theme', addressedTo: 'The Panel', meetingOn: isoDate('2025-06-11') },
  ...{ periodFrom: isoDate('2024-10-01'), periodUntil: isoDate('2025-03-31') },
}

describeOnEachDatabase('the files of a publication', (open) => {
  const filled = async () => {
    const db = await open()
    await db.transaction(async (tx) => {
      const report = { id: 'r', slug: 'theme', template: 'theme-monitoring', planId: 'p', themeId: 't', version: 1 }
      await insertReport(tx, { ...report, ...particulars, narratives: new Map() })
      const frozen = { html: '<p>One</p>', sha256: 'f'.repeat(64), publishedBy: 'someone' }
      const at = { publishedAt: '2025-05-01T10:00:00.000Z', particulars, reportId: 'r' }
      await insertPublication(tx, { id: 'p1', number: 1, ...at, ...frozen })
      await insertPublication(tx, { id: 'p2', number: 2, ...at, ...frozen })
      await insertFile(tx, 'p1', file)
      await insertFigure(tx, 'p1', 'burglary.2024/25.value', { value: 5 })
    })
    return db
  }

  it('come back byte for byte', async () => {
    const db = await filled()
    assert.deepEqual(await fileNamed(db, 'r', 'theme-1.pdf'), file)
    assert.deepEqual(await wholeFilesOf(db, 'p1'), [file])
    assert.deepEqual(
      (await filesOf(db, 'p1')).map(({ size }) => size),
      [6],
    )
    assert.equal(await fileNamed(db, 'other', 'theme-1.pdf'), undefined)
    assert.deepEqual(await figuresOf(db, 'p1'), new Map([['burglary.2024/25.value', { value: 5 }]]))
  })

  it('are known by their fingerprint, with the number that came after', async () => {
    const db = await filled()
    const found = await publicationWithHash(db, file.sha256)
    assert.deepEqual([found?.slug, found?.number, found?.newest, found?.format], ['theme', 1, 2, 'pdf'])
    assert.equal(await publicationWithHash(db, 'b'.repeat(64)), undefined)
  })

  it('are never changed', async () => {
    const db = await filled()
    for (const change of [
      sql`update reports_publication_file set file_name = 'x'`,
      sql`delete from reports_publication_figure`,
    ])
      await assert.rejects(
        db.transaction((tx) => change.execute(tx.source)),
        /append-only/,
      )
  })
})
