import { err, ok, type Result } from '#kernel/result.js'
import {
  areaIn,
  type CellFault,
  type FigureKind,
  figuresOf,
  labelsOf,
  type RowCells,
  type RowReading,
} from './figure-kind.js'
import type { Column } from './heads.js'
import { financialYearIn, quarterIn, type ReadSpan, yearTo } from './periods.js'
import { quoted } from './sheet.js'

const FORCE: Column = {
  ...{ key: 'force', title: 'Force Name' },
  names: [
    'force name',
    'force',
    'pfa',
    'pfa name',
    'police force',
    'police force area',
    'police force area name',
    'force area',
  ],
  pattern: /^pfa ?\d{2} ?(nm|name)$/,
}

const CODE: Column = {
  ...{ key: 'code', title: 'Geo Code', isOptional: true },
  names: ['geo code', 'geocode', 'area code', 'pfa code', 'force code', 'ons code', 'gss code', 'geography code'],
  pattern: /^pfa ?\d{2} ?(cd|code)$/,
}

const REGION: Column = {
  ...{ key: 'region', title: 'Region', isOptional: true },
  names: ['region', 'region name', 'english region', 'region wales'],
}

const optional = (column: Column): Column => ({ ...column, isOptional: true })

const CSP: Column = {
  ...{ key: 'csp', title: 'CSP Name', isOptional: true },
  names: ['csp name', 'csp', 'community safety partnership', 'community safety partnership name'],
}
const CSP_CODE: Column = {
  ...{ key: 'cspCode', title: 'CSP Code', isOptional: true },
  names: ['csp code', 'ons code csp', 'ons csp code', 'community safety partnership code'],
  pattern: /^csp ?\d{2} ?(cd|code)$/,
}

/** Recorded crime of twelve months at a time (Office for National Statistics, "rolling year"). Never add two such periods: they overlap. */
export const RECORDED_CRIME: FigureKind = {
  words: {
    columns: [
      {
        ...{ key: 'period', title: '12 months ending' },
        names: [
          '12 months ending',
          'twelve months ending',
          'year ending',
          'rolling year ending',
          'year to',
          '12 months to',
          'period ending',
        ],
      },
      FORCE,
      CODE,
      REGION,
      CSP,
      CSP_CODE,
      {
        key: 'offence',
        title: 'Offence',
        names: ['offence', 'offence group', 'offence type', 'crime type', 'offence description'],
      },
      {
        ...{ key: 'offences', title: 'Rolling year total number of offences' },
        names: [
          'rolling year total number of offences',
          'rolling year total',
          'number of offences',
          'offences',
          'total number of offences',
          'count',
        ],
      },
    ],
  },
  rowOf: (cells) => {
    const span = yearTo(cells.cell('period'))
    if (!span.ok) return err({ key: 'period', problem: span.error })
    return line(cells, { span: span.value, labels: ['offence', 'csp'], figures: ['offences'] })
  },
}

const OFFENCE_COLUMNS: readonly Column[] = [
  { key: 'year', title: 'Financial Year', names: ['financial year', 'year', 'fy'] },
  { key: 'quarter', title: 'Financial Quarter', names: ['financial quarter', 'quarter', 'financial year quarter'] },
  FORCE,
  CODE,
  REGION,
  { key: 'offence', title: 'Offence Description', names: ['offence description', 'offence', 'offence name'] },
  { key: 'group', title: 'Offence Group', names: ['offence group', 'new offence group', 'offence group name'] },
  {
    key: 'subgroup',
    title: 'Offence Subgroup',
    names: ['offence subgroup', 'offence sub group', 'new offence subgroup', 'offence sub group name'],
  },
  { key: 'offenceCode', title: 'Offence Code', names: ['offence code'] },
  {
    key: 'expired',
    title: 'Offence code expired',
    names: ['offence code expired', 'offence code expired flag'],
    isOptional: true,
  },
]

/** Recorded crime of each quarter and offence (Home Office open data), by force or by community safety partnership. */
export const RECORDED_CRIME_OPEN_DATA: FigureKind = {
  words: {
    columns: [
      ...OFFENCE_COLUMNS,
      CSP,
      CSP_CODE,
      {
        ...{ key: 'offences', title: 'Offence Count' },
        names: ['offence count', 'number of offences', 'offences', 'count of offences', 'total number of offences'],
      },
    ],
  },
  rowOf: (cells) =>
    quarterLine(cells, { labels: ['offence', 'group', 'subgroup', 'offenceCode', 'csp'], figures: ['offences'] }),
}

