import { z } from 'zod'
import { FREQUENCIES, type ImportSource, POLARITIES, UNITS } from '#modules/measures/index.js'
import type { MeasureInFile } from '../actions/content.js'
import { date, key, words } from './fields.js'

const MEASURE = z.object({
  key,
  title: words,
  definition: words,
  unit: z.enum(UNITS),
  unitLabel: words,
  polarity: z.enum(POLARITIES),
  frequency: z.enum(FREQUENCIES),
  per: z.int().positive().optional(),
  numerator: words,
  denominator: words.nullable(),
  source: words,
  sourceUrl: z.url().nullable(),
  owner: words,
  ownerOrganisation: key,
  geography: words,
  caveat: words,
  informs: z.array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'must be a plan and a part of it, with a stroke')),
  publish: z.boolean(),
  isSeasonal: z.boolean().optional(),
  isSurvey: z.boolean().optional(),
  headline: z.boolean().default(false),
})

/** measures.json. */
export const MEASURES_FILE = z.array(MEASURE)

/** A measure as the register takes it: its owner is a role of the office, or of the body that is named. */
export function measureOf(inFile: z.infer<typeof MEASURE>, bodyNames: ReadonlyMap<string, string>): MeasureInFile {
  const { key: slug, informs, publish, headline, denominator, owner, ownerOrganisation, ...rest } = inFile
  const body = bodyNames.get(ownerOrganisation)
  const description = {
    ...rest,
    denominator: denominator ?? '',
    owner: body === undefined || ownerOrganisation === 'office' ? owner : `${owner}, ${body}`,
    isHeadline: headline,
  }
  return { key: slug, description, informs, publish }
}

/** observations/….source.json: where a file of figures comes from, and when it came in. */
export const SOURCE_FILE = z
  .object({
    title: words,
    publisher: words,
    licence: words,
    attribution: words,
    url: z.url().nullable().default(null),
    files: z.array(z.object({ name: words, sha256: z.string().regex(/^[0-9a-f]{64}$/) })).default([]),
    importedOn: date,
  })
  .transform(({ importedOn, ...source }): { source: ImportSource; importedOn: typeof importedOn } => ({
    source: { ...source, reason: '' },
    importedOn,
  }))

const FRAMEWORK = z.object({
  slug: key,
  name: words,
  kind: z.enum(['national-measures', 'performance-framework', 'other']),
  source: words,
  sourceUrl: z.url().nullable(),
  measures: z.array(z.object({ key, label: words })),
})

const BREAK = z.object({
  measure: key,
  startsOn: date,
  kind: z.enum(['definition', 'recording', 'area', 'source', 'other']),
  reason: words,
})

/** series.json: what people have recorded of series, and the frameworks that measures belong to. */
export const SERIES_FILE = z.object({ frameworks: z.array(FRAMEWORK), breaks: z.array(BREAK) })
