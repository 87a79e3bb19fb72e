import { addDays, type IsoDate } from '#kernel/dates.js'
import { builtReport, createReport, publishReport, reportById, writeNarrative } from '#modules/reports/index.js'
import { found } from '#platform/errors.js'
import type { ReportInFile } from './content.js'
import { asAccount, done, idOf, type Making, type Moment } from './making.js'

/** A panel gets its papers a week before it meets. */
const DAYS_BEFORE_MEETING = 7

/** The days on which reports to the Panel were written and sent. */
export function reportMoments(making: Making): Moment[] {
  const { reports, office } = making.content
  return reports.map((report) => ({
    on: earlier(addDays(report.meetingOn, -DAYS_BEFORE_MEETING), office.shownOn),
    says: `${report.publish ? 'The report' : 'The draft report'} “${report.title}”`,
    run: () => write(making, report),
  }))
}

async function write(making: Making, inFile: ReportInFile): Promise<void> {
  const { deps, planIds, nodeIds } = making
  const officer = asAccount(making, 'performance-officer')
  const { key, plan, theme, narratives, publish, ...rest } = inFile
  const what = `reports.json: ${key}`
  const themeId = theme === undefined ? '' : idOf(nodeIds, `${plan}/${theme}`, what)
  const draft = { ...rest, planId: idOf(planIds, plan, what), themeId }
  const report = done(await createReport(deps, officer, draft), what)
  for (const [name, text] of Object.entries(narratives)) {
    const [kind = '', part] = name.split(':')
    const section = part === undefined ? name : `${kind}:${idOf(nodeIds, `${plan}/${part}`, what)}`
    const request = { reportId: report.id, version: 1, section, text }
    done(await writeNarrative(deps, officer, request), `${what}, ${name}`)
  }
  if (publish) await send(making, report.id)
}

/** Publishes a report as the register has it now: every section, the last one written too. */
async function send(making: Making, reportId: string): Promise<void> {
  const { deps } = making
  const report = found(await reportById(deps.db, reportId))
  const built = await builtReport(deps, report)
  if (!built.ok) throw new Error(built.error)
  const officer = asAccount(making, 'performance-officer')
  const sent = await publishReport(deps, officer, { reportId, version: report.version, built: built.value })
  if (!sent.ok) throw new Error(`The example's report is not published: ${JSON.stringify(sent.error)}`)
}

function earlier(one: IsoDate, other: IsoDate): IsoDate {
  return one < other ? one : other
}
