/** What a query of the lake may be given for a question mark. */
export type LakeValue = string | number | boolean | null | readonly string[] | readonly number[]

/**
 * The lake: the millions of police records, kept as Parquet files in one folder and read by DuckDB in this process, on
 * DuckDB's own threads. Only counts leave it. Which of its rows count is told by the register, never by the files.
 */
export type Lake = {
  /** The folder of the files, inside the data folder. */
  readonly folder: string
  /** Whether DuckDB, an optional package, is installed here. Without it nothing can be imported or counted. */
  readonly isThere: () => boolean
  /** Rows of one query: whole numbers as numbers, dates and moments as text. Meant for counts, not for every record. */
  readonly rows: <T>(sql: string, values?: readonly LakeValue[]) => Promise<T[]>
  /** One statement whose rows nobody wants, such as writing a small Parquet file inside the folder. */
  readonly run: (sql: string, values?: readonly LakeValue[]) => Promise<void>
  /** Lets the engine and its memory go. The next query opens it again. */
  readonly close: () => Promise<void>
}

/** Text as it stands in a query: for the paths and names that a query cannot take as values. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** A list of texts as it stands in a query. */
export function quotedList(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(', ')}]`
}
