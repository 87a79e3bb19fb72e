import { Details } from '#ui/components.js'

/** What can be recorded of a measure's figures: each is one small task. */
export function MeasureTasks({ measureId, isMonthly }: { readonly measureId: string; readonly isMonthly: boolean }) {
  const address = `/staff/measures/${measureId}`
  return (
    <Details summary="Record something of these figures">
      <ul>
        <li>
          <a href={`${address}/figure`}>Type or correct one figure</a>
        </li>
        <li>
          <a href={`${address}/commentary`}>Comment on a period</a>
        </li>
        <li>
          <a href={`${address}/breaks`}>Breaks in the series</a>
        </li>
        <li>
          <a href={`${address}/target`}>Targets</a>
        </li>
        {isMonthly ? (
          <li>
            <a href={`${address}/rebase`}>Set average and limits anew</a>
          </li>
        ) : null}
      </ul>
    </Details>
  )
}
