import type { Json } from '#kernel/canonical-json.js'
import type { IsoDate } from '#kernel/dates.js'
import {
  type ImportFacts,
  type Measure,
  type Observation,
  type PublicView,
  periodLabel,
  publishedMeasureBySlug,
  type SeriesPoint,
  valueFacts,
} from '#modules/measures/index.js'
import type { Db } from '#platform/db/db.js'
import { found } from '#platform/errors.js'
import { figureParts } from '../domain/figure-name.js'

/** Which figure is asked about: what it is called in its report, what it says there, and as known on which day. */
export type WhyRequest = {
  readonly id: string
  readonly text: string
  readonly knownOn: IsoDate | undefined
} & PublicView

/** Everything that stands behind one figure of a report: its formula, its observations, their files, and when they were known. */
export async function whyFigure(db: Db, { id, text, knownOn, withheld }: WhyRequest): Promise<Json> {
  const { measure: slug, period: code, form } = figureParts(id)
  const measure = found(await publishedMeasureBySlug(db, slug), `There is no published measure '${slug}'`)
  const options = { withheld, ...(knownOn && { knownOn }) }
  const facts = await valueFacts(db, measure, code, options)
  const { figure, files } = facts
  const observations = facts.vintages.length > 0 ? facts.vintages.slice(-1) : facts.parts
  const change = figure?.change
  return {
    ...{ figure: id, form, text },
    measure: measureJson(facts.measure),
    period: {
      code: facts.period.code,
      label: periodLabel(facts.period),
      from: facts.period.from,
      until: facts.period.until,
    },
    asKnownOn: knownOn ?? null,
    value: figure?.value ?? null,
    numerator: figure?.numerator ?? null,
    denominator: figure?.denominator ?? null,
    status: figure?.status ?? null,
    change: change
      ? {
          ...{ difference: change.difference, unit: change.unit, percent: change.percent },
          ...{ isSignificant: change.isSignificant, why: change.why },
          before: figure?.samePeriodLastYear?.value ?? null,
          beforePeriod: figure?.samePeriodLastYear?.period.code ?? null,
        }
      : null,
    whyNoChange: figure?.whyNoChange ?? facts.why,
    formula: facts.measure.formula,
    steps: facts.steps.map((step) => JSON.parse(JSON.stringify(step)) as Json),
    inputs: facts.inputs.map((input) => input.slug),
    observations: observations.map((each) => observationJson(each, files)),
    earlierVersions: facts.vintages.slice(0, -1).map((each) => observationJson(each, files)),
  }
}

function measureJson(measure: Measure): Json {
  const { slug, title, definition, numerator, denominator, unit, unitLabel, source, sourceUrl, owner, caveat } = measure
  const approved = { publishedAt: measure.publishedAt }
  return {
    slug,
    title,
    definition,
    numerator,
    denominator,
    unit,
    unitLabel,
    source,
    sourceUrl,
    owner,
    caveat,
    ...approved,
  }
}

type Known = Pick<
  Observation | SeriesPoint,
  'period' | 'value' | 'numerator' | 'denominator' | 'status' | 'note' | 'knownOn' | 'recordedAt' | 'importId'
>

function observationJson(each: Known, files: ReadonlyMap<string, ImportFacts>): Json {
  const { period, value, numerator, denominator, status, note, knownOn, recordedAt } = each
  const file = each.importId === null ? undefined : files.get(each.importId)
  return {
    period: period.code,
    value,
    numerator,
    denominator,
    status,
    note,
    knownOn,
    recordedAt,
    file: file ? fileJson(file) : null,
  }
}

function fileJson({
  title,
  publisher,
  licence,
  url,
  fileName,
  sha256,
  importedAt,
  importedBy,
  reason,
  files,
}: ImportFacts): Json {
  const madeFrom = files.map(({ name, sha256: fingerprint }) => ({ name, sha256: fingerprint }))
  return {
    title,
    publisher,
    licence,
    url,
    fileName,
    sha256,
    takenInAt: importedAt,
    approvedBy: importedBy,
    reason,
    madeFrom,
  }
}
