import { SummaryList, type SummaryRow } from '#ui/components.js'
import { formatDate } from '#ui/format.js'
import { needsDenominator } from '../domain/measure.js'
import type { MeasurePicture } from '../domain/picture.js'

/** A place in a plan that the measure informs, as a reader can go to it. */
export type InformedPlace = { readonly label: string; readonly href?: string }

/** Where the figures come from and what to bear in mind: all that stands behind the chart. */
export function WhereFrom({ picture, informs }: { picture: MeasurePicture; informs: readonly InformedPlace[] }) {
  const { measure } = picture
  const rows: SummaryRow[] = [
    { key: 'What it is', value: measure.definition },
    { key: measure.unit === 'percentage' ? 'Part' : 'Counts', value: measure.numerator },
    ...(needsDenominator(measure.unit)
      ? [{ key: measure.unit === 'percentage' ? 'Of' : 'For each', value: measure.denominator }]
      : []),
    { key: 'Place', value: measure.geography },
    { key: 'Source', value: measure.sourceUrl ? <a href={measure.sourceUrl}>{measure.source}</a> : measure.source },
    ...fileRows(picture),
    { key: 'Bear in mind', value: measure.caveat },
    { key: 'Owner', value: measure.owner },
    ...dueRows(picture),
    ...(informs.length > 0 ? [{ key: 'Informs', value: <Places places={informs} /> }] : []),
  ]
  return <SummaryList rows={rows.filter(({ value }) => value !== '')} />
}

function fileRows({ sources }: MeasurePicture): SummaryRow[] {
  const [newest] = sources
  if (!newest) return []
  const licences = [...new Set(sources.map(({ licence }) => licence))]
  const attributions = [...new Set(sources.map(({ attribution }) => attribution))]
  return [
    { key: 'Known on', value: formatDate(newest.importedAt) },
    { key: 'Licence', value: [...licences, ...attributions.filter((each) => !licences.includes(each))].join('. ') },
    {
      key: sources.length === 1 ? 'File' : 'Files',
      value: (
        <ul>
          {sources.map(({ id, fileName, sha256 }) => (
            <li key={id}>
              {fileName}, fingerprint {sha256.slice(0, 12)}
            </li>
          ))}
        </ul>
      ),
    },
  ]
}

function dueRows({ nextDue }: MeasurePicture): SummaryRow[] {
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
  return `${measure.source}. ${measure.geography}. As known on ${formatDate(newest.importedAt)}. ${newest.licence}.`
}
