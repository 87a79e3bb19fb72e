import { parsePeriodRequest, periodSlug } from '#modules/measures/index.js'
import { Notice, Table } from '#ui/components.js'
import type { AffectedReport } from '../actions/affected-reports.js'
import { plannedOutcome } from '../actions/correct-figure.js'
import type { FigureAsked } from '../domain/correction.js'

/** Where a figure is corrected; undefined where its period is none of ours. */
export function correctHref({ measure, period }: FigureAsked): string | undefined {
  const asked = parsePeriodRequest(period)
  return asked.ok ? `/staff/publications/correct/${measure}/${periodSlug(asked.value)}` : undefined
}

/** Every published report that used a figure, and what would be said in each. */
export function Affected({ affected }: { affected: readonly AffectedReport[] }) {
  return (
    <>
      {affected.every(({ isWrong }) => !isWrong) ? (
        <Notice title="The register has the same figure as the reports">
          <p>If it is wrong, put the register right first: then every report that used it can be sent again.</p>
        </Notice>
      ) : null}
      <Table
        caption="Reports that used it"
        stacks
        columns={[
          { label: 'Report', width: 'third' },
          { label: 'Numbers' },
          { label: 'What would be said', width: 'half' },
        ]}
        rows={affected.map((each) => {
          const { lines } = plannedOutcome(each, true)
          return [
            <a key="report" href={`/staff/reports/${each.report.id}`}>
              {each.newest.particulars.title}
            </a>,
            each.numbers.join(', '),
            lines.length === 0 ? 'It has the figure that the register has' : lines.join(' '),
          ]
        })}
      />
    </>
  )
}
