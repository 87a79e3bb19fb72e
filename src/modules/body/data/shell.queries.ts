import type { IsoDate } from '#kernel/dates.js'
import { formatDate } from '#kernel/words.js'
import type { Db } from '#platform/db/db.js'
import { currentBody } from './body.queries.js'

/** Whose site this is, as every page's frame says it. */
export type OfficeShell = {
  readonly officeName: string
  readonly officeShortName: string
  readonly brandColour: string
  readonly notice?: string
}

/** A register in which no body has been founded yet still shows its pages. */
const NOBODY: OfficeShell = { officeName: 'Local policing body', officeShortName: 'Our office', brandColour: '#12436d' }

/** The names, colour and notice that stand round every page on a day. */
export async function officeShell(db: Db, on: IsoDate): Promise<OfficeShell> {
  const body = await currentBody(db, on)
  if (!body) return NOBODY
  const { name, shortName, brandColour, demonstrationOn } = body
  const shownAt = demonstrationOn ? `Shown as at ${formatDate(demonstrationOn)}.` : ''
  const notice = [body.notice, shownAt].filter(Boolean).join(' ')
  return { officeName: name, officeShortName: shortName, brandColour, ...(notice && { notice }) }
}

/** The day as at which this register is shown, when it holds an example office. */
export async function demonstrationDay(db: Db, on: IsoDate): Promise<IsoDate | null> {
  return (await currentBody(db, on))?.demonstrationOn ?? null
}
