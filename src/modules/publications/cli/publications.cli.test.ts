import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, it } from 'node:test'
import { ask } from '#test/support/ask-command.js'
import { published, revised } from '#test/support/corrections.js'
import { openTestDb } from '#test/support/databases.js'
import { testDeps } from '#test/support/deps.js'
import { anOfficeToReportOn, aReport } from '#test/support/reports.js'
import { correct } from './correct.cli.js'
import { pack } from './pack.cli.js'

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-pack-'))
after(() => rmSync(folder, { recursive: true, force: true }))

async function anOffice() {
  const deps = testDeps(await openTestDb())
  const office = await anOfficeToReportOn(deps)
  const { id, slug } = await aReport(deps, office)
  return { deps, id, slug, figure: `${office.measure.slug}.2025-03`, measure: office.measure.slug }
}

it('tells what a correction would do, and then does it', async () => {
  const { deps, id, slug, figure, measure } = await anOffice()
  await published(deps, id)
  const later = await revised(deps, measure, 228)
  const dry = await ask(correct, later, figure, '--dry-run')
  assert.deepEqual(dry.lines, [
    `${slug}, number 1: would be reissued as number 2`,
    '    Burglary, March 2025: given as 230 burglaries; it is 228 burglaries.',
  ])
  await assert.rejects(ask(correct, later, figure), /--reason/)
  const done = await ask(correct, later, figure, '--reason', 'Counted twice', '--decided-by', 'The office')
  assert.equal(done.lines[0], `${slug}, number 1: reissued as number 2`)
  assert.equal(done.refused, false)
  const again = await ask(correct, later, figure, '--reason', 'Counted twice')
  assert.match(again.lines[0] ?? '', /number 2: stays\. The register has the same figure/)
  await assert.rejects(ask(correct, later, 'nothing', '--dry-run'), /names no figure/)
})

it('writes a pack of what is published, and of nothing else', async () => {
  const { deps, id, slug } = await anOffice()
  await assert.rejects(ask(pack, deps, slug, '--out', folder), /not published/)
  await published(deps, id)
  await assert.rejects(ask(pack, deps, slug), /--out/)
  const { lines } = await ask(pack, deps, slug, '--out', folder, '--author-role', 'Chief Executive')
  assert.ok(existsSync(lines[0] ?? ''))
  assert.match(lines[0] ?? '', /-1-pack\.zip$/)
})
