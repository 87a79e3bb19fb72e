import type { IsoDate } from '#kernel/dates.js'
import { type KeyedChanges, keyedChanges } from '#kernel/keyed-changes.js'
import { type Fact, type FactKind, factChanges, recordFactsIn } from '#modules/geography/index.js'
import type { Db, Tx } from '#platform/db/db.js'
import type { Deps } from '#platform/deps.js'
import { type KeptRow, rowsOf, tableFiles } from '../data/national-tables.queries.js'
import { insertRows, type PlacedRow, replaceRows } from '../data/national-tables.store.js'
import { figureText, labelText } from '../domain/figure.js'
import { listed } from '../domain/sheet.js'
import type { PlaceKind } from '../domain/table-kind.js'
import type { PlaceFacts } from './place-facts.js'
import type { ForceKind } from './read-figures.js'

/** One thing that a file says otherwise than what stood: the number before and after; null after where it is withdrawn. */
export type Revision = {
  readonly area: string
  readonly period: string
  readonly what: string
  readonly before: number | null
  readonly after: number | null
}

/** What a file changes. */
export type Changes = {
  readonly added: number
  readonly changed: number
  readonly withdrawn: number
  readonly unchanged: number
  readonly revisions: readonly Revision[]
}

/** A file of nothing new. */
export const NO_CHANGES: Changes = { added: 0, changed: 0, withdrawn: 0, unchanged: 0, revisions: [] }

/** What is left to do with a file that was read: hold it against what stands, say what it changes, and write that. */
export type Work = {
  readonly facts: {
    readonly rowsRead: number
    readonly from: IsoDate | null
    readonly until: IsoDate | null
    readonly warnings: readonly string[]
  }
  readonly compare: (db: Db) => Promise<Compared>
}

type Compared = {
  readonly changes: Changes
  readonly warnings: readonly string[]
  readonly write: (tx: Tx, file: WrittenFile) => Promise<void>
}
type WrittenFile = { readonly deps: Deps; readonly id: string; readonly name: string }

/**
 * The work of a table of forces. Of each area and period that it speaks of, the file says all there is: lines that it
 * leaves out are withdrawn. A column that it does not have changes nothing.
 */
export function figureWork(
  kind: ForceKind,
  { rows, warnings }: { readonly rows: readonly PlacedRow[]; readonly warnings: readonly string[] },
): Work {
  const days = rows.flatMap(({ from, until }) => [from, until]).sort()
  const [from = null, until = null] = [days[0], days.at(-1)]
  const scopeOf = scopeFor(kind)
  const compare = async (db: Db): Promise<Compared> => {
    const spokenOf = new Set(rows.map(scopeOf))
    const kept = await rowsOf(db, kind, { ...(from && { from }), ...(until && { until }) })
    const standing = kept.filter((row) => spokenOf.has(scopeOf(row)))
    const found = changesOf(standing, rows)
    const replaced = [...found.changed.map(({ before }) => before), ...found.withdrawn].map((row) => row.id)
    const write = async (tx: Tx, { id }: WrittenFile) => {
      await replaceRows(tx, replaced, id)
      await insertRows(tx, { id, kind }, [...found.added, ...found.changed.map(({ after }) => after)])
    }
    return { changes: counted(found), warnings: await olderThan(db, kind, { found, until }), write }
  }
  return { facts: { rowsRead: rows.length, from, until, warnings }, compare }
}

/** Says so where a file changes what one that reaches further has said: it may be the older of the two. */
async function olderThan(
  db: Db,
  kind: ForceKind,
  { found, until }: { readonly found: KeyedChanges<KeptRow, PlacedRow>; readonly until: IsoDate | null },
): Promise<string[]> {
  const said = new Set([...found.changed.map(({ before }) => before), ...found.withdrawn].map(({ fileId }) => fileId))
  const further = (await tableFiles(db, kind)).filter((file) => said.has(file.id) && (file.until ?? '') > (until ?? ''))
  const names = listed(further.map(({ name }) => name))
  return further.length > 0
    ? [`It ends before ${names} does, and may be older; where the two differ, what was taken in last holds`]
    : []
}

