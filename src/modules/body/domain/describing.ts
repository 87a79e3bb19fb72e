import { addDays, type IsoDate } from '#kernel/dates.js'
import { err, ok, type Result } from '#kernel/result.js'
import { type DatedDescription, type Description, holdsOn } from './body.js'

/** Why a new description cannot begin on that day. */
export type DescribeRefusal =
  | { readonly code: 'before-founding'; readonly founded: IsoDate }
  | { readonly code: 'after-end'; readonly ended: IsoDate }
  | { readonly code: 'nothing-changed' }

/** Why a body cannot end on that day. */
export type EndRefusal =
  | { readonly code: 'ends-too-early'; readonly lastChange: IsoDate }
  | { readonly code: 'ended-already' }

/** A new description, with the id that it will have if it does not replace one of the same day. */
export type NewDescription = Description & { readonly id: string }

/** The description in force on a day; none before the founding or after the end. */
export function descriptionOn(history: readonly DatedDescription[], day: IsoDate): DatedDescription | undefined {
  return history.find((each) => holdsOn(each, day))
}

/**
 * The history with a new description from a day until the next change already known: the one in force until then
 * ends the day before. One that began on that very day is corrected in place.
 */
export function describeFrom(
  history: readonly DatedDescription[],
  next: NewDescription,
  from: IsoDate,
): Result<DatedDescription[], DescribeRefusal> {
  const [first] = history
  if (!first) return ok([{ ...next, from, until: null }])
  if (from < first.from) return err({ code: 'before-founding', founded: first.from })
  const current = descriptionOn(history, from)
  if (!current) return err({ code: 'after-end', ended: history.at(-1)?.until ?? first.from })
  if (sayTheSame(current, next)) return err({ code: 'nothing-changed' })
  const replacement =
    current.from === from
      ? [{ ...next, id: current.id, from, until: current.until }]
      : [
          { ...current, until: addDays(from, -1) },
          { ...next, from, until: current.until },
        ]
  return ok(history.flatMap((each) => (each === current ? replacement : [each])))
}

/** The history of a body whose functions pass to another on a day: its last description ends the day before. */
export function endBefore(history: readonly DatedDescription[], day: IsoDate): Result<DatedDescription[], EndRefusal> {
  const last = history.at(-1)
  if (!last || last.until !== null) return err({ code: 'ended-already' })
  if (day <= last.from) return err({ code: 'ends-too-early', lastChange: last.from })
  return ok([...history.slice(0, -1), { ...last, until: addDays(day, -1) }])
}

/** The words alone, without the days that they hold for. */
export function wordsOf(described: Description): Description {
  const { type, name, shortName, officeName, officeHolderTitle, deputyTitle, chiefOfficerTitle, scrutinyPanelName } =
    described
  return { type, name, shortName, officeName, officeHolderTitle, deputyTitle, chiefOfficerTitle, scrutinyPanelName }
}

function sayTheSame(one: Description, other: Description): boolean {
  return JSON.stringify(wordsOf(one)) === JSON.stringify(wordsOf(other))
}
