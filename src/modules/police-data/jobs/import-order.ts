import type { HandedFile } from '#platform/handover/manifest.js'
import type { LakeProblem, SourcePlace } from '#platform/lake/source-place.js'
import type { Release } from '../domain/files.js'
import type { FileSubject } from '../domain/import-file-name.js'

/** A file that was found, and what it is of. `reportedBy` stands where only the file's rows name its force. */
export type SurveyedFile = {
  /** As people know it: its path, or the archive's and the entry's. */
  readonly name: string
  /** Which of the paths that were given it came from. */
  readonly given: string
  readonly place: SourcePlace
  /** Of the file as it stands, packed or not. */
  readonly bytes: number
  readonly subject: Omit<FileSubject, 'force'> & { readonly force?: string; readonly reportedBy?: string }
}

/** What stands at the paths that were given: files to take in, and how many others were left alone. */
export type Survey = {
  readonly files: readonly SurveyedFile[]
  readonly ignored: number
  /** ZIPs inside folders, which are taken in only when they are named themselves. */
  readonly zipsLeft: readonly string[]
}

/** A part of the lake that counts until now: one file's rows. */
export type KeptPart = { readonly source: number; readonly parquet: string }

/** One file to take in. */
export type PlannedFile = {
  readonly name: string
  readonly place: SourcePlace
  readonly bytes: number
  readonly subject: FileSubject
  readonly release: Release
  /** The rows that its own take the place of, if it is the newest of its month. */
  readonly supersedes: KeptPart | null
}

/** What the importing process is told. */
export type ImportOrder = {
  readonly lakeFolder: string
  /** Where the new files are written, inside the lake; renamed when all is done. */
  readonly workFolder: string
  readonly files: readonly PlannedFile[]
  /** Subject and SHA-256 of every file that is in the lake already. */
  readonly known: readonly string[]
  /** Slugs of forces by their names in small letters, as files give them. */
  readonly forcesByName: Readonly<Record<string, string>>
  readonly firstSource: number
  readonly megabytes: number
}

/** A line that was not taken in. */
export type SetAside = {
  readonly file: string
  readonly line: number
  readonly reason: string
  readonly content: string
}

/** One file as it stands in the new part of the lake. Paths are inside the work folder. */
export type TakenFile = {
  readonly source: number
  readonly planned: PlannedFile
  readonly sha256: string
  readonly bytes: number
  readonly rows: number
  readonly setAside: number
  readonly parquet: string
}

/** How many rows of a month a newer release says otherwise, and how. */
export type ChangeCount = {
  readonly force: string
  readonly month: string
  readonly type: string
  readonly kind: ChangeKind
  readonly before: string
  readonly after: string
  readonly crimes: number
}

/** What can change between two releases of a month. */
export type ChangeKind = 'outcome' | 'type' | 'location' | 'appeared' | 'disappeared'

/** What the importing process answers, if all went well. */
export type ImportWork = {
  readonly files: readonly TakenFile[]
  /** Files whose very content is in the lake already. */
  readonly known: number
  readonly setAside: readonly SetAside[]
  readonly changes: readonly ChangeCount[]
  readonly notes: readonly string[]
  /** Every file that it wrote, by its path inside the work folder. */
  readonly written: readonly HandedFile[]
}

/** How the content of a file is known again. */
export function identityOf({ force, month, type }: FileSubject, sha256: string): string {
  return `${force} ${month} ${type} ${sha256}`
}

/** Why nothing is taken in: thrown inside the importing process, and answered as a value. */
export class ImportStopped extends Error {
  readonly problem: LakeProblem
  constructor(problem: LakeProblem) {
    super(problem.problem)
    this.problem = problem
  }
}
