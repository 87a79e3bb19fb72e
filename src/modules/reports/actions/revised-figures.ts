import { type IsoDate, ukDateOf } from '#kernel/dates.js'
import { liveFigures, whyFigure } from '#modules/documents/index.js'
import { everyVintageOf, publicPicture, publicView, publishedMeasureBySlug } from '#modules/measures/index.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'
import { figuresOf } from '../data/publication.queries.js'
import { type FactObservation, type FigureFacts, figureFactsOf } from '../domain/figure-facts.js'
import type { Publication } from '../domain/report.js'
import { mergeRevised, type RevisedFigure, type Revision, revisionOf } from '../domain/revised.js'
import { factWords } from './fact-words.js'
import { revisedSeries } from './revised-series.js'

/** What is read, and as known on which day; undefined for all that is known now. */
type Reading = Pick<Deps, 'db' | 'today'> & { readonly knownOn?: IsoDate | undefined }

/** The same with the police records, which maps are drawn from. */
export type WholeReading = Reading & Pick<Deps, 'lake' | 'newId'>

/** The figures of a publication as they were frozen, in reading order; older ones, which were not counted, by name. */
export async function frozenFigures({ db }: Pick<Reading, 'db'>, publicationId: string): Promise<NumberedFacts[]> {
  const all = [...(await figuresOf(db, publicationId)).values()].map((json) => figureFactsOf(json))
  all.sort((a, b) => (a.number ?? 0) - (b.number ?? 0) || (a.figure < b.figure ? -1 : 1))
  return all.map((facts, index) => ({ ...facts, number: facts.number ?? index + 1 }))
}

/** The facts of a figure with its number in the report. */
export type NumberedFacts = FigureFacts & { readonly number: number }

/** Which figures of a publication the register has since revised, each once, from what to what, when and from which file. */
export async function revisedFigures(reading: WholeReading, publication: Publication): Promise<RevisedFigure[]> {
  const revised: RevisedFigure[] = []
  for (const facts of await frozenFigures(reading, publication.id)) {
    const one = await revisedFigure(reading, publication, facts)
    if (one) revised.push(one)
  }
  for (const point of await revisedSeries(reading, publication))
    revised.push(await sinceWhen(reading, publication, point))
  return mergeRevised(revised)
}

/** A point of a chart or map with the day and the file that revised it. */
async function sinceWhen(reading: Reading, publication: Publication, point: RevisedFigure): Promise<RevisedFigure> {
  if (point.revisedOn !== null) return point
  const facts = await factsNow(reading, point.measure.slug, point.period.code)
  const newest = await newestAfter(reading, facts, publication.publishedAt)
  return { ...point, revisedOn: newest?.knownOn ?? null, file: newest?.file ?? null }
}

/** What became of one figure of a publication; undefined where the register still says the same. */
export async function revisedFigure(
  reading: Reading,
  publication: Publication,
  frozen: NumberedFacts,
): Promise<RevisedFigure | undefined> {
  const { slug, title } = frozen.measure
  const now = await factsNow(reading, slug, frozen.period.code)
  const revision = revisionOf(frozen, now) ?? (await changedWords(reading, publication, frozen))
  if (!revision) return undefined
  const isOwn = revision.period === frozen.period.code
  const about = isOwn ? now : await factsNow(reading, slug, revision.period)
  const newest = await newestAfter(reading, about, readAt(frozen, publication))
  return {
    kind: revision.kind,
    measure: { slug, title },
    period: { code: revision.period, label: (isOwn ? frozen : about)?.period.label ?? revision.period },
    ...(await fromAndTo(reading, publication, frozen, revision)),
    revisedOn: newest?.knownOn ?? null,
    file: newest?.file ?? null,
    figures: [{ figure: frozen.figure, number: frozen.number, text: frozen.text }],
    charts: [],
  }
}

