import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { frankpledge } from '#test/support/command.js'

const folder = mkdtempSync(join(tmpdir(), 'frankpledge-plan-read-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const settings = { FRANKPLEDGE_DATA: join(folder, 'nowhere') }
const PUBLISHED_2017 = join(import.meta.dirname, '../../../../shared/sources/000_d10d5dc669094e57.txt')

describe('reading a published plan from the command line', () => {
  it('gives every kind of part as a list, each with its place, and needs no register', async () => {
    const file = join(folder, 'plan.md')
    const text = '# Plan\n\n## Safer streets\n\nAim: fewer people are harmed\n\n### Objectives\n\n- Cut burglary\n'
    writeFileSync(file, text)
    const { code, stdout } = await frankpledge(settings, 'plan', 'read', file, '--json')
    const plan = JSON.parse(stdout)
    assert.equal(code, 0)
    assert.deepEqual(
      [plan.themes, plan.aims, plan.objectives].map((found) => found.map(({ text: words }: { text: string }) => words)),
      [['Safer streets'], ['Fewer people are harmed'], ['Cut burglary']],
    )
    const { start, end, line, quote } = plan.objectives[0].span
    assert.deepEqual([text.slice(start, end), line], [quote, 9])
    assert.equal(existsSync(settings.FRANKPLEDGE_DATA), false)
  })

  it('says what is wrong with a file that holds no words', async () => {
    const file = join(folder, 'empty.docx')
    writeFileSync(file, '')
    const { code, stderr } = await frankpledge(settings, 'plan', 'read', file)
    assert.deepEqual([code, stderr.includes('This file is empty')], [2, true])
  })

  it('finds all parts of the plan of 2017 in its damaged text', { skip: !existsSync(PUBLISHED_2017) }, async () => {
    const { stdout } = await frankpledge(settings, 'plan', 'read', PUBLISHED_2017, '--json')
    const plan = JSON.parse(stdout)
    const counts = ['themes', 'aims', 'outcomes', 'objectives', 'priorities', 'measures'].map(
      (kind) => plan[kind].length,
    )
    assert.deepEqual(counts, [4, 4, 4, 14, 40, 27])
  })
})