type Line = KeptRow | PlacedRow

/** The labels that part one statement of an area and period from another: officers and staff come in sheets of their own. */
const PARTED_BY: Readonly<Record<ForceKind, readonly string[]>> = {
  'recorded-crime': ['csp'],
  'recorded-crime-open-data': ['csp'],
  'recorded-crime-totals': [],
  outcomes: [],
  workforce: ['worker'],
  'workforce-summary': ['worker', 'unit'],
  'council-tax': ['as'],
  severity: ['group'],
}

function scopeFor(kind: ForceKind): (row: Line) => string {
  const parts = PARTED_BY[kind]
  return ({ area, from, until, labels }) => [area, from, until, ...parts.map((part) => labels[part] ?? '')].join('|')
}

function changesOf(kept: readonly KeptRow[], rows: readonly PlacedRow[]): KeyedChanges<KeptRow, PlacedRow> {
  const key = ({ area, from, until, labels }: Line) => `${area}|${from}|${until}|${labelText(labels)}`
  const content = ({ figures }: Line) => figureText(figures)
  const standing = new Map(kept.map((row) => [key(row), row]))
  const whole = rows.map((row) => ({ ...row, figures: { ...standing.get(key(row))?.figures, ...row.figures } }))
  return keyedChanges(kept, whole, { old: { key, content }, next: { key, content } })
}

function counted({ added, changed, withdrawn, unchanged }: KeyedChanges<KeptRow, PlacedRow>): Changes {
  const revisions = [
    ...changed.flatMap(({ before, after }) => revisionsOf(before, after)),
    ...withdrawn.flatMap((before) => revisionsOf(before, null)),
  ]
  return { added: added.length, changed: changed.length, withdrawn: withdrawn.length, unchanged, revisions }
}

function revisionsOf(before: KeptRow, after: PlacedRow | null): Revision[] {
  const keys = [...new Set([...Object.keys(before.figures), ...Object.keys(after?.figures ?? {})])]
  return keys.flatMap((key) => {
    const [old, now] = [before.figures[key]?.value ?? null, after?.figures[key]?.value ?? null]
    if (old === now && after) return []
    const what = [...Object.values(before.labels), key].join(', ')
    return [{ area: before.areaName, period: `${before.from}/${before.until}`, what, before: old, after: now }]
  })
}

type PlaceContent = { readonly facts: PlaceFacts; readonly warnings: readonly string[] }

/** The work of a file of places. A lookup of small areas says also where its wards lie. */
export function placeWork(kind: PlaceKind, { facts, warnings }: PlaceContent): Work {
  const parts = Object.entries(facts) as [FactKind, readonly Fact[]][]
  const main = facts[kind] ?? []
  const compare = async (db: Db): Promise<Compared> => {
    const { added, changed, withdrawn, unchanged } = await factChanges(db, kind, main)
    const revisions = changed.map(({ before, after }) => placeRevision(kind, before, after))
    const counts = { added: added.length, changed: changed.length, withdrawn: withdrawn.length, unchanged }
    const write = async (tx: Tx, { deps, id, name }: WrittenFile) => {
      for (const [part, itsFacts] of parts) {
        const importId = part === kind ? id : `${id}.${part}`
        await recordFactsIn(tx, deps, { importId, kind: part, source: name, facts: itsFacts })
      }
    }
    return { changes: { ...counts, revisions }, warnings: [], write }
  }
  return { facts: { rowsRead: main.length, from: null, until: null, warnings }, compare }
}

function placeRevision(kind: PlaceKind, before: Fact, after: Fact): Revision {
  const people = ({ content }: Fact) => ('people' in content ? content.people : null)
  return {
    ...{ area: before.code, period: String(before.edition), what: [kind, before.other].filter(Boolean).join(', ') },
    ...{ before: people(before), after: people(after) },
  }
}
