import { FILE_TYPES, type FileType } from './files.js'
import { isMonth, type Month } from './month.js'

/** What a published file is of, as its name says. */
export type FileSubject = { readonly force: string; readonly month: Month; readonly type: FileType }

/** The end is read first: names of forces have hyphens too. */
const PATTERN = /^(\d{4}-\d{2})-([a-z]+(?:-[a-z]+)*)-(street|outcomes|stop-and-search)\.csv(?:\.gz)?$/

/** What the file is of, by its name without folders; undefined for a name of any other form. */
export function subjectOfName(path: string): FileSubject | undefined {
  const name = path.split(/[/\\]/).at(-1)?.toLowerCase() ?? ''
  const [, month = '', force = '', type] = PATTERN.exec(name) ?? []
  const found = FILE_TYPES.find((each) => each === type)
  return found && isMonth(month) ? { force, month, type: found } : undefined
}

/** The name that data.police.uk gives to a file. */
export function nameOfSubject({ force, month, type }: FileSubject): string {
  return `${month}-${force}-${type}.csv`
}
