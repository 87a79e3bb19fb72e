import { err, ok, type Result } from '#kernel/result.js'

/** How the parts of a report are numbered. */
export const NUMBERINGS = ['paragraphs', 'headings', 'none'] as const
export type Numbering = (typeof NUMBERINGS)[number]

/** What a template may have besides its text. */
export const TEMPLATE_PARTS = ['cover', 'contents', 'landscape', 'data-tables'] as const
export type TemplatePart = (typeof TEMPLATE_PARTS)[number]

/** A template as it is written: what it is called, what it is about, how it is laid out, and its Markdown. */
export type TemplateFile = {
  readonly name: string
  readonly about: 'theme' | 'plan'
  readonly numbering: Numbering
  readonly parts: readonly TemplatePart[]
  readonly text: string
  /** So many lines stand above the text. */
  readonly textFrom: number
}

/** Reads a template: settings between two lines of dashes, then Markdown. What is not said is as plain as can be. */
export function readTemplate(key: string, file: string): TemplateFile {
  const head = /^---\n([\s\S]*?\n)---\n/.exec(file)
  const settings = new Map(
    (head?.[1] ?? '').split('\n').flatMap((line): [string, string][] => {
      const [, name, value] = /^([a-z-]+):\s*(.*?)\s*$/.exec(line) ?? []
      return name === undefined ? [] : [[name, value ?? '']]
    }),
  )
  return {
    name: settings.get('name') || key,
    about: settings.get('about') === 'theme' ? 'theme' : 'plan',
    numbering: NUMBERINGS.find((each) => each === settings.get('numbering')) ?? 'none',
    parts: TEMPLATE_PARTS.filter((part) => settings.get(part) === 'yes'),
    text: head ? file.slice(head[0].length) : file,
    textFrom: head ? head[0].split('\n').length - 1 : 0,
  }
}

/** The same as a file: what is read from it again is what was written. */
export function writtenTemplate({ name, about, numbering, parts, text }: Omit<TemplateFile, 'textFrom'>): string {
  const settings = [
    `name: ${name}`,
    `about: ${about}`,
    `numbering: ${numbering}`,
    ...parts.map((each) => `${each}: yes`),
  ]
  return `---\n${settings.join('\n')}\n---\n${text.trim()}\n`
}

/** One line of a template's faults. */
export type TemplateFault = { readonly line: number; readonly message: string }

/** A section is one of ours or the office's own ('own-…'): others could never be written in. */
export function checkSections(
  names: readonly { readonly name: string; readonly line: number }[],
  isSection: (name: string) => boolean,
): Result<null, TemplateFault> {
  const wrong = names.find(({ name }) => !isSection(name))
  if (!wrong) return ok(null)
  const message = `A section cannot be called “${wrong.name}”: use one of those in the list, or own-${wrong.name || 'name'}`
  return err({ line: wrong.line, message })
}
