import assert from 'node:assert/strict'
import { it } from 'node:test'
import { sql } from '#platform/db/db.js'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anOfficeToReportOn, aReport } from '#test/support/reports.js'
import type { ReturnedPaper } from '../domain/returned-paper.js'
import { returnedPaperById, returnedPapersOf } from './returned-papers.queries.js'
import { insertReturnedPaper } from './returned-papers.store.js'

describeOnEachDatabase('papers that came back', (open) => {
  it('are kept with their words, by report, and never changed', async () => {
    const db = await open()
    const deps = testDeps(db)
    const report = await aReport(deps, await anOfficeToReportOn(deps))
    const paper: ReturnedPaper = {
      ...{ id: 'p1', reportId: report.id, fileName: 'a.docx', sha256: 'x', madeFrom: new Map([['purpose', 2]]) },
      paragraphs: [{ kind: 'text', level: 0, text: 'Words', marked: '**Words**', authors: ['A Reader'] }],
      ...{ receivedAt: '2025-06-01T10:00:00.000Z', receivedBy: 'someone' },
    }
    await db.transaction((tx) => insertReturnedPaper(tx, paper))
    assert.deepEqual(await returnedPaperById(db, 'p1'), paper)
    assert.deepEqual(await returnedPapersOf(db, report.id), [{ ...paper, paragraphs: [] }])
    assert.equal(await returnedPaperById(db, 'p2'), undefined)
    await assert.rejects(
      db.transaction((tx) => sql`delete from returned_papers_paper`.execute(tx.source)),
      /append-only/,
    )
  })
})
