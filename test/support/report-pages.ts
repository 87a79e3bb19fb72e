import { after, before } from 'node:test'
import { actorOf, type TestApp, testApp } from './app.js'
import { anOfficeToReportOn, aReport } from './reports.js'

/** The application over an office with a report that is begun, made once for the tests of one file. */
export function reportPages() {
  let app: TestApp
  let office: Awaited<ReturnType<typeof anOfficeToReportOn>>
  let report: Awaited<ReturnType<typeof aReport>>
  before(async () => {
    app = await testApp()
    office = await anOfficeToReportOn(app.deps)
    report = await aReport(app.deps, office)
  })
  after(() => app.close())
  const officer = actorOf('office')
  return {
    officer,
    there: () => ({ app, office, report, at: `/staff/reports/${report.id}` }),
  }
}