async function fromAndTo(reading: Reading, publication: Publication, frozen: FigureFacts, revision: Revision) {
  if (revision.kind !== 'words')
    return { from: factWords(frozen.measure, revision.from), to: factWords(frozen.measure, revision.to) }
  return { from: frozen.text, to: (await sentencesNow(reading, publication, frozen))[0] ?? '' }
}

/** What stands behind a figure today, as the public may know it; undefined where its measure is no longer published. */
async function factsNow({ db, knownOn }: Reading, slug: string, period: string): Promise<FigureFacts | undefined> {
  const view = await publicView(db)
  try {
    return figureFactsOf(await whyFigure(db, { id: `${slug}.${period}.value`, text: '', knownOn, ...view }))
  } catch (problem) {
    if (problem instanceof NotFound || problem instanceof RangeError) return undefined
    throw problem
  }
}

/** The newest figure behind it that was taken in after a moment; of one that is worked out, the newest behind its parts. */
async function newestAfter(
  reading: Reading,
  facts: FigureFacts | undefined,
  moment: string,
  depth = 0,
): Promise<FactObservation | undefined> {
  if (!facts || depth > 3) return undefined
  const after = facts.observations.filter(({ recordedAt }) => recordedAt > moment)
  for (const input of facts.inputs) {
    const behind = await factsNow(reading, input, facts.period.code)
    const newest = await newestAfter(reading, behind, moment, depth + 1)
    if (newest) after.push(newest)
  }
  return after.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1)).at(-1)
}

/** A sentence may change though its own figures stand: others of the series, which say what is usual, were revised. */
async function changedWords(
  reading: Reading,
  publication: Publication,
  frozen: FigureFacts,
): Promise<Revision | undefined> {
  if (frozen.form !== 'sentence' || !(await wasTouched(reading, publication, frozen))) return undefined
  const now = await sentencesNow(reading, publication, frozen)
  if (now.length === 0 || now.some((each) => firm(each) === firm(frozen.text))) return undefined
  return { kind: 'words', period: frozen.period.code, from: frozen.value, to: frozen.value }
}

/** A sentence without how firm its figure is: a provisional figure that became final was not revised. */
const firm = (sentence: string) => sentence.replaceAll(/ \((provisional|estimated)\)/g, '')

/** When a figure of a publication was read: as it was published, or as its section was signed off. */
const readAt = ({ frozenAt }: FigureFacts, { publishedAt }: Publication) => frozenAt || publishedAt

/** Whether any figure up to the period was taken in after the publication: only then can its words have changed. */
async function wasTouched({ db, knownOn }: Reading, publication: Publication, frozen: FigureFacts): Promise<boolean> {
  const measure = await publishedMeasureBySlug(db, frozen.measure.slug)
  if (!measure) return false
  const all = await everyVintageOf(db, [measure.id], { ...(await publicView(db)), ...(knownOn && { knownOn }) })
  return all.some(
    ({ recordedAt, period }) => recordedAt > readAt(frozen, publication) && period.until <= frozen.period.until,
  )
}

/** What the measure would say in the report today, as its own table and as a figure in its text would say it. */
async function sentencesNow({ db, today, knownOn }: Reading, { particulars }: Publication, frozen: FigureFacts) {
  const { slug } = frozen.measure
  const measure = await publishedMeasureBySlug(db, slug)
  if (!measure) return []
  const { periodFrom: from, periodUntil: until } = particulars
  const picture = await publicPicture(db, measure, { today: today(), until, ...(knownOn && { knownOn }) })
  const label = `${slug}.${frozen.period.code}`
  const attributes = { form: 'sentence' }
  const asked = { name: 'fig', label, attributes }
  const live = (await liveFigures({ db, today }, [asked], { from, until, knownOn })).figure(label, attributes)
  return [
    ...(picture.latest?.period.code === frozen.period.code ? [picture.sentence] : []),
    ...(live.ok ? [live.value.text] : []),
  ]
}

/** The day on which a publication was sent. */
export const sentOn = ({ publishedAt }: Pick<Publication, 'publishedAt'>) => ukDateOf(new Date(publishedAt))
