import type { IsoDate } from '#kernel/dates.js'
import type { Db } from '#platform/db/db.js'
import type { Module } from '#platform/module.js'
import type { Shell } from '#platform/web/shell.js'

export const bodyModule: Module = { name: 'body', routes: [], commands: [], permissions: {} }

/** The day that an example office is shown as at, or undefined when the office is a real one. (app needs this export) */
export async function demonstrationDay(_db: Db, _on: IsoDate): Promise<IsoDate | undefined> {
  return undefined
}

/** Whose site this is, for the frame of every page; a plain name until the body is founded. (app needs this export) */
export async function officeShell(_db: Db, _on: IsoDate): Promise<Omit<Shell, 'publicNav' | 'staffNav'>> {
  return { officeName: 'Frankpledge', officeShortName: 'Frankpledge', brandColour: '#12436d' }
}
