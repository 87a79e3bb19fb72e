import { areaUri, periodUri } from './period-uri.js'
import { type ExportedFigure, type ExportedMeasure, type ExportedSource, marksOf } from './published.js'

/** What a column holds, as both kinds of metadata name it. */
export type ColumnType = 'text' | 'number' | 'date' | 'moment' | 'flag' | 'uri' | 'count'

/** One column of an exported table. */
export type Column<Row> = {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly type: ColumnType
  readonly isRequired?: boolean
  /** The only texts that it may hold. */
  readonly oneOf?: readonly string[]
  /** The property of a public vocabulary that it is. */
  readonly property?: string
  readonly cell: (row: Row) => string | number | null
}

/** One exported table: its columns, and which of them name a row. */
export type TableForm<Row> = {
  readonly columns: readonly Column<Row>[]
  readonly key: readonly string[]
  readonly links: readonly {
    readonly columns: readonly string[]
    readonly table: string
    readonly to: readonly string[]
  }[]
}

/** How the office's own area is written, where other areas have codes or names. */
export const OWN = 'own'

const SDMX = 'http://purl.org/linked-data/sdmx/2009'
const PERIOD_KINDS = ['month', 'quarter', 'financial-year', 'calendar-year', 'rolling-12-months', 'as-at']
const STATUSES = ['final', 'provisional', 'estimated', 'missing', 'withheld']

type Words = readonly [title: string, description: string, type: ColumnType]
type More<Row> = Partial<Omit<Column<Row>, 'name' | 'title' | 'description' | 'type' | 'cell'>>

function columnMaker<Row>() {
  return (name: string, [title, description, type]: Words, cell: Column<Row>['cell'], more: More<Row> = {}) => ({
    ...{ name, title, description, type, cell },
    ...more,
  })
}

const figure = columnMaker<ExportedFigure>()
const REQUIRED = { isRequired: true }

/** The columns of figures. */
const FIGURE_COLUMNS: readonly Column<ExportedFigure>[] = [
  figure('measure', ['Measure', 'The measure, as in its address', 'text'], (row) => row.measure, REQUIRED),
  figure(
    'area',
    [
      'Area',
      "Where the figure speaks of: own is the office's own area; others have the code of the Office for National Statistics or a name",
      'text',
    ],
    (row) => row.area || OWN,
    REQUIRED,
  ),
  figure(
    'area_uri',
    ['Area address', 'The address of the area, where it has a code', 'uri'],
    (row) => areaUri(row.area),
    {
      property: `${SDMX}/dimension#refArea`,
    },
  ),
  figure(
    'period',
    ['Period', 'The period as files write it: 2025-03, 2017/18 Q2, 2017/18, 2017, 12m to 2017-09, 2016-03-31', 'text'],
    (row) => row.period.code,
    REQUIRED,
  ),
  figure(
    'period_kind',
    [
      'Kind of period',
      'Month, quarter, financial year (April to March), calendar year, 12 months to a month, or a day',
      'text',
    ],
    (row) => row.period.kind,
    {
      isRequired: true,
      oneOf: PERIOD_KINDS,
    },
  ),
  figure('from', ['First day', 'The first day of the period', 'date'], (row) => row.period.from, REQUIRED),
  figure('until', ['Last day', 'The last day of the period', 'date'], (row) => row.period.until, REQUIRED),
  figure(
    'period_uri',
    ['Period address', 'The address of the period at reference.data.gov.uk', 'uri'],
    (row) => periodUri(row.period),
    {
      isRequired: true,
      property: `${SDMX}/dimension#refPeriod`,
    },
  ),
  figure('value', ['Value', 'The figure; empty when it is missing or withheld', 'number'], (row) => row.value, {
    property: `${SDMX}/measure#obsValue`,
  }),
  figure('numerator', ['Numerator', 'What was counted, where known', 'number'], (row) => row.numerator),
  figure('denominator', ['Denominator', 'The base, where known', 'number'], (row) => row.denominator),
  figure('unit', ['Unit', 'Count, percentage, rate, pounds or duration', 'text'], (row) => row.unit, REQUIRED),
  figure('unit_label', ['What it counts', 'What the figures count', 'text'], (row) => row.unitLabel || null),
  figure('status', ['Status', 'How firm the figure is', 'text'], (row) => row.status, {
    isRequired: true,
    oneOf: STATUSES,
    property: `${SDMX}/attribute#obsStatus`,
  }),
  figure(
    'marks',
    [
      'Marks',
      '[p] provisional, [e] estimated, [r] revised, [x] not available, [c] withheld, [b] break in the series',
      'text',
    ],
    (row) => marksOf(row).join(' ') || null,
  ),
  figure('note', ['Note', 'What to know about this figure, or why it is missing', 'text'], (row) => row.note || null),
  figure(
    'lower',
    ['Lower', 'The lower end of the 95% interval, for surveys', 'number'],
    (row) => row.interval?.lower ?? null,
  ),
  figure(
    'upper',
    ['Upper', 'The upper end of the 95% interval, for surveys', 'number'],
    (row) => row.interval?.upper ?? null,
  ),
  figure('known_on', ['Known on', 'The day from which the figure counts as known', 'date'], (row) => row.knownOn),
  figure('recorded_at', ['Recorded at', 'When it was taken in, in UTC', 'moment'], (row) => row.recordedAt),
  figure('source', ['Source', 'The file that it came in, by title', 'text'], (row) => row.source?.title ?? null),
  figure('publisher', ['Publisher', 'Who published that file', 'text'], (row) => row.source?.publisher ?? null),
  figure('licence', ['Licence', 'What the figure may be used under', 'text'], (row) => row.source?.licence ?? null),
  figure('attribution', ['Attribution', 'What to say when using it', 'text'], (row) => row.source?.attribution ?? null),
  figure('file', ['File', 'The name of the file', 'text'], (row) => row.source?.fileName ?? null),
  figure('file_id', ['File number', 'Under which the table of files has it', 'text'], (row) => row.source?.id ?? null),
  figure(
    'file_sha256',
    ['Fingerprint', 'The SHA-256 fingerprint of the file; empty where it would tell a withheld number', 'text'],
    (row) => row.source?.sha256 ?? null,
  ),
]

