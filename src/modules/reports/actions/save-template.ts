import { err, ok, type Result } from '#kernel/result.js'
import { freeSlug } from '#kernel/slug.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { Conflict, found } from '#platform/errors.js'
import { readSource, wantedIn } from '#platform/typesetting/source.js'
import { insertTemplate, templateSubject } from '../data/template.store.js'
import { allTemplates, type Template } from '../document/templates.js'
import { isSection } from '../domain/sections.js'
import {
  checkSections,
  readTemplate,
  type TemplateFault,
  type TemplateFile,
  writtenTemplate,
} from '../domain/template-file.js'
import { loseStanding } from './lose-standing.js'

type TemplateRequest = Omit<TemplateFile, 'textFrom' | 'about'> & {
  readonly key: string
  /** How often it had been changed when it was read. */
  readonly number: number
}

/**
 * Changes a kind of report for this office. The next report of its kind is built so; what was published stays as it is.
 * Sections that were signed off with its standing words lose their sign-off where those changed.
 */
export async function saveTemplate(
  deps: Deps,
  actor: Actor,
  { key, number, ...request }: TemplateRequest,
): Promise<Result<null, TemplateFault>> {
  requirePermission(actor, 'reports:templates')
  const text = request.text.replaceAll('\r\n', '\n')
  const checked = checkText(text)
  if (!checked.ok) return checked
  return deps.db.transaction(async (tx) => {
    const before = found((await allTemplates(tx)).find((each) => each.key === key))
    if (before.number !== number) throw new Conflict(templateSubject(key))
    const file = writtenTemplate({ ...request, text, about: before.about })
    await insertTemplate(tx, { name: key, number: number + 1, text: file }, deps.now().toISOString(), actor.id)
    const detail = { before: before.file, after: file }
    await deps.audit(tx, actor, { action: 'reports.save-template', subject: templateSubject(key), detail })
    await loseStanding(deps, tx, actor, before)
    return ok(null)
  })
}

/** Control characters but tab and line end, halves of characters, and what stands for a character that was lost. */
const UNREADABLE = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffd\ufffe\uffff]/u
const NO_TEXT = 'This has a character that is no text: save the file as UTF-8 text'

/** Takes in a template as a file has it: a kind of report that there is, or a further one ('own-…'). */
export async function takeInTemplate(
  deps: Deps,
  actor: Actor,
  { key, file }: { readonly key: string; readonly file: string },
): Promise<Result<null, TemplateFault>> {
  requirePermission(actor, 'reports:templates')
  const written = file.replaceAll('\r\n', '\n').normalize('NFC')
  const strange = written.search(UNREADABLE)
  if (strange >= 0) return err({ line: written.slice(0, strange).split('\n').length, message: NO_TEXT })
  const { text, textFrom, ...settings } = readTemplate(key, written)
  const checked = checkText(text)
  if (!checked.ok) return err({ ...checked.error, line: checked.error.line + textFrom })
  return deps.db.transaction(async (tx) => {
    const before = (await allTemplates(tx)).find((each) => each.key === key)
    const fault = whyNot(key, settings, before)
    if (fault) return err({ line: 1, message: fault })
    const after = writtenTemplate({ ...settings, text })
    const number = (before?.number ?? 0) + 1
    await insertTemplate(tx, { name: key, number, text: after }, deps.now().toISOString(), actor.id)
    const detail = { ...(before && { before: before.file }), after }
    await deps.audit(tx, actor, { action: 'reports.save-template', subject: templateSubject(key), detail })
    if (before) await loseStanding(deps, tx, actor, before)
    return ok(null)
  })
}

/** A further kind has a name of its own; a kind that there is goes on to speak of what it spoke of. */
function whyNot(key: string, { about }: Pick<TemplateFile, 'about'>, before: Template | undefined): string | undefined {
  if (!before) return /^own-[a-z0-9-]{1,80}$/.test(key) ? undefined : 'A kind of the office’s own is named own-…'
  return before.about === about ? undefined : `It must stay about: ${before.about}, for the reports that there are`
}

/** Goes back to the template that comes with the program; the office's own texts stay on record. */
export async function dropTemplate(
  deps: Deps,
  actor: Actor,
  { key, number }: Pick<TemplateRequest, 'key' | 'number'>,
): Promise<void> {
  requirePermission(actor, 'reports:templates')
  await deps.db.transaction(async (tx) => {
    const before = found((await allTemplates(tx)).find((each) => each.key === key && each.isOurs))
    if (before.number !== number) throw new Conflict(templateSubject(key))
    await insertTemplate(tx, { name: key, number: number + 1, text: '' }, deps.now().toISOString(), actor.id)
    const detail = { before: before.file }
    await deps.audit(tx, actor, { action: 'reports.drop-template', subject: templateSubject(key), detail })
    await loseStanding(deps, tx, actor, before)
  })
}

/** Begins a further kind of report as a copy of another; gives the name that its address has. */
export async function addTemplate(
  deps: Deps,
  actor: Actor,
  { name, like }: { readonly name: string; readonly like: string },
): Promise<Result<string, TemplateFault>> {
  requirePermission(actor, 'reports:templates')
  return deps.db.transaction(async (tx) => {
    const all = await allTemplates(tx)
    const model = all.find(({ key }) => key === like)
    if (!model) return err({ line: 0, message: 'Select the kind of report that it begins as' })
    if (all.some((each) => each.name.toLowerCase() === name.toLowerCase()))
      return err({ line: 0, message: 'There is a kind of report of that name' })
    const key = freeSlug(`own ${name}`, new Set(all.map((each) => each.key)))
    const file = writtenTemplate({ ...readTemplate(like, model.file), name })
    await insertTemplate(tx, { name: key, number: 1, text: file }, deps.now().toISOString(), actor.id)
    const detail = { name, like }
    await deps.audit(tx, actor, { action: 'reports.add-template', subject: templateSubject(key), detail })
    return ok(key)
  })
}

/** Whether the text can be read, and its sections written in. */
function checkText(text: string): Result<null, TemplateFault> {
  const read = readSource({ name: 'template', text })
  if (!read.ok) return read
  const sections = wantedIn(read.value).filter(({ name }) => name === 'section')
  return checkSections(
    sections.map(({ label, attributes, line }) => ({ name: attributes.name ?? label, line })),
    isSection,
  )
}
