import { openSqlite } from '#platform/db/sqlite.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'

/** Writes as fast as it can, and says so after each commit, until it is killed. */
const [file = '', round = ''] = process.argv.slice(2)
const db = openSqlite(file)
const deps = testDeps(db)
for (let n = 0; ; n += 1) {
  const subject = `test.line:${round}-${n}`
  await db.transaction((tx) => deps.audit(tx, SYSTEM, { action: 'test.write-line', subject }))
  process.send?.(subject)
}
