import {
  officeRule,
  type SmallFigure,
  type Sum,
  sumsOfMeasures,
  WITHHELD_WORDS,
  withheldFigures,
} from '#modules/disclosure/index.js'
import { namesIn, parseFormula } from '#modules/formulas/index.js'
import { auditHead } from '#platform/audit/audit.queries.js'
import type { Db } from '#platform/db/db.js'
import { allMeasures } from '../data/measures.queries.js'
import { everyVintageOf, type KnownOn, vintagesNearSmall, type Withheld } from '../data/observations.queries.js'
import { measurePictures, type PictureOptions } from '../data/pictures.queries.js'
import type { ImportFacts } from '../domain/import-source.js'
import type { Measure } from '../domain/measure.js'
import type { Observation } from '../domain/observation.js'
import type { MeasurePicture } from '../domain/picture.js'
import { countedIn } from '../domain/small-figures.js'
import { keptPictures } from './kept-pictures.js'

/** What public reads of figures are asked with: nothing that is withheld comes back from them. */
export type PublicView = Required<Pick<KnownOn, 'withheld'>>

/** All that the public is shown of one measure. */
export async function publicPicture(db: Db, measure: Measure, options: PictureOptions): Promise<MeasurePicture> {
  const [picture] = await publicPictures(db, [measure], options)
  if (!picture) throw new RangeError('No picture was made')
  return picture
}

/** The same for several measures. Every page, chart, sentence, file and report for the public is made from these. */
export async function publicPictures(
  db: Db,
  measures: readonly Measure[],
  options: PictureOptions,
): Promise<MeasurePicture[]> {
  const { withheld } = await publicView(db)
  return keptPictures(db, measures, options, async (wanted) => {
    const pictures = await measurePictures(db, wanted, { ...options, withheld })
    return pictures.map((picture) => ({
      ...picture,
      sources: picture.sources.map((each) => publicSource(each, withheld)),
    }))
  })
}

/** What the public may know of a file: no fingerprint where any of its figures is withheld. */
export function publicSource(source: ImportFacts, { importIds }: Withheld): ImportFacts {
  return importIds.has(source.id) ? { ...source, sha256: '', files: [] } : source
}

/** What is withheld from the public, worked out once for each state of the register. */
export async function publicView(db: Db): Promise<PublicView> {
  const head = await auditHead(db)
  const known = VIEWS.get(db)
  if (known?.head === head) return known.view
  const view = withheldNow(db).then((withheld) => ({ withheld }))
  VIEWS.set(db, { head, view })
  view.catch(() => VIEWS.delete(db))
  return view
}

const VIEWS = new WeakMap<Db, { readonly head: number; readonly view: Promise<PublicView> }>()

async function withheldNow(db: Db): Promise<Withheld> {
  const [rule, sums, all] = [await officeRule(db), await sumsOfMeasures(db), await allMeasures(db)]
  const thresholds = all.map(({ id, suppressBelow }) => [id, suppressBelow ?? rule.suppressBelow ?? 0] as const)
  const shown = published(all)
  const below = new Map(thresholds.filter(([, threshold]) => threshold > 1))
  const ruled = shown.filter(({ id }) => below.has(id))
  if (ruled.length === 0) return { ids: new Set(), importIds: new Set(), words: WITHHELD_WORDS }
  const tied = tiedTo(new Set([...ruled, ...kinOf(ruled, shown)].map(({ id }) => id)), sums)
  const measures = new Map(shown.filter(({ id }) => tied.has(id)).map((measure) => [measure.id, measure]))
  const vintages = await vintagesOfAll(db, [...measures.keys()], { sums, below: Math.max(...below.values()) })
  const figures = vintages.flatMap((each) => {
    const measure = measures.get(each.measureId)
    return measure ? [smallFigure(measure, each, below.get(measure.id) ?? null)] : []
  })
  const ids = withheldFigures(figures, sums, rule)
  const importIds = new Set(vintages.filter(({ id }) => ids.has(id)).map(({ importId }) => importId))
  return { ids, importIds, words: WITHHELD_WORDS }
}

/** So many measures are looked at whole; of more, only the periods that have small numbers. */
const MOST_WHOLE = 200

type Near = { readonly sums: readonly Sum[]; readonly below: number }

async function vintagesOfAll(db: Db, ids: readonly string[], { sums, below }: Near): Promise<Observation[]> {
  if (ids.length <= MOST_WHOLE) return everyVintageOf(db, ids)
  const named = new Set(sums.flatMap(({ whole, parts }) => [whole, ...parts]))
  const summed = await everyVintageOf(
    db,
    ids.filter((id) => named.has(id)),
  )
  const others = ids.filter((id) => !named.has(id))
  return [...summed, ...(await vintagesNearSmall(db, others, below))]
}

/** Measures of the same family as these: what counts the same things may add up, over the same periods or longer ones. */
function kinOf(measures: readonly Measure[], all: readonly Measure[]): Measure[] {
  const familyOf = ({ unit, unitLabel }: Measure) => `${unit} ${unitLabel}`
  const families = new Set(measures.map(familyOf))
  return all.filter((measure) => families.has(familyOf(measure)))
}

function smallFigure(measure: Measure, observation: Observation, below: number | null): SmallFigure {
  const { id, area, period, knownOn, recordedAt } = observation
  return {
    ...{ id, area, below, from: period.from, until: period.until, series: measure.id },
    family: `${period.kind} ${measure.unit} ${measure.unitLabel}`,
    ...countedIn(measure, observation),
    known: `${knownOn} ${recordedAt}`,
  }
}

/** What the public can read, and what stands behind the measures that are worked out for it. */
function published(all: readonly Measure[]): Measure[] {
  const bySlug = new Map(all.map((measure) => [measure.slug, measure]))
  const shown = new Set(all.filter(({ publishedAt }) => publishedAt !== null))
  for (const { formula } of shown) {
    const parsed = formula === null ? undefined : parseFormula(formula)
    for (const name of parsed?.ok ? namesIn(parsed.value) : []) {
      const input = bySlug.get(name)
      if (input) shown.add(input)
    }
  }
  return [...shown]
}

/** The measures that have a rule, and all that are tied to them by sums. */
function tiedTo(ruled: ReadonlySet<string>, sums: readonly Sum[]): Set<string> {
  const tied = new Set(ruled)
  for (let size = 0; size !== tied.size; ) {
    size = tied.size
    for (const { whole, parts } of sums) {
      if ([whole, ...parts].some((id) => tied.has(id))) for (const id of [whole, ...parts]) tied.add(id)
    }
  }
  return tied
}
