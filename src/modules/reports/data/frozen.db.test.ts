import assert from 'node:assert/strict'
import { it } from 'node:test'
import { describeOnEachDatabase } from '#test/support/databases.js'
import { SYSTEM, testDeps } from '#test/support/deps.js'
import { anOfficeToReportOn, aReport } from '#test/support/reports.js'
import { dropTemplate, saveTemplate } from '../actions/save-template.js'
import { templateNamed } from '../document/templates.js'
import { readTemplate } from '../domain/template-file.js'
import { frozenSections } from './frozen.queries.js'
import { keepFrozen, thaw } from './frozen.store.js'
import { ownTemplates } from './template.queries.js'

describeOnEachDatabase('frozen sections and templates', (open) => {
  it('keeps what a section stands on once, the newest, until it is thawed', async () => {
    const deps = testDeps(await open())
    const { id } = await aReport(deps, await anOfficeToReportOn(deps))
    const kept = { section: 'context', frozenAt: '2025-04-30T12:00:00.000Z', content: '{"a":"ŵ’"}' }
    await deps.db.transaction(async (tx) => {
      await keepFrozen(tx, id, { ...kept, content: '{}' })
      await keepFrozen(tx, id, kept)
    })
    assert.deepEqual(await frozenSections(deps.db, id), [kept])
    await deps.db.transaction((tx) => thaw(tx, id, 'context'))
    assert.deepEqual(await frozenSections(deps.db, id), [])
  })

  it('keeps every text of a template; an empty one stands for that which comes with the program', async () => {
    const deps = testDeps(await open())
    const key = 'annual-report'
    const before = await templateNamed(deps.db, key)
    const changed = { ...readTemplate(key, before.file), name: 'The year', text: '## One\n\nWords.' }
    assert.ok((await saveTemplate(deps, SYSTEM, { ...changed, key, number: 0 })).ok)
    const now = await templateNamed(deps.db, key)
    assert.deepEqual([now.name, now.number, now.layout.cover], ['The year', 1, true])
    await dropTemplate(deps, SYSTEM, { key, number: 1 })
    assert.equal((await templateNamed(deps.db, key)).name, before.name)
    assert.deepEqual(
      (await ownTemplates(deps.db)).map(({ number, text }) => [number, text === '']),
      [
        [1, false],
        [2, true],
      ],
    )
  })
})
