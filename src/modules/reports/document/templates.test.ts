import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { before, describe, it } from 'node:test'
import { isoDate } from '#kernel/dates.js'
import { paperFiles } from '#modules/documents/index.js'
import type { Deps } from '#platform/deps.js'
import { found } from '#platform/errors.js'
import { openTestDb } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { assertSoundPdf, assertSoundWord } from '#test/support/paper-checks.js'
import { anOfficeToReportOn, aReportDraft } from '#test/support/reports.js'
import { createReport } from '../actions/create-report.js'
import { reportPaper } from './build.js'
import { templateNamed } from './templates.js'

/** Every template that comes with the program: the checks stand for each that is added. */
const KEYS = readdirSync('templates').flatMap((file) => /^([a-z][a-z0-9-]*)[.]md$/.exec(file)?.[1] ?? [])

describe('every template that comes with the program', () => {
  let deps: Deps
  let office: Awaited<ReturnType<typeof anOfficeToReportOn>>
  before(async () => {
    deps = testDeps(await openTestDb())
    office = await anOfficeToReportOn(deps)
  })

  for (const key of KEYS) {
    it(`makes a sound tagged PDF and Word file that nothing bars: ${key}`, async () => {
      const { about, name } = await templateNamed(deps.db, key)
      const themeId = about === 'theme' ? office.themeId : ''
      const draft = { ...aReportDraft({ ...office, themeId }), template: key, title: `${name} of tests` }
      const begun = await createReport(deps, SYSTEM, { ...draft, meetingOn: isoDate('2025-06-11') })
      assert.ok(begun.ok)
      const { paper, problems } = await reportPaper(deps, begun.value)
      assert.deepEqual(problems, [])
      const made = await paperFiles(paper, ['pdf', 'docx'])
      assert.ok(made.ok, made.ok ? '' : made.error)
      const bytes = (format: string) => found(made.value.files.find((file) => file.format === format)).bytes
      await assertSoundPdf(bytes('pdf'), draft.title)
      assertSoundWord(bytes('docx'), draft.title)
    })
  }
})
