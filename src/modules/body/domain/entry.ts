import type { IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type Area, holdsOn, type Organisation, type PoliceForce, type Term } from './body.js'
import { isBackwards, overlap, type TermRefusal } from './term.js'

/** What stands on a body's record beside its names, each for the days that it holds. */
export const ENTRY_KINDS = ['organisation', 'area', 'force'] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** An organisation, an area or a force, as far as its days go. */
export type Entry = Term & {
  readonly kind: EntryKind
  readonly id: string
  readonly name: string
  /** What no two entries of a kind may share on one day. */
  readonly identity: string
}

/** Why something cannot be added for its days: the same is on record for one of them already. */
export type AddRefusal = TermRefusal | { readonly code: 'already-there' }

/** Why a last day cannot be set. `from` is when the same begins again. */
export type LastDayRefusal =
  | (TermRefusal & { readonly from: IsoDate })
  | { readonly code: 'nothing-changed' }
  | { readonly code: 'begins-again'; readonly from: IsoDate }

/** Organisations are told apart by their names. */
export function organisationEntry({ id, name, from, until }: Organisation & Term): Entry {
  return { kind: 'organisation', id, name, identity: name.trim().toLowerCase(), from, until }
}

/** Areas are told apart by kind and official code. */
export function areaEntry({ id, kind, code, name, from, until }: Area): Entry {
  return { kind: 'area', id, name, identity: `${kind} ${code}`, from, until }
}

/** A body holds one force to account at a time, so every force stands in the place of the others. */
export function forceEntry({ id, name, from, until }: PoliceForce & Term): Entry {
  return { kind: 'force', id, name, identity: '', from, until }
}

/** The first other entry that is the same and holds on one of the same days. */
function clashOf(entries: readonly Entry[], entry: Entry): Entry | undefined {
  return entries.find(
    ({ id, identity, ...term }) => id !== entry.id && identity === entry.identity && overlap(term, entry),
  )
}

/** The force that one from a day on takes the place of: it began earlier and still holds then. */
export function forceBefore(forces: readonly Entry[], from: IsoDate): Entry | undefined {
  return forces.find((each) => each.from < from && holdsOn(each, from))
}

/** Whether an entry may be added to those on record. */
export function checkNew(entries: readonly Entry[], entry: Entry): Result<Entry, AddRefusal> {
  if (isBackwards(entry)) return err({ code: 'ends-before-it-begins' })
  return clashOf(entries, entry) ? err({ code: 'already-there' }) : ok(entry)
}

/** Stands in for a version, since nothing else of an entry changes: the last day on record, or "none". */
export function versionOf({ until }: Entry): string {
  return until ?? 'none'
}

/** The entry with another last day, or with none any more. */
export function withLastDay(
  entries: readonly Entry[],
  entry: Entry,
  until: IsoDate | null,
): Result<Entry, LastDayRefusal> {
  if (until === entry.until) return err({ code: 'nothing-changed' })
  const changed = { ...entry, until }
  if (isBackwards(changed)) return err({ code: 'ends-before-it-begins', from: entry.from })
  const clash = clashOf(entries, changed)
  return clash ? err({ code: 'begins-again', from: clash.from }) : ok(changed)
}
