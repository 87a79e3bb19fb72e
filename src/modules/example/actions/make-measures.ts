import { countOf } from '#kernel/words.js'
import { importFile } from '#modules/imports/index.js'
import {
  allMeasures,
  chooseNodes,
  frameMeasure,
  measureById,
  publishMeasure,
  recordBreak,
  registerMeasure,
  saveFramework,
} from '#modules/measures/index.js'
import type { FiguresFile, MeasureInFile } from './content.js'
import { asAccount, ContentProblem, done, idOf, type Making, type Moment } from './making.js'

/** The days on which figures came in. A measure is registered with its first figures, or on the last of these days. */
export function measureMoments(making: Making): Moment[] {
  const { measures, figures } = making.content
  const days = [...new Set(figures.map(({ importedOn }) => importedOn))].sort()
  const dayOf = ({ key }: MeasureInFile) =>
    days.find((on) => figures.some((file) => file.importedOn === on && file.measures.has(key))) ?? days.at(-1)
  return days.map((on) => {
    const files = figures.filter(({ importedOn }) => importedOn === on)
    const registered = measures.filter((measure) => dayOf(measure) === on)
    return {
      on,
      says: `${countOf(registered.length, 'measure')} and ${countOf(files.length, 'file')} of figures`,
      run: async (progress) => {
        await register(making, registered, progress)
        await takeIn(making, files)
        await publish(making, registered)
        if (on === days.at(-1)) await recordSeries(making)
      },
    }
  })
}

async function register(
  making: Making,
  measures: readonly MeasureInFile[],
  progress: (done: number, total: number) => void,
): Promise<void> {
  const officer = asAccount(making, 'performance-officer')
  for (const [index, measure] of measures.entries()) {
    const { key, description } = measure
    const request = { ...description, slug: key, nodeIds: nodesSoFar(making, measure) }
    making.measureIds.set(key, done(await registerMeasure(making.deps, officer, request), `measures.json: ${key}`).id)
    progress(index + 1, measures.length)
  }
}

/** Why a figure that looks like a slip is right: fewer than 1% of people is what was published. */
const AS_PUBLISHED = 'The figure stands so in what was published'

async function takeIn(making: Making, files: readonly FiguresFile[]): Promise<void> {
  const officer = asAccount(making, 'performance-officer')
  for (const { fileName, bytes, source } of files) {
    done(
      await importFile(making.deps, officer, { fileName, bytes, source, accept: AS_PUBLISHED }),
      `observations/${fileName}`,
    )
  }
}

async function publish(making: Making, measures: readonly MeasureInFile[]): Promise<void> {
  const officer = asAccount(making, 'performance-officer')
  for (const { key } of measures.filter((measure) => measure.publish)) {
    const measureId = making.measureIds.get(key) ?? ''
    const version = (await measureById(making.deps.db, measureId))?.version ?? 0
    done(await publishMeasure(making.deps, officer, { measureId, version }), `measures.json: ${key}`)
  }
}

/** The breaks that sources tell of, and the frameworks that ask for measures by their own names. */
async function recordSeries(making: Making): Promise<void> {
  const { deps, content, measureIds } = making
  const officer = asAccount(making, 'performance-officer')
  for (const { measure, ...said } of content.series.breaks) {
    const measureId = idOf(measureIds, measure, 'series.json')
    done(await recordBreak(deps, officer, { ...said, measureId, by: officer.name }), `series.json: ${measure}`)
  }
  for (const { measures, ...framework } of content.series.frameworks) {
    done(await saveFramework(deps, officer, { ...framework, startsOn: null, endsOn: null }), 'series.json')
    for (const { key, label } of measures) {
      const measureId = idOf(measureIds, key, 'series.json')
      await frameMeasure(deps, officer, { framework: framework.slug, measureId, label })
    }
  }
}

/** Ties measures that were there before a plan to the parts of it that they inform. */
export async function informPlans(making: Making): Promise<void> {
  const officer = asAccount(making, 'performance-officer')
  const inFile = new Map(making.content.measures.map((measure) => [measure.key, measure]))
  for (const { id: measureId, slug, version, nodeIds } of await allMeasures(making.deps.db)) {
    const measure = inFile.get(slug)
    const wanted = measure ? nodesSoFar(making, measure) : []
    if (wanted.every((id) => nodeIds.includes(id))) continue
    done(await chooseNodes(making.deps, officer, { measureId, version, nodeIds: wanted }), `measures.json: ${slug}`)
  }
}

/** Those parts of plans, already there, that the measure informs. */
function nodesSoFar({ content, nodeIds }: Making, { key, informs }: MeasureInFile): string[] {
  for (const place of informs) {
    const [plan = ''] = place.split('/')
    if (!content.plans.some((each) => each.key === plan))
      throw new ContentProblem(`measures.json: ${key} informs '${place}', but there is no such plan`)
  }
  return informs.flatMap((place) => nodeIds.get(place) ?? [])
}
