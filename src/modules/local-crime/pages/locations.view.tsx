import { POINTS_CAVEAT, type RepeatLocation } from '#modules/police-data/index.js'
import { Details, Small, Table } from '#ui/components.js'
import { formatNumber } from '#ui/format.js'
import { type Span, spanInWords } from '../domain/crime-months.js'

/** The map points with most crimes, closed at first: they are easily taken for addresses. */
export function Locations({ locations, span }: { locations: readonly RepeatLocation[]; span: Span }) {
  if (locations.length === 0) return null
  return (
    <Details summary="Map points with most crimes">
      <Table
        caption={`Map points with most crimes, ${spanInWords(span)}`}
        captionHidden
        columns={[
          { label: 'Point', width: 'third' },
          { label: 'Small area' },
          { label: 'Crimes', align: 'number' },
          { label: 'In months', align: 'number' },
          { label: 'Most of all' },
        ]}
        rows={locations.map(({ location, lsoaName, count, months, commonest, commonestCount }) => [
          location,
          lsoaName ?? '–',
          formatNumber(count),
          formatNumber(months),
          commonest === '' ? '–' : `${commonest} (${formatNumber(commonestCount)})`,
        ])}
      />
      <Small>{POINTS_CAVEAT}</Small>
    </Details>
  )
}
