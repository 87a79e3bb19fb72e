import { Details, SummaryList } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { changedFields, type Definition } from '../domain/definition.js'
import type { MeasureDescription } from '../domain/measure.js'

/** The earlier wordings of a measure, the newest first, each with what changed after it and why. */
export function EarlierWordings({ wordings }: { wordings: readonly Definition[] }) {
  const pairs = wordings.flatMap((after, index) => {
    const before = wordings[index - 1]
    return before ? [{ before, after }] : []
  })
  if (pairs.length === 0) return null
  return (
    <Details summary={pairs.length === 1 ? 'Its earlier wording' : `Its ${pairs.length} earlier wordings`}>
      {pairs.toReversed().map(({ before, after }) => (
        <section key={after.id}>
          <p>
            Until {after.knownOn ? formatDate(after.knownOn) : 'wordings were numbered'} (wording {before.number}).{' '}
            {after.changesMeaning ? 'The change altered what is counted, so the series breaks there. ' : ''}
            {after.reason ? `Why it changed: ${after.reason}` : ''}
          </p>
          <SummaryList rows={changesOf(before.description, after.description)} />
        </section>
      ))}
    </Details>
  )
}

const NAMES: Readonly<Record<keyof MeasureDescription, string>> = {
  title: 'Name',
  definition: 'What it is',
  unit: 'What its figures are',
  unitLabel: 'What stands after a figure',
  polarity: 'Which way is wanted',
  frequency: 'How often there are figures',
  numerator: 'Counts',
  denominator: 'Of',
  source: 'Source',
  sourceUrl: 'Address of the source',
  owner: 'Owner',
  geography: 'Place',
  caveat: 'Bear in mind',
  isHeadline: 'On the front page',
  pooling: 'How longer periods are made',
  per: 'For each',
  formula: 'Formula',
  isSeasonal: 'Has a season',
  isSurvey: 'Comes from a survey',
  suppressBelow: 'Smallest count shown',
  controlChart: 'Control chart of its months',
  beyondWhole: 'Percentages outside 0 to 100',
}

function changesOf(before: MeasureDescription, after: MeasureDescription) {
  return changedFields(before, after).map((field) => ({
    key: NAMES[field] ?? field,
    value: `It said: ${inWords(before[field])}`,
  }))
}

function inWords(value: string | number | boolean | null): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return value === null || value === '' ? 'nothing' : String(value)
}
