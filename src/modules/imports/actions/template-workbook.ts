import { slugOf } from '#kernel/slug.js'
import { formatDate } from '#kernel/words.js'
import { figuresDue, type Period } from '#modules/measures/index.js'
import { type Actor, requirePermission } from '#platform/actor.js'
import type { Deps } from '#platform/deps.js'
import { NotFound } from '#platform/errors.js'
import { type WorkbookCell, type WorkbookSheet, writeWorkbook } from '#platform/tables/write-workbook.js'
import { TEMPLATE_HEADS, templateNotes } from '../domain/template-words.js'
import { type DueMeasure, dueFigures, type OwnersQueue } from './due-figures.js'

/** A workbook that an owner fills in: their measures, the periods that are due, and the last figures. */
export type Template = { readonly fileName: string; readonly bytes: Buffer; readonly rows: number }

/** Makes the template of one owner, or of all when none is named. It comes back through the same taking in. */
export async function templateWorkbook(
  deps: Pick<Deps, 'db' | 'today'>,
  actor: Actor,
  owner: string,
): Promise<Template> {
  requirePermission(actor, 'measures:read')
  const queues = await dueFigures(deps)
  const theirs =
    owner === '' ? queues : queues.filter((queue) => queue.owner.toLowerCase() === owner.trim().toLowerCase())
  const [first] = theirs
  if (!first) throw new NotFound(`Nobody called '${owner}' owns a measure. ${ownersOf(queues)}`)
  const name = owner === '' ? 'every owner' : first.owner
  const rows = theirs.flatMap(rowsOf)
  const sheets = [figureSheet(rows), noteSheet(templateNotes(name, formatDate(deps.today())))]
  const bytes = await writeWorkbook(sheets, 'xlsx', { title: `Figures due from ${name}` })
  return { fileName: `figures-${slugOf(name)}.xlsx`, bytes, rows: rows.length }
}

function ownersOf(queues: readonly OwnersQueue[]): string {
  const owners = queues.map((queue) => `'${queue.owner}'`).join(', ')
  return owners ? `The owners are ${owners}` : 'No measure takes figures yet'
}

const WIDTHS = [28, 40, 14, 12, 12, 12, 12, 30, 12, 16, 14, 40, 40, 18]

function figureSheet(rows: readonly (readonly WorkbookCell[])[]): WorkbookSheet {
  return { name: 'Figures', headRows: 1, columns: WIDTHS.map((width) => ({ width })), rows: [TEMPLATE_HEADS, ...rows] }
}

function noteSheet(lines: readonly string[]): WorkbookSheet {
  return { name: 'How to fill it in', columns: [{ width: 120 }], boldRows: [0], rows: lines.map((line) => [line]) }
}

function rowsOf({ measures }: OwnersQueue): WorkbookCell[][] {
  return measures.flatMap((each) =>
    (each.periods.length > 0 ? each.periods : [undefined]).map((period) => rowOf(each, period)),
  )
}

function rowOf({ measure, latest, due, known }: DueMeasure, period: Period | undefined): WorkbookCell[] {
  const { slug, title, numerator, denominator, unit, unitLabel } = measure
  return [
    ...[slug, title, period?.code ?? '', null, null, null, null, null],
    ...[period ? figuresDue(period, known) : (due?.on ?? ''), latest?.period.code ?? '', latest?.value ?? null],
    ...[numerator, denominator, unit === 'percentage' ? '%' : unitLabel],
  ]
}
