import { SummaryList, type SummaryRow } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import type { MeasureLabel } from '../domain/framework.js'
import type { ImportFacts } from '../domain/import-source.js'
import { type Measure, needsDenominator } from '../domain/measure.js'
import type { MeasurePicture } from '../domain/picture.js'

/** A place in a plan that the measure informs, as a reader can go to it. */
export type InformedPlace = { readonly label: string; readonly href?: string }

type WhereFromProps = {
  readonly picture: MeasurePicture
  readonly informs: readonly InformedPlace[]
  /** What it is called in each plan and framework. */
  readonly labels?: readonly MeasureLabel[]
}

/** Where the figures come from and what to bear in mind: all that stands behind the chart. */
export function WhereFrom({ picture, informs, labels = [] }: WhereFromProps) {
  const { measure } = picture
  const isShare = measure.unit === 'percentage'
  const whole = { key: isShare ? 'Of' : 'For each', value: measure.denominator }
  const rows: SummaryRow[] = [
    { key: 'What it is', value: measure.definition },
    { key: isShare ? 'Part' : 'Counts', value: measure.numerator },
    ...(isPart(measure) ? [whole] : []),
    { key: 'Place', value: measure.geography },
    {
      key: 'Source',
      value: measure.sourceUrl ? <a href={measure.sourceUrl}>{measure.source}</a> : measure.source,
    },
    { key: 'Bear in mind', value: measure.caveat },
    { key: 'Owner', value: measure.owner },
    ...dueRows(picture),
    ...fileRows(picture),
    ...(informs.length > 0 ? [{ key: 'Informs', value: <Places places={informs} /> }] : []),
    ...labelRows(measure, labels, informs),
  ]
  return <SummaryList rows={rows.filter(({ value }) => value !== '')} />
}

/** Each framework that it belongs to, and what plans and frameworks call it where that is another name. */
function labelRows(
  { title }: Measure,
  labels: readonly MeasureLabel[],
  informs: readonly InformedPlace[],
): SummaryRow[] {
  const isSaid = ({ where, label }: MeasureLabel) =>
    label === title && informs.some((place) => place.label.includes(where))
  const told = labels
    .filter((each) => !isSaid(each))
    .map(({ where, label }) => (label === title ? where : `“${label}” in ${where}`))
  return told.length > 0 ? [{ key: 'Belongs to', value: <Lines lines={[...new Set(told)]} /> }] : []
}

/** Whether something is said of what the figure is a part of: "None: a total" says nothing. */
function isPart({ unit, denominator }: Measure): boolean {
  return needsDenominator(unit) || !/^(none\b|$)/i.test(denominator)
}

/** The newest of the days from which the figures shown count as known; it can be long before they were taken in. */
function knownDay(sources: readonly ImportFacts[]): string {
  const days = sources.map(({ knownOn }) => knownOn).sort()
  return formatDate(days.at(-1) ?? '')
}

function fileRows({ sources }: MeasurePicture): SummaryRow[] {
  if (sources.length === 0) return []
  return [
    { key: 'As known on', value: knownDay(sources) },
    { key: sources.length === 1 ? 'File' : 'Files', value: <Lines lines={sources.map(fileWords)} /> },
    { key: 'Licence', value: <Lines lines={[...new Set(sources.map(licenceWords))]} /> },
  ]
}

function fileWords({ fileName, sha256 }: ImportFacts): string {
  return sha256 === '' ? fileName : `${fileName}, fingerprint ${sha256.slice(0, 12)}`
}

function licenceWords({ licence, attribution }: ImportFacts): string {
  return attribution.includes(licence) ? attribution : `${licence}. ${attribution}`
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 1) return <>{lines}</>
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function dueRows({ nextDue, isKept }: MeasurePicture): SummaryRow[] {
  if (isKept)
    return [{ key: 'Next figures', value: 'None are awaited: these are kept for the account of an earlier plan' }]
  if (!nextDue) return []
  return nextDue.isPast
    ? [{ key: 'Next figures', value: `Due since ${formatDate(nextDue.on)}` }]
    : [{ key: 'Next due', value: formatDate(nextDue.on) }]
}

function Places({ places }: { places: readonly InformedPlace[] }) {
  return (
    <ul>
      {places.map(({ label, href }) => (
        <li key={label}>{href ? <a href={href}>{label}</a> : label}</li>
      ))}
    </ul>
  )
}

/** The source of a figure in one line: where it comes from, when it was known, under which licence. */
export function measureSourceLine({ measure, sources }: MeasurePicture): string {
  const [newest] = sources
  if (!newest) return `${measure.source}.`
  return `${measure.source}. ${measure.geography}. As known on ${knownDay(sources)}. ${newest.licence}.`
}
