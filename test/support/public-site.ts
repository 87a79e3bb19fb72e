import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { type CheerioAPI, load } from 'cheerio'
import { builtReport, publishReport, reportById } from '#modules/reports/index.js'
import type { Deps } from '#platform/deps.js'
import { SYSTEM, type TestApp, testApp } from './app.js'
import { anActionIn } from './delivery-office.js'
import { anOfficeToReportOn, aReport } from './reports.js'

/** A small office in public: a plan, two actions (one of them a draft), a measure, and a published report. */
export async function anOfficeInPublic(deps: Deps) {
  const office = await anOfficeToReportOn(deps)
  const draftAction = await anActionIn(deps, office, { title: 'Not for the public yet' })
  const begun = await aReport(deps, office)
  const report = await reportById(deps.db, begun.id)
  if (!report) throw new Error('The report was not kept')
  const built = await builtReport(deps, report)
  if (!built.ok) throw new Error(built.error)
  const sent = await publishReport(deps, SYSTEM, { reportId: report.id, version: report.version, built: built.value })
  if (!sent.ok) throw new Error('The report was not published')
  return { ...office, draftAction, report }
}

/** A page as the public gets it. */
export type PublicPage = {
  readonly status: number
  readonly $: CheerioAPI
  readonly html: string
  readonly text: string
}

/** The application over that office, or over an empty register, made once for the tests of one file. */
export function publicSite({ isEmpty = false } = {}) {
  let app: TestApp
  let office: Awaited<ReturnType<typeof anOfficeInPublic>>
  before(async () => {
    app = await testApp()
    if (!isEmpty) office = await anOfficeInPublic(app.deps)
  })
  after(() => app.close())
  const look = async (path: string): Promise<PublicPage> => {
    const { statusCode, body } = await app.get(path)
    return { status: statusCode, $: load(body), html: body, text: wordsOn(body) }
  }
  return {
    there: () => ({ app, deps: app.deps, office }),
    look,
    /** The same, for a page that must be there. */
    see: async (path: string): Promise<PublicPage> => {
      const page = await look(path)
      assert.equal(page.status, 200, path)
      return page
    },
    /** A file's media type and text. */
    file: async (path: string) => {
      const { statusCode, headers, body } = await app.get(path)
      assert.equal(statusCode, 200, path)
      return { type: String(headers['content-type']), headers, body }
    },
  }
}

/** The words of a page as one reads them, a space between its blocks. */
function wordsOn(html: string): string {
  const $ = load(html)
  $('main').find('p, li, th, td, dt, dd, h1, h2, h3, h4, summary, caption').append(' ')
  return $('main').text().replaceAll(/\s+/g, ' ').trim()
}

/** Where the plan of that office is read. */
export const PLAN = '/plans/plan-for-wessex'

/** Where its theme is read. */
export const THEME = `${PLAN}/themes/crime-prevention`

/** The addresses of our own that a page leads the public to. */
export function linksOn(body: string): string[] {
  const $ = load(body)
  const targets = $('main a[href^="/"]')
    .toArray()
    .map((link) => ($(link).attr('href') ?? '').replace(/#.*/, ''))
  return targets.filter((target) => !/^\/(staff|sign-)/.test(target))
}
