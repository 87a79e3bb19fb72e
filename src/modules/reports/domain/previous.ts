import type { Report } from './report.js'

/** The last report on the same theme that ended before this one begins to speak: what was said then stands beside. */
export function previousReport(report: Report, all: readonly Report[]): Report | undefined {
  return all
    .filter(
      ({ id, themeId, periodUntil }) =>
        id !== report.id && themeId === report.themeId && periodUntil < report.periodUntil,
    )
    .sort((a, b) => (a.periodUntil < b.periodUntil ? -1 : 1))
    .at(-1)
}
