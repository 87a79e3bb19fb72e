import { ENTRY_KINDS, type Entry, type EntryKind } from '../domain/entry.js'

/** The word by which addresses speak of each kind of entry. */
const PATHS: Readonly<Record<EntryKind, string>> = { organisation: 'organisations', area: 'areas', force: 'forces' }

/** Where an entry's last day is set. */
export function lastDayAddress({ kind, id }: Entry): string {
  return `/staff/body/${PATHS[kind]}/${id}/last-day`
}

/** The kind of entry that an address speaks of, if it is one. */
export function entryKindAt(path: string): EntryKind | undefined {
  return ENTRY_KINDS.find((kind) => PATHS[kind] === path)
}
