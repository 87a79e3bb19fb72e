import { forceOfCode } from '#modules/geography/index.js'
import { TABLE_KINDS } from '../domain/table-kind.js'
import type { TableSlice } from '../domain/table-slice.js'

/** The lines of a slice in a few words: "Recorded crime by force, rolling years: offences of Kent, Burglary". */
export function sliceInWords({ kind, force, figure, where }: TableSlice): string {
  const parts = [forceOfCode(force)?.area ?? force, ...Object.values(where)]
  return `${TABLE_KINDS[kind].title}: ${figure} of ${parts.join(', ')}`
}
