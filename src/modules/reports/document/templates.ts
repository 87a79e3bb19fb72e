import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { config } from '#platform/config.js'
import type { Layout, Paper } from '#platform/typesetting/paper.js'
import type { Source } from '#platform/typesetting/source.js'
import { DEFAULT_TEMPLATE } from '../domain/report.js'

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
}

const FOLDER = join(checkout(dirname(fileURLToPath(import.meta.url))), 'templates')

/**
 * Every kind of report by name. Templates are Markdown files: an office changes one, or adds its own, by a file of the
 * same form in the folder `templates` of its data, without code.
 */
export function allTemplates(): Template[] {
  OURS ??= templatesIn(FOLDER)
  const own = templatesIn(join(config().dataFolder, 'templates'))
  const byKey = new Map([...OURS, ...own].map((template) => [template.key, template]))
  return [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
}

let OURS: Template[] | undefined

function templatesIn(folder: string): Template[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((file) => /^[a-z][a-z0-9-]*[.]md$/.test(file))
    .map((file) => templateFrom(file.slice(0, -'.md'.length), readFileSync(join(folder, file), 'utf8')))
}

/** One template; the theme monitoring report where there is none of that name. */
export function templateNamed(key: string = DEFAULT_TEMPLATE): Template {
  const all = allTemplates()
  const found = all.find((each) => each.key === key) ?? all.find((each) => each.key === DEFAULT_TEMPLATE)
  if (!found) throw new Error(`There is no template ${key}`)
  return found
}

/** A template from its file: settings between two lines of dashes, then Markdown. Lines keep their numbers. */
function templateFrom(key: string, file: string): Template {
  const head = /^---\n([\s\S]*?\n)---\n/.exec(file)
  const settings = new Map(
    (head?.[1] ?? '').split('\n').flatMap((line): [string, string][] => {
      const [, name, value] = /^([a-z-]+):\s*(.*?)\s*$/.exec(line) ?? []
      return name === undefined ? [] : [[name, value ?? '']]
    }),
  )
  const isOn = (name: string) => settings.get(name) === 'yes'
  const text = head ? head[0].replaceAll(/[^\n]/g, '') + file.slice(head[0].length) : file
  const numbering = settings.get('numbering')
  return {
    key,
    name: settings.get('name') ?? key,
    about: settings.get('about') === 'theme' ? 'theme' : 'plan',
    numbering: numbering === 'paragraphs' || numbering === 'headings' ? numbering : 'none',
    layout: {
      ...{ cover: isOn('cover'), contents: isOn('contents'), landscape: isOn('landscape') },
      dataTables: isOn('data-tables'),
    },
    source: { name: `Template “${settings.get('name') ?? key}”`, text },
  }
}

/** The folder of the program, from a file somewhere in it. */
function checkout(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : checkout(dirname(folder))
}
