/** What a committee system asks of a report, as the cover of a pack says it. */
export type Cover = {
  readonly title: string
  readonly committee: string
  /** YYYY-MM-DD. */
  readonly meetingDate: string
  /** The office's own: the report and its number. */
  readonly reportNumber: string
  readonly authorRole: string
  /** All that is published is open; a pack is never made of anything else. */
  readonly access: 'open'
  readonly organisation: string
  readonly publishedOn: string
  readonly periodFrom: string
  readonly periodUntil: string
  /** The number that this one corrects; empty for none. */
  readonly corrects: string
  readonly checkCode: string
  readonly address: string
}

/** One file of a pack as its cover lists it. */
export type PackedFile = {
  readonly file: string
  readonly kind: 'report' | 'appendix' | 'editable copy'
  readonly title: string
  readonly mediaType: string
  readonly bytes: number
  readonly sha256: string
}

/** The cover as a table, head and rows: a row for each file, each with all that is said of the report. */
export function coverTable(cover: Cover, files: readonly PackedFile[]): [string[], (string | number)[][]] {
  const head = ['file', 'kind', 'document_title', 'media_type', 'bytes', 'sha256', ...Object.keys(cover).map(inSnakes)]
  const rest = Object.values(cover)
  const rows = files.map(({ file, kind, title, mediaType, bytes, sha256 }) => [
    ...[file, kind, title, mediaType, bytes, sha256],
    ...rest,
  ])
  return [head, rows]
}

const inSnakes = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
