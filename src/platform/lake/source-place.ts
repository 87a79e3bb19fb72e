/** What is wrong with a file, and in which line if that is known. The problem follows the file's name in a sentence. */
export type LakeProblem = { readonly file: string; readonly problem: string; readonly line?: number }

/** An entry of a ZIP: where its packed bytes stand, and what must come out of them. */
export type PackedPlace = {
  readonly packing: 'stored' | 'deflated'
  readonly path: string
  readonly start: number
  readonly packedBytes: number
  readonly bytes: number
  readonly crc32: number
}

/** Where the bytes of a CSV file are: as they are, as .csv.gz, or as an entry of a ZIP. */
export type SourcePlace = PlainPlace | PackedPlace

/** A file of its own. */
export type PlainPlace = { readonly packing: 'none' | 'gzip'; readonly path: string }
