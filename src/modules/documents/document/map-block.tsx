import { WITHHELD_MARK, WITHHELD_WORDS } from '#modules/disclosure/index.js'
import { figureFormat } from '#modules/measures/index.js'
import { type Figure, type TableContent, words } from '#platform/typesetting/paper.js'
import { htmlOf } from '#platform/web/html.js'
import { type MapDrawing, MapPicture, MapPrint, mapInWords } from '#ui/charts.js'
import { formatNumber } from '#ui/format.js'
import type { AreaFigures, MappedArea } from '../actions/area-maps.js'
import { type ChartWords, type Drawing, nextId } from './measure-blocks.js'

/** So few areas have their names on the map. */
const MOST_NAMED = 16
/** The drawing of the site's page and of print, in their own units. */
const PRINTED = /viewBox="0 0 ([\d.]+) ([\d.]+)"/

/** A map of figures by area as a figure of a paper: its classes in shades that keep their order in grey, and its table. */
export function mapBlock(figures: AreaFigures, drawing: Drawing, own: Partial<ChartWords> = {}): Figure {
  const { areas, title, unitLabel, source, note } = figures
  const format = formatOf(figures)
  const map: MapDrawing = {
    ...{ id: nextId(drawing, `map-${figures.of.replaceAll('/', '-')}`), title, unitLabel, areas, format },
    ...{ isLabelled: areas.length <= MOST_NAMED, withheldWords: WITHHELD_WORDS },
  }
  const svg = htmlOf(<MapPrint {...map} />)
  const [, width = '784', height = '400'] = PRINTED.exec(svg) ?? []
  return {
    ...{ kind: 'figure', number: 0, id: own.id ?? '', data: tableOf(figures, format) },
    note: [note, areas.some(({ isWithheld }) => isWithheld) ? WITHHELD : ''].filter(Boolean).join(' '),
    caption: own.caption ?? title,
    alt: own.alt ?? mapInWords({ areas, unitLabel, format, withheldWords: WITHHELD_WORDS }),
    source: own.source ?? source,
    picture: {
      ...{ kind: 'map', html: htmlOf(<MapPicture {...map} />), svg },
      ...{ width: Number(width), height: Number(height) },
    },
    behind: {
      of: figures.of,
      points: areas.map(({ code, name, value }) => ({ key: `${figures.period}/${code}`, label: name, value })),
    },
  }
}

function formatOf({ unit, areas, countLabel }: AreaFigures): (value: number) => string {
  const values = areas.flatMap(({ value }) => value ?? [])
  const decimals = Math.max(0, ...values) < 5 ? 2 : 1
  return countLabel === null ? figureFormat(unit, values) : (value) => formatNumber(value, decimals)
}

/** The same figures as a table, the highest first. */
function tableOf(figures: AreaFigures, format: (value: number) => string): TableContent {
  const { areas, areaWord, unitLabel, countLabel, elsewhere } = figures
  const value = (area: MappedArea) => (area.value === null ? hidden(area) : format(area.value))
  const count = (area: MappedArea) => (area.count === null ? hidden(area) : formatNumber(area.count))
  const rows = areas.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
  return {
    columns: [
      { label: capital(areaWord), share: 2 },
      ...(countLabel === null ? [] : [{ label: countLabel, align: 'number' as const }]),
      { label: countLabel === null ? capital(unitLabel) : 'For each 1,000 residents', align: 'number' },
    ],
    rowHeads: true,
    rows: [
      ...rows.map((area) => [
        words(area.name),
        ...(countLabel === null ? [] : [words(count(area))]),
        words(value(area)),
      ]),
      ...elsewhere
        .filter(([, number]) => number > 0)
        .map(([label, number]) => [
          words(label),
          words(formatNumber(number)),
          ...(countLabel === null ? [] : [words('–')]),
        ]),
    ],
  }
}

const WITHHELD = `${WITHHELD_MARK}: ${WITHHELD_WORDS.toLowerCase()}.`

const hidden = ({ isWithheld }: MappedArea) => (isWithheld ? WITHHELD_MARK : '–')

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