/**
 * Outcomes of crimes (Home Office open data), counted in two ways that must never be added: outcomes of the crimes that
 * were recorded in the quarter, and outcomes that were recorded in the quarter whenever the crime was.
 */
export const OUTCOMES: FigureKind = {
  words: {
    columns: [
      ...OFFENCE_COLUMNS,
      { key: 'outcome', title: 'Outcome Description', names: ['outcome description', 'outcome'] },
      { key: 'outcomeGroup', title: 'Outcome Group', names: ['outcome group'] },
      { key: 'outcomeType', title: 'Outcome Type', names: ['outcome type', 'outcome code', 'outcome type code'] },
      {
        ...{ key: 'ofCrimesRecorded', title: 'Force outcomes for offences recorded in quarter' },
        names: [
          'force outcomes for offences recorded in quarter',
          'outcomes for offences recorded in quarter',
          'force outcomes for offences recorded in the quarter',
        ],
      },
      {
        ...{ key: 'recorded', title: 'Force outcomes recorded in quarter' },
        names: [
          'force outcomes recorded in quarter',
          'outcomes recorded in quarter',
          'force outcomes recorded in the quarter',
        ],
      },
    ],
  },
  rowOf: (cells) =>
    quarterLine(cells, {
      labels: ['offence', 'group', 'subgroup', 'offenceCode', 'outcome', 'outcomeGroup', 'outcomeType'],
      figures: ['ofCrimesRecorded', 'recorded'],
    }),
}

/** Total recorded crime of each force and financial year, without fraud. */
export const RECORDED_CRIME_TOTALS: FigureKind = {
  words: {
    columns: [
      { key: 'year', title: 'Financial Year', names: ['financial year', 'fy', 'year'] },
      FORCE,
      CODE,
      REGION,
      { key: 'slug', title: 'Slug', names: ['slug'], isOptional: true },
      {
        ...{ key: 'offences', title: 'Recorded crime' },
        names: [
          'recorded crime',
          'total recorded crime',
          'total recorded crime excluding fraud',
          'recorded crime excluding fraud',
        ],
      },
    ],
  },
  rowOf: (cells) => {
    const year = financialYearIn(cells.text('year'))
    if (!year) return err({ key: 'year', problem: `${quoted(cells.text('year'))} is no financial year` })
    return line(cells, { span: year, labels: [], figures: ['offences'] })
  },
}

/** How serious crime is, weighted by sentences (ONS Crime Severity Score), of forces, regions and the nation. */
export const SEVERITY: FigureKind = {
  words: {
    columns: [
      { key: 'group', title: 'offence_group', names: ['offence group', 'offence'] },
      { ...CODE, isOptional: undefined, names: [...CODE.names, 'code'] } as Column,
      { ...FORCE, names: [...FORCE.names, 'name', 'area', 'area name'] },
      optional({ key: 'year', title: 'year', names: ['year', 'financial year', 'period'] }),
      optional({ key: 'ending', title: 'year_ending', names: ['year ending', '12 months ending'] }),
      { key: 'score', title: 'severity_score', names: ['severity score', 'crime severity score', 'score'] },
      optional({ key: 'offences', title: 'Offences', names: ['offences', 'number of offences', 'recorded offences'] }),
      optional({ key: 'rate', title: 'Offence rate', names: ['offence rate', 'crime rate'] }),
    ],
  },
  rowOf: (cells) => {
    const key = cells.has('ending') ? 'ending' : 'year'
    const span = yearTo(cells.cell(key))
    if (!span.ok) return err({ key, problem: span.error })
    return line(cells, { span: span.value, labels: ['group'], figures: ['score', 'offences', 'rate'] })
  },
}

type LineParts = { readonly span: ReadSpan; readonly labels: readonly string[]; readonly figures: readonly string[] }

/** One line of figures of a row: its area, its labels and its numbers. */
function line(cells: RowCells, { span, labels, figures }: LineParts): Result<RowReading, CellFault> {
  const area = areaIn(cells)
  if (area.name === '') return err({ key: 'force', problem: 'The row names no force' })
  const read = figuresOf(cells, figures)
  if (!read.ok) return read
  return ok({ row: { area, labels: labelsOf(cells, labels), figures: read.value }, span })
}

function quarterLine(cells: RowCells, parts: Omit<LineParts, 'span'>): Result<RowReading, CellFault> {
  const year = financialYearIn(cells.text('year'))
  if (!year) return err({ key: 'year', problem: `${quoted(cells.text('year'))} is no financial year` })
  const span = quarterIn(cells.text('quarter'), year)
  if (!span) return err({ key: 'quarter', problem: `${quoted(cells.text('quarter'))} is no quarter` })
  return line(cells, { ...parts, span })
}
