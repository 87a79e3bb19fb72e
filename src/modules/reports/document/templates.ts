import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Db } from '#platform/db/db.js'
import type { Layout, Paper } from '#platform/typesetting/paper.js'
import type { Source } from '#platform/typesetting/source.js'
import { ownTemplates } from '../data/template.queries.js'
import { DEFAULT_TEMPLATE } from '../domain/report.js'
import { readTemplate, type TemplatePart } from '../domain/template-file.js'

/** A kind of report: what it is called, what it is about, how it is laid out, and its text. */
export type Template = {
  readonly key: string
  /** "Theme monitoring report". */
  readonly name: string
  /** Whether it speaks of one theme or of the plan as a whole. */
  readonly about: 'theme' | 'plan'
  readonly numbering: Paper['numbering']
  readonly layout: Layout
  readonly source: Source
  /** The whole of it as it is written, settings and all. */
  readonly file: string
  /** How often the office has changed it here; 0 for one that it has not. */
  readonly number: number
  /** Whether it comes with the program, so that a changed one can go back to it. */
  readonly isOurs: boolean
}

const FOLDER = join(checkout(dirname(fileURLToPath(import.meta.url))), 'templates')

/**
 * Every kind of report by name. Templates are Markdown: an office changes one, or adds its own, in the browser or with
 * `frankpledge report template`; its texts are in the register, and so in every backup.
 */
export async function allTemplates(db: Db): Promise<Template[]> {
  OURS ??= filesIn(FOLDER)
  const ours = OURS
  const files = new Map(ours)
  const numbers = new Map<string, number>()
  for (const { name, number, text } of await ownTemplates(db)) {
    numbers.set(name, number)
    const file = text === '' ? ours.get(name) : text
    if (file === undefined) files.delete(name)
    else files.set(name, file)
  }
  return [...files]
    .map(([key, file]) => templateFrom(key, file, { number: numbers.get(key) ?? 0, isOurs: ours.has(key) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

let OURS: ReadonlyMap<string, string> | undefined

function filesIn(folder: string): Map<string, string> {
  const names = existsSync(folder) ? readdirSync(folder).filter((file) => /^[a-z][a-z0-9-]*[.]md$/.test(file)) : []
  return new Map(names.map((file) => [file.slice(0, -'.md'.length), readFileSync(join(folder, file), 'utf8')]))
}

/** One template; the theme monitoring report where there is none of that name. */
export async function templateNamed(db: Db, key: string = DEFAULT_TEMPLATE): Promise<Template> {
  const all = await allTemplates(db)
  const found = all.find((each) => each.key === key) ?? all.find((each) => each.key === DEFAULT_TEMPLATE)
  if (!found) throw new Error(`There is no template ${key}`)
  return found
}

/** A template from its file. The lines of its source keep their numbers. */
function templateFrom(key: string, file: string, known: Pick<Template, 'number' | 'isOurs'>): Template {
  const { name, about, numbering, parts, text, textFrom } = readTemplate(key, file)
  const has = (part: TemplatePart) => parts.includes(part)
  return {
    ...{ key, name, about, numbering, file, ...known },
    layout: {
      ...{ cover: has('cover'), contents: has('contents'), landscape: has('landscape') },
      dataTables: has('data-tables'),
    },
    source: { name: `Template “${name}”`, text: '\n'.repeat(textFrom) + text },
  }
}

/** The folder of the program, from a file somewhere in it. */
function checkout(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : checkout(dirname(folder))
}
