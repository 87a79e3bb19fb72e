import { askedDay, type MeasurePicture, yearChange } from '#modules/measures/index.js'
import { NotFound } from '#platform/errors.js'
import {
  WORKBOOK_TYPES,
  type WorkbookCell,
  type WorkbookSheet,
  writeWorkbook,
} from '#platform/tables/write-workbook.js'
import { file } from '#platform/web/file.js'
import { makePack, type Pack } from '../actions/make-pack.js'
import { askedQuarter } from './asked-quarter.js'

/** The figures of the pack as a workbook: what stands behind its icons, and the last five periods of each measure. */
export const packFile = file('/data-pack/measures.xlsx', {
  permission: 'site:read',
  respond: async ({ deps, query }) => {
    const [asked, day] = [askedQuarter(query, deps.today()), askedDay(query, deps.today())]
    const problem = asked.problem || day.problem
    if (problem !== '') throw new NotFound(problem)
    const pack = await makePack(deps, { quarter: asked.quarter, knownOn: day.knownOn })
    const facts = { title: `Data pack, ${pack.quarter.code}`, creator: pack.office }
    const name = pack.quarter.code.replace('/', '-').replace(' ', '-').toLowerCase()
    return {
      type: WORKBOOK_TYPES.xlsx,
      body: await writeWorkbook(sheetsOf(pack, deps.today()), 'xlsx', facts),
      fileName: `data-pack-${name}.xlsx`,
    }
  },
})

function sheetsOf(pack: Pack, today: string): WorkbookSheet[] {
  const measures = pack.parts.flatMap(({ title, measures: own }) => own.map((each) => ({ ...each, part: title })))
  return [
    {
      name: 'Cover',
      columns: [{ width: 90 }],
      boldRows: [0],
      rows: [
        [`Data pack of ${pack.office}, ${pack.quarter.code}`],
        [`Figures up to ${pack.quarter.until}, as known on ${pack.knownOn ?? today}.`],
        ['Public measures only. Small numbers are withheld.'],
        ['The second sheet has a row for each measure, the third one for each of its last five periods.'],
      ],
    },
    {
      name: 'Measures',
      headRows: 1,
      columns: [{ width: 28 }, { width: 40 }, { width: 14 }, { width: 14 }, { width: 20 }, { width: 16 }],
      rows: [
        [
          'Part of the plan',
          'Measure',
          'Newest period',
          'Figure',
          'Unit',
          'Status',
          'Change on the year before',
          'Variation',
          'Target',
          'Assurance',
          'Sentence',
        ],
        ...measures.map(({ part, picture }) => [part, ...measureCells(picture)]),
      ],
    },
    {
      name: 'Periods',
      headRows: 1,
      columns: [{ width: 40 }, { width: 14 }, { width: 14 }],
      rows: [
        ['Measure', 'Period', 'Figure', 'Numerator', 'Denominator', 'Status', 'Revised'],
        ...measures.flatMap(({ picture }) => periodRows(picture)),
      ],
    },
  ]
}

function measureCells(picture: MeasurePicture): WorkbookCell[] {
  const { measure, latest, variation, assurance, target, sentence } = picture
  return [
    ...[measure.title, latest?.period.code ?? '', latest?.value ?? null, measure.unitLabel, latest?.status ?? ''],
    ...[yearChange(picture).difference, variation ?? 'no icon', target?.value ?? null, assurance ?? 'none', sentence],
  ]
}

function periodRows({ measure, series }: MeasurePicture): WorkbookCell[][] {
  return series
    .slice(-5)
    .map(({ period, value, numerator, denominator, status, isRevised, isWithheld }) => [
      ...[measure.title, period.code, value, numerator, denominator, isWithheld ? 'withheld' : status],
      isRevised ? 'yes' : 'no',
    ])
}
