/** SQLite's numbers for a file that is damaged, or no database at all. */
const SQLITE_DAMAGE = new Set([11, 26])
/** PostgreSQL's codes for a damaged page, a damaged index, and a disk that gives nothing. */
const POSTGRES_DAMAGE = new Set(['XX001', 'XX002', '58030'])

/** What Node says of a whole number in a register that is larger than any that we write. */
const IMPOSSIBLE_NUMBER = /too large to be represented as a JavaScript number/

/** The engine's own words where it met damage in its files, or a number that nobody can have written; else nothing. */
export function damageIn(problem: unknown): string | undefined {
  if (!(problem instanceof Error)) return undefined
  const { errcode, code } = problem as { errcode?: unknown; code?: unknown }
  const isDamage =
    (code === 'ERR_OUT_OF_RANGE' && IMPOSSIBLE_NUMBER.test(problem.message)) ||
    (typeof errcode === 'number' && SQLITE_DAMAGE.has(errcode & 255)) ||
    POSTGRES_DAMAGE.has(String(code))
  return isDamage ? problem.message : undefined
}

/** What to do about it, wherever it was met. */
export function damageInWords(where: string, words: string): string {
  return (
    `${where} is damaged (the database says “${words}”). Stop the server, keep the files as they are, ` +
    'and put the last backup in place that could be relied upon: frankpledge restore <file> --replace'
  )
}
