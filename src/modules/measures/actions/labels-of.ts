import { allPlans, planTree } from '#modules/plan/index.js'
import type { Db } from '#platform/db/db.js'
import { allFrameworks, entriesOf, entriesWith, nodeLabels } from '../data/frameworks.queries.js'
import { measuresById } from '../data/measures.queries.js'
import type { Framework, MeasureLabel } from '../domain/framework.js'
import type { Measure } from '../domain/measure.js'

/** What a measure is called in every plan that it informs and every framework that it belongs to. */
export async function labelsOf(db: Db, measure: Measure): Promise<MeasureLabel[]> {
  const labels: MeasureLabel[] = []
  const own = await nodeLabels(db, measure.id)
  const informs = new Set(measure.nodeIds)
  for (const { id, title } of informs.size > 0 ? await allPlans(db) : []) {
    const nodes = (await planTree(db, id))?.nodes.filter((node) => informs.has(node.id)) ?? []
    const called = new Set(nodes.map((node) => own.get(node.id) ?? measure.title))
    labels.push(...[...called].map((label) => ({ where: title, label })))
  }
  const entries = await entriesWith(db, measure.id)
  for (const { id, name } of entries.length > 0 ? await allFrameworks(db) : []) {
    const entry = entries.find(({ frameworkId }) => frameworkId === id)
    if (entry) labels.push({ where: name, label: entry.label || measure.title })
  }
  return labels
}

/** A framework with its measures, each under the name that it has there. */
export type FramedMeasures = {
  readonly framework: Framework
  readonly measures: readonly { readonly measure: Measure; readonly label: string }[]
}

/** Every framework with its measures, in its own order. */
export async function frameworks(db: Db): Promise<FramedMeasures[]> {
  const framed: FramedMeasures[] = []
  for (const framework of await allFrameworks(db)) {
    const entries = await entriesOf(db, framework.id)
    const byId = new Map(
      (
        await measuresById(
          db,
          entries.map(({ measureId }) => measureId),
        )
      ).map((measure) => [measure.id, measure]),
    )
    const measures = entries.flatMap(({ measureId, label }) => {
      const measure = byId.get(measureId)
      return measure ? [{ measure, label: label || measure.title }] : []
    })
    framed.push({ framework, measures })
  }
  return framed
}

/** One framework with its measures; undefined where there is no such framework. */
export async function frameworkNamed(db: Db, slug: string): Promise<FramedMeasures | undefined> {
  return (await frameworks(db)).find(({ framework }) => framework.slug === slug)
}

/** The measures of one framework, each under the name that it has there; none where there is no such framework. */
export async function measuresInFramework(db: Db, slug: string): Promise<FramedMeasures['measures']> {
  return (await frameworkNamed(db, slug))?.measures ?? []
}