const measure = columnMaker<ExportedMeasure>()

/** The register of measures. */
export const MEASURES: TableForm<ExportedMeasure> = {
  key: ['measure'],
  links: [],
  columns: [
    measure('measure', ['Measure', 'The measure, as in its address', 'text'], (row) => row.measure, REQUIRED),
    measure('title', ['Title', 'Its name', 'text'], (row) => row.title, REQUIRED),
    measure('definition', ['Definition', 'What it measures', 'text'], (row) => row.definition),
    measure('unit', ['Unit', 'Count, percentage, rate, pounds or duration', 'text'], (row) => row.unit, REQUIRED),
    measure('unit_label', ['What it counts', 'What the figures count', 'text'], (row) => row.unitLabel),
    measure('polarity', ['Polarity', 'Whether a rise is wanted', 'text'], (row) => row.polarity, REQUIRED),
    measure('frequency', ['Frequency', 'How often there is a figure', 'text'], (row) => row.frequency, {
      isRequired: true,
      oneOf: PERIOD_KINDS,
    }),
    measure('numerator', ['Numerator', 'What is counted', 'text'], (row) => row.numerator || null),
    measure('denominator', ['Denominator', 'What it is a share of', 'text'], (row) => row.denominator || null),
    measure('formula', ['Formula', 'How it is worked out from other measures, if it is', 'text'], (row) => row.formula),
    measure('source', ['Source', 'Where the figures come from', 'text'], (row) => row.source || null),
    measure('source_url', ['Source address', 'Where that can be read', 'uri'], (row) => row.sourceUrl),
    measure('owner', ['Owner', 'The role that answers for the figures', 'text'], (row) => row.owner || null),
    measure('geography', ['Geography', "The office's own area, in words", 'text'], (row) => row.geography || null),
    measure('caveat', ['Caveat', 'What to bear in mind', 'text'], (row) => row.caveat || null),
    measure('sentence', ['In words', 'What the newest figures say', 'text'], (row) => row.sentence || null),
    measure(
      'next_figures_due',
      ['Next figures due', 'The day by which newer figures should have come', 'date'],
      (row) => row.nextFiguresDue,
    ),
  ],
}

const source = columnMaker<ExportedSource>()

/** The files that figures came in. */
export const FILES: TableForm<ExportedSource> = {
  key: ['id'],
  links: [],
  columns: [
    source('id', ['Number', 'Under which the file was taken in', 'text'], (row) => row.id, REQUIRED),
    source(
      'sha256',
      ['Fingerprint', 'The SHA-256 fingerprint of the file; empty where it would tell a withheld number', 'text'],
      (row) => row.sha256,
    ),
    source('file', ['File', 'The name of the file', 'text'], (row) => row.fileName),
    source('title', ['Title', 'What it is', 'text'], (row) => row.title),
    source('publisher', ['Publisher', 'Who published it', 'text'], (row) => row.publisher),
    source('licence', ['Licence', 'What its figures may be used under', 'text'], (row) => row.licence),
    source('attribution', ['Attribution', 'What to say when using them', 'text'], (row) => row.attribution),
    source('url', ['Address', 'Where it was published', 'uri'], (row) => row.url),
    source('known_on', ['Known on', 'The day from which its figures count as known', 'date'], (row) => row.knownOn),
  ],
}

const TO_MEASURES = { columns: ['measure'], table: 'measures', to: ['measure'] }
const TO_FILES = { columns: ['file_id'], table: 'files', to: ['id'] }

/** Figures: one row for each period and area. */
export const FIGURES: TableForm<ExportedFigure> = {
  columns: FIGURE_COLUMNS,
  key: ['measure', 'area', 'period'],
  links: [TO_MEASURES, TO_FILES],
}

/** Figures as they were recorded, each time: revisions stand beside what they replaced. */
export const VINTAGES: TableForm<ExportedFigure> = {
  columns: FIGURE_COLUMNS,
  key: ['measure', 'area', 'period', 'known_on', 'recorded_at'],
  links: [TO_MEASURES, TO_FILES],
}
