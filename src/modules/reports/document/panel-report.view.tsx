import { PaperView } from '#modules/documents/index.js'
import { composeReport } from './compose-report.js'
import type { ReportFacts } from './facts.js'

/** The whole report as the site shows it. */
export function PanelReport({ facts }: { facts: ReportFacts }) {
  return <PaperView paper={composeReport(facts).paper} />
}
