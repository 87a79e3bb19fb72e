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
import type { Measure } from '../domain/measure.js'
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
  return measurePictures(db, measures, { ...options, ...(await publicView(db)) })
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
  if (ruled.size === 0) return { ids: new Set(), words: WITHHELD_WORDS }
  const concerned = shown.filter(({ id }) => tiedTo(ruled, sums).has(id))
  const measures = new Map(concerned.map((measure) => [measure.id, measure]))
  const figures = (await everyVintageOf(db, [...measures.keys()])).flatMap((observation): SmallFigure[] => {
    const measure = measures.get(observation.measureId)
    if (!measure) return []
    const { id, area, period, knownOn, recordedAt } = observation
    return [
      {
        ...{ id, area, from: period.from, until: period.until, series: measure.id },
        ...countedIn(measure, observation),
        known: `${knownOn} ${recordedAt}`,
        below: ruled.has(measure.id) ? (below.get(measure.id) ?? null) : null,
      },
    ]
  })
  return { ids: withheldFigures(figures, sums, rule), words: WITHHELD_WORDS }
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
