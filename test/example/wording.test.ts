import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { ExampleBody, ExamplePlan, ExampleReport } from './example-files.js'
import { besideProject, exampleText, withDescendants } from './example-files.js'

const written = ['body', 'plan-2017', 'plan-2021', 'plan-2021-changes', 'measures', 'delivery', 'reports'].map(
  (name) => `${name}.json`,
)
const sources = process.env.FRANKPLEDGE_SOURCES ?? besideProject('sources')
const run = 9

/** Every piece of text in a JSON file, at any depth. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

function runsOf(text: string): string[] {
  const words = wordsOf(text)
  return words.slice(0, Math.max(0, words.length - run + 1)).map((_, at) => words.slice(at, at + run).join(' '))
}

const texts = [...written.flatMap((name) => textsIn(JSON.parse(exampleText(name)))), exampleText('README.md')]

describe('the wording of the example office', () => {
  const reason = sources ? false : 'the source documents are not on this machine'

  it('shares no run of nine words with the source documents, names of bodies apart', { skip: reason }, () => {
    const folder = sources ?? ''
    const documents = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    const theirs = new Set(documents.flatMap(runsOf))
    const body: ExampleBody & { body: { name: string } } = JSON.parse(exampleText('body.json'))
    const names = [body.body.name, ...body.organisations.map((organisation) => organisation.name)]
    const ours = texts.map((text) => names.reduce((rest, name) => rest.replaceAll(name, '\u2205'), text))
    assert.ok(theirs.size > 5000)
    assert.deepEqual(
      ours.flatMap(runsOf).filter((words) => theirs.has(words)),
      [],
    )
  })

  it('names no person', () => {
    const person = /\b(Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Dame|Cllr|Councillor|Sgt|Sergeant|Inspector|Lord|Lady|PC) \p{Lu}/u
    assert.deepEqual(
      texts.filter((text) => person.test(text)),
      [],
    )
  })

  it('uses no shorthand where a reader would stumble', () => {
    const shorthand = /\b(stakeholders?|leverage|going forward|deliverables?|robustly|synerg\w+|KPI)\b/i
    assert.deepEqual(
      texts.filter((text) => shorthand.test(text)),
      [],
    )
  })
})

describe('the reports of the example office', () => {
  const reports: ExampleReport[] = JSON.parse(exampleText('reports.json'))

  it('speak to every tracked node of their theme, once they are sent', () => {
    assert.deepEqual(
      reports.filter(({ theme }) => theme !== undefined).map(({ theme, publish }) => ({ theme, publish })),
      [
        { theme: 'crime-prevention', publish: true },
        { theme: 'communities', publish: true },
        { theme: 'crime-prevention', publish: false },
      ],
    )
    for (const report of reports.filter(({ publish }) => publish)) {
      const plan: ExamplePlan = JSON.parse(exampleText(`${report.plan}.json`))
      const theme = plan.nodes.find((node) => node.key === report.theme)
      const tracked = plan.levels.filter((level) => level.tracked).map((level) => level.key)
      const nodes = (theme ? withDescendants(theme) : []).filter((node) => tracked.includes(node.level))
      const spoken = Object.keys(report.narratives).filter((heading) => heading.startsWith('objective:'))
      assert.deepEqual(
        spoken,
        nodes.map((node) => `objective:${node.key}`),
      )
    }
  })
})
