import {
  officeRule,
  type SmallFigure,
  sumsOfMeasures,
  WITHHELD_WORDS,
  withheldFigures,
} from '#modules/disclosure/index.js'
import { namesIn, parseFormula } from '#modules/formulas/index.js'
import { auditHead } from '#platform/audit/audit.queries.js'
import type { Db } from '#platform/db/db.js'
import { allMeasures } from '../data/measures.queries.js'
import { everyVintageOf, type KnownOn, type Withheld } from '../data/observations.queries.js'
import { measurePictures, type PictureOptions } from '../data/pictures.queries.js'
import type { ImportFacts } from '../domain/import-source.js'
import type { Measure } from '../domain/measure.js'
import type { Observation } from '../domain/observation.js'
import type { MeasurePicture } from '../domain/picture.js'
import { countedIn } from '../domain/small-figures.js'

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
  const pictures = await measurePictures(db, measures, { ...options, withheld })
  return pictures.map((picture) => ({
    ...picture,
    sources: picture.sources.map((each) => publicSource(each, withheld)),
  }))
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
  const below = new Map(all.map(({ id, suppressBelow }) => [id, suppressBelow ?? rule.suppressBelow ?? 0]))
  const shown = published(all)
  const ruled = new Set(shown.filter(({ id }) => (below.get(id) ?? 0) > 1).map(({ id }) => id))
  if (ruled.size === 0) return { ids: new Set(), importIds: new Set(), words: WITHHELD_WORDS }
  const concerned = shown.filter(({ id }) => tiedTo(ruled, sums).has(id))
  const measures = new Map(concerned.map((measure) => [measure.id, measure]))
  const vintages = await everyVintageOf(db, [...measures.keys()])
  const figures = vintages.flatMap((each) => {
    const measure = measures.get(each.measureId)
    return measure ? [smallFigure(measure, each, ruled.has(measure.id) ? (below.get(measure.id) ?? null) : null)] : []
  })
  const ids = withheldFigures(figures, sums, rule)
  const importIds = new Set(vintages.filter(({ id }) => ids.has(id)).map(({ importId }) => importId))
  return { ids, importIds, words: WITHHELD_WORDS }
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
function tiedTo(ruled: ReadonlySet<string>, sums: readonly { whole: string; parts: readonly string[] }[]): Set<string> {
  const tied = new Set(ruled)
  for (let size = 0; size !== tied.size; ) {
    size = tied.size
    for (const { whole, parts } of sums) {
      if ([whole, ...parts].some((id) => tied.has(id))) for (const id of [whole, ...parts]) tied.add(id)
    }
  }
  return tied
}
