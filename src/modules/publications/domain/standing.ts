/**
 * What became of a printed figure: it stands as printed; a later number of its report has another; or the register has
 * been revised since.
 */
export type Standing = 'confirmed' | 'corrected' | 'superseded'

type Printed = { readonly text: string; readonly value: number | null }

/** A later number of the report speaks first: what the office itself corrected is said before what the register says. */
export function standingOf(printed: Printed, later: Printed | undefined, isRevised: boolean): Standing {
  if (later && (later.text !== printed.text || later.value !== printed.value)) return 'corrected'
  return isRevised ? 'superseded' : 'confirmed'
}
