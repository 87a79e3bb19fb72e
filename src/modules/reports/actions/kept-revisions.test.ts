import assert from 'node:assert/strict'
import { it } from 'node:test'
import { published, revised } from '#test/support/corrections.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anOfficeToReportOn, aReport } from '#test/support/reports.js'
import { revisedFigures } from './kept-revisions.js'

it('works out once what was revised, and anew when the register has changed', async () => {
  const deps = testDeps(await openTestDb())
  const office = await anOfficeToReportOn(deps)
  const first = await published(deps, (await aReport(deps, office)).id)
  const once = await revisedFigures(deps, first)
  assert.equal(await revisedFigures(deps, first), once)
  const later = await revised(deps, office.measure.slug, 228)
  assert.equal((await revisedFigures(later, first)).length, 1)
})
