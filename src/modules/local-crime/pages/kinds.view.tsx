import { WITHHELD_MARK } from '#modules/disclosure/index.js'
import { addressWith } from '#modules/measures/index.js'
import { CRIME_TYPES } from '#modules/police-data/index.js'
import { Heading, Small, Table } from '#ui/components.js'
import { formatNumber, formatPercent } from '#ui/format.js'
import type { LocalCrime } from '../actions/crime-in-place.js'
import type { Change } from '../domain/crime-change.js'
import { spanInWords, spanShort } from '../domain/crime-months.js'
import type { PlaceKind } from '../domain/place.js'
import { chanceText, changeText, countText, Withheld } from './change-cell.js'

/** Each kind of crime: how many, of what share, and the change on the year before. */
export function Kinds({ crime }: { crime: LocalCrime }) {
  const { kinds, span, spans, knownOn, place } = crime
  const hrefOf = (name: string) => {
    const slug = CRIME_TYPES.find((type) => type.name === name)?.slug
    return addressWith(place.path, { kind: slug, 'as-known-on': knownOn })
  }
  const columns = [
    { label: 'Kind', width: 'third' as const },
    { label: spanShort(span), align: 'number' as const },
    { label: 'Share', align: 'number' as const },
    ...(spans
      ? [
          { label: spanShort(spans.before), align: 'number' as const },
          { label: spanShort(spans.now), align: 'number' as const },
          { label: 'Change', align: 'number' as const },
          { label: 'More than chance?' },
        ]
      : []),
  ]
  const rows = kinds.map(({ name, count, share, change }) => [
    place.kind === 'ward' ? name : <a href={hrefOf(name)}>{name}</a>,
    countText(count, count === null),
    share === null ? '–' : formatPercent(share),
    ...(spans ? comparedCells(change) : []),
  ])
  return (
    <>
      <Heading level={2} id="kinds">
        Kinds of crime
      </Heading>
      {rows.length > 0 ? (
        <Table caption={`Crimes recorded in ${spanInWords(span)}, by kind`} columns={columns} rows={rows} />
      ) : (
        <p>Kinds of crime are not shown here, so that nobody can be known from a small number.</p>
      )}
      <Withheld counts={kinds.flatMap(({ count, change }) => [count, spans && !change ? null : 0])} />
      <Small>
        {spans
          ? `The change is told over ${spanInWords(spans.now)}, the newest months for which the same months a year before are held too. A change is called more than chance where single crimes that fall together by chance would rarely make one so large (95% interval of the ratio).`
          : noChange(place.kind)}
      </Small>
    </>
  )
}

function noChange(kind: PlaceKind): string {
  if (kind !== 'ward') return 'No change is told: the same months a year before are not held.'
  return 'No change is told: kinds of crime in a ward are told by whole years, April to March, and the year before is not held.'
}

function comparedCells(change: Change | null): string[] {
  if (!change) return [WITHHELD_MARK, WITHHELD_MARK, '–', '']
  return [formatNumber(change.before), formatNumber(change.now), changeText(change), chanceText(change)]
}
