import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { z } from 'zod'
import { officeFromFile } from '#modules/body/index.js'
import type {
  AreaFiguresFile,
  ExampleContent,
  FiguresFile,
  OfficeContent,
  PlanInFile,
  PlanRevision,
} from '../actions/content.js'
import { ContentProblem } from '../actions/making.js'
import { areaFiguresIn, GROUPS_FILE } from './comparison-files.js'
import { DELIVERY_FILE, REPORTS_FILE } from './delivery-files.js'
import { MEASURES_FILE, measureOf, SERIES_FILE, SOURCE_FILE } from './measure-files.js'
import { CHANGES_FILE, PLAN_FILE } from './plan-files.js'
import { BINDINGS_FILE, nationalTablesIn, policeReleasesIn, RELEASES_FILE, TABLES_FILE } from './police-files.js'

/** The folder of the example office in this checkout. */
export const EXAMPLE_FOLDER = join(checkout(dirname(fileURLToPath(import.meta.url))), 'example')

/** Reads the example office from its folder. A file that is wrong is named, with the place in it. */
export function readContent(folder = EXAMPLE_FOLDER): ExampleContent {
  const read = <T>(name: string, schema: z.ZodType<T>) => parsed(folder, name, schema)
  const office = officeIn(folder)
  const bodyNames = new Map(office.organisations.map(({ key, shortName }) => [key, shortName]))
  return {
    office,
    plans: plansIn(folder),
    measures: read('measures.json', MEASURES_FILE).map((measure) => measureOf(measure, bodyNames)),
    series: read('series.json', SERIES_FILE),
    figures: figuresIn(folder),
    actions: read('delivery.json', DELIVERY_FILE),
    reports: read('reports.json', REPORTS_FILE),
    groups: read('comparisons/groups.json', GROUPS_FILE),
    areaFigures: areaFiguresOf(folder),
    policeReleases: policeReleasesIn(folder, read('police-data/releases.json', RELEASES_FILE)),
    tables: nationalTablesIn(folder, read('national-tables/tables.json', TABLES_FILE)),
    bindings: read('bindings.json', BINDINGS_FILE),
  }
}

/** The office itself, read as any office's file is; an example says as at which day it is shown. */
function officeIn(folder: string): OfficeContent {
  const office = officeFromFile(jsonIn(folder, 'body.json'), 'example')
  if (!office.ok) throw new ContentProblem(office.error.map((problem) => `example/body.json: ${problem}`).join('\n'))
  const shownOn = office.value.founding.demonstrationOn
  if (!shownOn) throw new ContentProblem('example/body.json: body.demonstrationDate: is missing: add it')
  return { ...office.value, shownOn }
}

function plansIn(folder: string): PlanInFile[] {
  const names = readdirSync(folder).filter((name) => /^plan-.*\.json$/.test(name))
  const isChanges = (name: string) => name.endsWith('-changes.json')
  const revisions = new Map<string, PlanRevision>()
  for (const name of names.filter(isChanges)) {
    const { plan, ...revision } = parsed(folder, name, CHANGES_FILE)
    revisions.set(plan, revision)
  }
  return names
    .filter((name) => !isChanges(name))
    .sort()
    .map((name) => {
      const file = parsed(folder, name, PLAN_FILE)
      const { key, title, publishedOn, nodes: parts } = file
      return { key, title, publishedOn, parts, file, revision: revisions.get(key) ?? null }
    })
}

function figuresIn(folder: string): FiguresFile[] {
  return tablesIn(folder, 'observations').map((fileName) => {
    const bytes = readFileSync(join(folder, 'observations', fileName))
    const [, ...rows] = bytes.toString('utf8').trimEnd().split('\n')
    const measures = new Set(rows.map((row) => row.split(',')[0] ?? ''))
    return { fileName, bytes, measures, ...parsed(folder, sourceOf('observations', fileName), SOURCE_FILE) }
  })
}

function areaFiguresOf(folder: string): AreaFiguresFile[] {
  return tablesIn(folder, 'comparisons').map((fileName) => {
    const bytes = readFileSync(join(folder, 'comparisons', fileName))
    const figures = areaFiguresIn(fileName, bytes.toString('utf8'))
    return { fileName, bytes, figures, ...parsed(folder, sourceOf('comparisons', fileName), SOURCE_FILE) }
  })
}

function tablesIn(folder: string, of: string): string[] {
  return readdirSync(join(folder, of))
    .filter((name) => name.endsWith('.csv'))
    .sort()
}

function sourceOf(of: string, fileName: string): string {
  return join(of, fileName.replace(/\.csv$/, '.source.json'))
}

function parsed<T>(folder: string, name: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(jsonIn(folder, name))
  if (result.success) return result.data
  const problems = result.error.issues.map(({ path, message }) => `example/${name}: ${path.join('.')}: ${message}`)
  throw new ContentProblem(problems.join('\n'))
}

function jsonIn(folder: string, name: string): unknown {
  try {
    return JSON.parse(readFileSync(join(folder, name), 'utf8'))
  } catch (problem) {
    throw new ContentProblem(`example/${name}: ${problem instanceof Error ? problem.message : String(problem)}`)
  }
}

/** The nearest folder upwards that holds the project, whether this runs from source or from what was built. */
function checkout(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from
  const above = dirname(from)
  if (above === from) throw new ContentProblem('The folder of the example office cannot be found')
  return checkout(above)
}
