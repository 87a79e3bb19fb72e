import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { load } from 'cheerio'
import { MODULES } from '#app/modules.js'
import { isoDate } from '#kernel/dates.js'
import { describeBody } from '#modules/body/index.js'
import { recordUpdate } from '#modules/delivery/index.js'
import { addNode, createPlan, editNode, planTree } from '#modules/plan/index.js'
import { createReport, editReport, writeNarrative } from '#modules/reports/index.js'
import type { Deps } from '#platform/deps.js'
import { SYSTEM } from '#test/support/app.js'
import { aDescription } from '#test/support/body.js'
import { aDraft, anActionIn } from '#test/support/delivery-office.js'
import { A_SOURCE, aFigureFile, aFile, aMeasure } from '#test/support/measures.js'
import { type anOfficeInPublic, linksOn, publicSite } from '#test/support/public-site.js'
import { aReportDraft } from '#test/support/reports.js'

/** A word that stands only in what is not published. */
const CANARY = 'Canarybird'
type Office = Awaited<ReturnType<typeof anOfficeInPublic>>

/** Expects that what was planted really stands in the register. */
function planted<T extends { readonly ok: boolean }>(result: T): T {
  assert.ok(result.ok, JSON.stringify(result))
  return result
}

async function plantDrafts(deps: Deps, office: Office): Promise<void> {
  const { bodyId, planId, themeId, youthId, action, measure, report } = office
  const tree = await planTree(deps.db, planId)
  const levelId = tree?.levels.find(({ holdsActions }) => holdsActions)?.id ?? ''
  const dates = {
    electionOn: isoDate('2028-05-04'),
    nextElectionOn: isoDate('2032-05-06'),
    startsOn: isoDate('2028-09-01'),
  }
  planted(await createPlan(deps, SYSTEM, { bodyId, title: `${CANARY} plan`, vision: CANARY, ...dates }))
  planted(await editNode(deps, SYSTEM, { nodeId: youthId, version: 1, title: `${CANARY} people`, text: CANARY }))
  planted(await addNode(deps, SYSTEM, { planId, levelId, parentId: themeId, title: `${CANARY} part`, text: CANARY }))
  await anActionIn(deps, office, { title: `${CANARY} action` })
  const evidence = { title: CANARY, url: 'https://example.org/canarybird' }
  planted(await recordUpdate(deps, SYSTEM, { actionId: action.id, ...aDraft({ text: `${CANARY} update`, evidence }) }))
  await aMeasure(deps, { title: `${CANARY} measure`, isHeadline: true })
  const rows = ['canarybird-measure,2025-03,7,,,final,Canarybird note']
  const source = { ...A_SOURCE, title: `${CANARY} file`, reason: CANARY }
  await aFile(deps, { fileName: 'canarybird.csv', bytes: aFigureFile(rows), source })
  const again = { ...A_SOURCE, reason: `${CANARY} reason` }
  const revised = aFigureFile([`${measure.slug},2025-03,231,,,final,`])
  await aFile(deps, { fileName: 'return.csv', bytes: revised, source: again })
  planted(await createReport(deps, SYSTEM, aReportDraft(office, { title: `${CANARY} report`, addressedTo: CANARY })))
  const renamed = aReportDraft(office, { title: `${CANARY} correction`, addressedTo: CANARY })
  planted(await editReport(deps, SYSTEM, { ...renamed, reportId: report.id, version: report.version }))
  const words = { reportId: report.id, version: 1, section: 'conclusion', text: CANARY }
  planted(await writeNarrative(deps, SYSTEM, words))
  const description = aDescription({ name: `Mayor of ${CANARY}`, officeHolderTitle: CANARY })
  planted(await describeBody(deps, SYSTEM, { bodyId, version: 1, description, from: isoDate('2025-05-08') }))
}

/** Every address that the public can ask for: those without names in them, and all that links lead to. */
async function everyAnswer(
  ask: (path: string) => Promise<{ status: number; body: string }>,
): Promise<Map<string, string>> {
  const routes = MODULES.flatMap(({ routes: own }) => own).filter(({ permission }) => permission === 'site:read')
  const waiting = routes.map(({ path }) => path).filter((path) => !path.includes(':'))
  waiting.push('/search?q=canarybird', '/search?q=people', '/search?q=visit')
  const answers = new Map<string, string>()
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (answers.has(path)) continue
    const { status, body } = await ask(path)
    assert.equal(status, 200, path)
    answers.set(path, path.startsWith('/search?q=canarybird') ? load(body)('section').text() : body)
    waiting.push(...linksOn(body))
  }
  return answers
}

describe('the public', () => {
  const { there } = publicSite()
  before(async () => {
    const { deps, office } = there()
    await plantDrafts(deps, office)
  })

  it('never sees at any address what waits to be published', async () => {
    const answers = await everyAnswer(async (path) => {
      const { statusCode, body } = await there().app.get(path)
      return { status: statusCode, body }
    })
    assert.ok(answers.size >= 35, `only ${answers.size} addresses were found`)
    const told = [...answers].filter(([, body]) => body.toLowerCase().includes('canarybird')).map(([path]) => path)
    assert.deepEqual(told, [])
  })
})
