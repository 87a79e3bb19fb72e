import { importFile } from '#modules/imports/index.js'
import {
  type ImportSource,
  type Measure,
  type MeasureDraft,
  publishMeasure,
  registerMeasure,
} from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { SYSTEM } from './deps.js'

/** What a complete measure says of itself. */
export function aMeasureDescription(overrides: Partial<MeasureDraft> = {}): MeasureDraft {
  return {
    title: 'Burglary',
    definition: 'Burglaries of homes and of other buildings.',
    unit: 'count',
    unitLabel: 'burglaries',
    polarity: 'down-is-good',
    frequency: 'month',
    numerator: 'Burglaries recorded',
    denominator: '',
    source: 'Returns of the force',
    sourceUrl: null,
    owner: 'Performance officer',
    geography: 'Wessex police area',
    caveat: 'Homes and other buildings cannot be told apart.',
    isHeadline: false,
    ...overrides,
  }
}

/** A measure in the register, not yet published. */
export async function aMeasure(deps: Deps, overrides: Partial<MeasureDraft> = {}): Promise<Measure> {
  const result = await registerMeasure(deps, SYSTEM, aMeasureDescription(overrides))
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

/** Where the figures of tests come from. */
export const A_SOURCE: ImportSource = {
  title: 'Monthly return',
  publisher: 'Wessex Police',
  licence: 'Open Government Licence v3.0',
  attribution: 'Contains public sector information licensed under the Open Government Licence v3.0',
  url: null,
  reason: '',
  files: [],
}

/** A file of figures from rows without their head: "burglary,2025-03,230,,,final,". */
export function aFigureFile(rows: readonly string[]): Uint8Array {
  return Buffer.from(['measure,period,numerator,denominator,value,status,note', ...rows].join('\n'))
}

/** Takes in a file; throws if it is refused. */
export async function aFile(
  deps: Deps,
  file: Omit<Parameters<typeof importFile>[2], 'mapping' | 'dryRun'>,
): Promise<void> {
  const result = await importFile(deps, SYSTEM, file)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
}

/** Takes in figures; throws if they are refused. */
export async function someFigures(deps: Deps, rows: readonly string[], fileName = 'return.csv'): Promise<void> {
  await aFile(deps, { fileName, bytes: aFigureFile(rows), source: A_SOURCE })
}

/** A public measure with one figure for March 2025. */
export async function aPublishedMeasure(deps: Deps, overrides: Partial<MeasureDraft> = {}): Promise<Measure> {
  const measure = await aMeasure(deps, overrides)
  await someFigures(deps, [`${measure.slug},2025-03,230,,,final,`])
  const result = await publishMeasure(deps, SYSTEM, { measureId: measure.id, version: measure.version })
  if (!result.ok) throw new Error(result.error.code)
  return { ...measure, version: measure.version + 1, publishedAt: deps.now().toISOString() }
}
