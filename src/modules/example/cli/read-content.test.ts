import assert from 'node:assert/strict'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, it } from 'node:test'
import { EXAMPLE_FOLDER, readContent } from './read-content.js'

describe('reading the example office', () => {
  const folders: string[] = []
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
  })

  /** A copy of the folder with one piece of text in one file replaced. */
  function spoilt(name: string, from: string, to: string): string {
    const folder = mkdtempSync(join(tmpdir(), 'frankpledge-example-'))
    folders.push(folder)
    cpSync(EXAMPLE_FOLDER, folder, { recursive: true })
    const text = readFileSync(join(folder, name), 'utf8')
    assert.ok(text.includes(from))
    writeFileSync(join(folder, name), text.replace(from, to))
    return folder
  }

  it('finds the whole of it', () => {
    const { plans, measures, actions, reports, figures } = readContent()
    assert.deepEqual(
      plans.map(({ key, revision }) => [key, revision?.publishedOn]),
      [
        ['plan-2017', undefined],
        ['plan-2021', '2023-03-27'],
      ],
    )
    assert.deepEqual([measures.length, actions.length, reports.length, figures.length], [78, 54, 9, 14])
  })

  it('names the owner’s body where it is not the office itself', () => {
    const owners = new Set(readContent().measures.map(({ description }) => description.owner))
    assert.ok(owners.has('Performance officer'))
    assert.ok(owners.has('Contact centre manager, Constabulary'))
  })

  it('names the file and the place of a date that does not exist', () => {
    const folder = spoilt('plan-2021.json', '"publishedOn": "2021-12-01"', '"publishedOn": "2021-12-32"')
    assert.throws(() => readContent(folder), /example\/plan-2021\.json: publishedOn: must be a date/)
  })

  it('names the part of a plan whose title is empty', () => {
    const folder = spoilt('plan-2017.json', '"title": "Victims"', '"title": ""')
    assert.throws(() => readContent(folder), /example\/plan-2017\.json: nodes\.0\.title: must not be empty/)
  })

  it('names the file that is not JSON', () => {
    const folder = spoilt('delivery.json', '[', '')
    assert.throws(() => readContent(folder), /example\/delivery\.json: /)
  })

  it('names the file of figures that says no licence', () => {
    const folder = spoilt('observations/council-tax.source.json', '"licence"', '"license"')
    assert.throws(() => readContent(folder), /example\/observations\/council-tax\.source\.json: licence: /)
  })
})
