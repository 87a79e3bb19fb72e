import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

export type ExampleNode = {
  key: string
  level: string
  title: string
  text?: string
  lead: string | null
  supporting: { organisation: string; role: string }[]
  children: ExampleNode[]
}

export type ExamplePlan = {
  key: string
  electionOn: string
  nextElectionOn: string
  startsOn: string
  publishedOn: string
  levels: { key: string; parent: string | null; tracked: boolean; holdsActions: boolean }[]
  nodes: ExampleNode[]
}

export type ExampleMeasure = {
  key: string
  title: string
  unit: string
  frequency: string
  numerator: string
  denominator: string | null
  source: string
  caveat: string
  owner: string
  ownerOrganisation: string
  informs: string[]
  publish: boolean
  headline?: boolean
}

export type ExampleAction = {
  key: string
  node: string
  title: string
  lead: string | null
  partners: string[]
  startsOn: string
  dueOn: string
  milestones: { key: string; dueOn: string }[]
  updates: {
    on: string
    evidence: { title: string; url: string | null }[]
    completes: string[]
    override: { status: string; reason: string } | null
    publish: boolean
  }[]
}

export type ExampleReport = {
  key: string
  plan: string
  theme?: string
  narratives: Record<string, string>
  publish: boolean
}

export type ExampleBody = {
  body: { demonstrationDate: string }
  areas: { key: string; code: string; kind: string }[]
  organisations: { key: string; name: string; from: string; until: string | null }[]
}

/** The project's own folder, whether the test runs from source or from what was built. */
const projectRoot = folderWith('package.json', import.meta.dirname)

type PoliceTool = typeof import('../../tools/derive-police-figures.ts')

/** The tool that makes the police figures; Node runs it as it stands, so it is not among what is built. */
export const policeTool: PoliceTool = await import(
  pathToFileURL(join(projectRoot, 'tools', 'derive-police-figures.ts')).href
)

type RateTool = typeof import('../../tools/derive-area-rates.ts')

/** The tool that makes the rates of police areas. */
export const rateTool: RateTool = await import(pathToFileURL(join(projectRoot, 'tools', 'derive-area-rates.ts')).href)

/** A file of reference material that stands beside the project, or undefined where there is none. */
export function besideProject(path: string): string | undefined {
  const found = join(dirname(projectRoot), 'shared', path)
  return existsSync(found) ? found : undefined
}

/** The text of a file of the example office. */
export function exampleText(path: string): string {
  return readFileSync(join(projectRoot, 'example', path), 'utf8')
}

/** The names of the observation files, without their ending. */
export function observationFiles(): string[] {
  const names = readdirSync(join(projectRoot, 'example', 'observations'))
  return names.filter((name) => name.endsWith('.csv')).map((name) => name.slice(0, -'.csv'.length))
}

/** Each row of one observation file, with the name of its column beside each cell. */
export function observations(name: string): Record<string, string>[] {
  const [header = [], ...rows] = policeTool.csvRows(exampleText(`observations/${name}.csv`))
  return rows.map((row) => Object.fromEntries(header.map((column, at) => [column, row[at] ?? ''])))
}

/** A node and everything under it, in reading order. */
export function withDescendants(node: ExampleNode): ExampleNode[] {
  return [node, ...node.children.flatMap(withDescendants)]
}

function folderWith(name: string, from: string): string {
  if (existsSync(join(from, name))) return from
  return folderWith(name, dirname(from))
}
