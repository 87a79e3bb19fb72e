import { formatDate } from '#ui/format.js'
import type { MarkKind } from '../data/marks.queries.js'
import type { Recorded } from '../domain/series-marks.js'

type Props<T extends Recorded> = {
  readonly measureId: string
  readonly kind: MarkKind
  readonly marks: readonly T[]
  readonly words: (mark: T) => string
}

/** What was recorded already, each with the way to take it back. */
export function RecordedMarks<T extends Recorded>({ measureId, kind, marks, words }: Props<T>) {
  if (marks.length === 0) return <p>None is recorded.</p>
  return (
    <ul>
      {marks.map((mark) => (
        <li key={mark.id}>
          {words(mark)} Recorded on {formatDate(mark.knownOn)}
          {words(mark).includes(mark.recordedBy) ? '' : ` by ${mark.recordedBy}`}.{' '}
          <a href={`/staff/measures/${measureId}/${kind}/${mark.id}/take-back`}>
            Take back<span class="govuk-visually-hidden"> what was recorded for {formatDate(mark.startsOn)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}
