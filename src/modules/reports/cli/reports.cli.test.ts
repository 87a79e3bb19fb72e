import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Command } from '#platform/cli/command.js'
import { UsageError } from '#platform/cli/run.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { anOfficeToReportOn, aReport } from '#test/support/reports.js'
import { writeNarrative } from '../actions/write-narrative.js'
import { filesOf } from '../data/publication.queries.js'
import { publicationsOf } from '../data/reports.queries.js'
import { build } from './build.cli.js'
import { reportCommands } from './reports.cli.js'
import { template } from './template.cli.js'
import { verify } from './verify.cli.js'
import { why } from './why.cli.js'

async function run(command: Command, deps: Deps, args: string[] = [], options: Record<string, string> = {}) {
  const said: string[] = []
  const say = (message: string) => said.push(message)
  const answer = await command.run({ deps, actor: SYSTEM, args, options, say, progress: () => {} })
  return { ...answer, said, json: JSON.parse(JSON.stringify(answer.data)) }
}

describe('a report at the command line', () => {
  const out = mkdtempSync(join(tmpdir(), 'reports-'))
  let deps: Deps
  let office: Awaited<ReturnType<typeof anOfficeToReportOn>>
  let report: Awaited<ReturnType<typeof aReport>>
  before(async () => {
    deps = testDeps(await openTestDb())
    office = await anOfficeToReportOn(deps)
    report = await aReport(deps, office)
  })
  after(() => rmSync(out, { recursive: true, force: true }))
  const publish = reportCommands.find(({ name }) => name === 'report publish') ?? build

  it('is built in the forms that are asked for, and says what would bar it', async () => {
    const text = 'Good.\n\nIt was 400.'
    const written = { reportId: report.id, version: 1, section: 'purpose' }
    await writeNarrative(deps, SYSTEM, { ...written, text })
    const { json, said } = await run(build, deps, [report.slug], { format: 'html,pdf', out })
    assert.deepEqual(
      json.files.map(({ format }: { format: string }) => format),
      ['html', 'pdf'],
    )
    assert.match(said.join('\n'), /purpose, line 3: 400 was typed by hand/)
    assert.equal((await run(publish, deps, [report.slug])).refused, true)
    await writeNarrative(deps, SYSTEM, { ...written, version: 2, text: 'It was :fig[burglary.2025-03].' })
    assert.deepEqual((await run(build, deps, [report.id], { format: 'docx', out })).said, [])
    await assert.rejects(run(build, deps, [report.slug], { format: 'rtf', out }), UsageError)
    await assert.rejects(run(build, deps, [report.slug]), UsageError)
    await assert.rejects(run(build, deps, ['nothing'], { out }), NotFound)
  })

  it('is recognised in each of its published forms, and in no other', async () => {
    assert.equal((await run(publish, deps, [report.slug])).refused, undefined)
    const { json } = await run(build, deps, [report.slug], { out })
    const [publication] = await publicationsOf(deps.db, report.id)
    const frozen = await filesOf(deps.db, publication?.id ?? '')
    assert.equal(frozen.length, 3)
    for (const { format, path } of json.files) {
      const verdict = await run(verify, deps, [path])
      assert.equal(verdict.refused, false, format)
      assert.deepEqual([verdict.json.state, verdict.json.format, verdict.json.number], ['published', format, 1])
      const changed = join(out, `changed.${format}`)
      writeFileSync(changed, Buffer.concat([readFileSync(path), Buffer.from(' ')]))
      assert.equal((await run(verify, deps, [changed])).refused, true)
    }
    assert.equal((await run(verify, deps, [])).refused, false)
    assert.equal((await run(verify, deps, [report.slug])).json[0].problems.length, 0)
  })

  it('answers why for each live figure, as it was frozen', async () => {
    const { json } = await run(why, deps, [report.slug])
    assert.ok(json.figures.includes('burglary.2025-03.value'))
    for (const id of json.figures) {
      const { json: facts } = await run(why, deps, [report.slug, id])
      assert.equal(facts.figure, id)
      assert.equal(facts.isFrozen, true)
      assert.match(facts.observations[0].file.sha256, /^[0-9a-f]{64}$/)
    }
    assert.equal((await run(why, deps, [report.slug, 'burglary.2025-03'])).json.value, 230)
    await assert.rejects(run(why, deps, [report.slug, 'robbery.2025']), NotFound)
  })

  it('is as known on an earlier day', async () => {
    const { json } = await run(build, deps, [report.slug], { format: 'pdf', out, 'as-known-on': '2025-05-01' })
    assert.equal(json.asKnownOn, '2025-05-01')
    await assert.rejects(run(build, deps, [report.slug], { out, 'as-known-on': '2020-01-01' }), NotFound)
    await assert.rejects(run(build, deps, [report.slug], { out, 'as-known-on': 'May' }), UsageError)
  })

  it('lists, prints and takes in templates, and says what is wrong with a file by its line', async () => {
    const kinds = (await run(template, deps)).json.map(({ kind }: { kind: string }) => kind)
    assert.ok(kinds.includes('annual-report'))
    const { json } = await run(template, deps, ['theme-monitoring'])
    const file = join(out, 'mine.md')
    writeFileSync(file, json.text.replace('name: Theme monitoring report', 'name: Our theme report'))
    assert.equal((await run(template, deps, ['own-theme', file])).json.name, 'Our theme report')
    assert.equal((await run(template, deps, ['theme-monitoring', file])).json.changes, 1)
    await assert.rejects(run(template, deps, ['other', file]), /line 1: A kind of the office’s own is named own-…/)
    writeFileSync(file, '---\nname: X\n---\nWords.\n\n:::section{name=greeting}\n:::\n')
    await assert.rejects(run(template, deps, ['own-theme', file]), /line 6: A section cannot be called “greeting”/)
    writeFileSync(file, '---\nname: Odd\nabout: plan\n---\nA\u0000b')
    await assert.rejects(run(template, deps, ['own-odd', file]), /line 5: .*no text/)
    await assert.rejects(run(template, deps, ['nothing']), NotFound)
  })
})
